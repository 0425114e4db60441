import { Injectable } from '@nestjs/common';
import {
  GatewayUnavailable,
  PaymentGateway,
  type ProviderPayment,
} from '../payments/payment-gateway.js';
import { KeepPaymentTry } from './keep-payment-try.js';
import { MakeProviderPayment } from './make-provider-payment.js';
import { type LiveTry, ReadTry } from './read-try.js';

/** `open`: the resident may still pay; `busy`: another worker is just making the payment. */
export type TryAfter = 'open' | 'over' | 'busy';

/** Asks the payment service how a try stands, makes its payment there if need be, and keeps it. */
@Injectable()
export class RefreshPaymentTry {
  constructor(
    private readonly readTry: ReadTry,
    private readonly gateway: PaymentGateway,
    private readonly makePayment: MakeProviderPayment,
    private readonly keepTry: KeepPaymentTry,
  ) {}

  async run(tryId: string): Promise<TryAfter> {
    const live = await this.readTry.run(tryId);
    if (!live) return 'over';
    const { providerPaymentId } = live.known;
    const provider =
      providerPaymentId === null
        ? await this.makePayment.run(live)
        : await this.read(providerPaymentId);
    if (!provider) return 'busy';
    const isOpen = await this.keepTry.run(live.known, provider);
    if (!isOpen) return 'over';
    return live.isAwaited ? 'open' : this.callOff(live, provider);
  }

  /** The case waits for this payment no more: nobody shall pay it in vain. */
  private async callOff({ known }: LiveTry, { id }: ProviderPayment): Promise<TryAfter> {
    await this.gateway.cancel(id);
    const isOpen = await this.keepTry.run(known, await this.read(id));
    return isOpen ? 'open' : 'over';
  }

  private async read(providerPaymentId: string): Promise<ProviderPayment> {
    const provider = await this.gateway.read(providerPaymentId);
    if (!provider) throw new GatewayUnavailable('The payment service does not know this payment.');
    return provider;
  }
}
