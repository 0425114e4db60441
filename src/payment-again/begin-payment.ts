import { Injectable } from '@nestjs/common';
import { lockApplication } from '../applications/applications.store.js';
import {
  findPaymentRequest,
  type PaymentRequest,
} from '../payment-requests/payment-requests.store.js';
import {
  insertTry,
  type PaymentTry,
  triesOf,
  wishCardPage,
} from '../payment-requests/payment-tries.store.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/database/new-id.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { type PayPageState, payPageState } from './pay-page-state.rules.js';

/** A wish for the card page, by its number: the worker meets it. */
export interface Wished {
  tryId: string;
  wish: number;
}

export interface PaymentToBegin {
  requestId: string;
  applicationId: string;
  /** False: only to hear how an open try stands. */
  mayBegin: boolean;
}

/**
 * The resident wishes to pay: two clicks, two tabs and one who comes back after a while all get the
 * one live try. What must be asked of the payment service is left to a job.
 */
@Injectable()
export class BeginPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(wanted: PaymentToBegin): Promise<Outcome<Wished, Exclude<PayPageState, 'open'> | 'no_try'>> {
    return this.unitOfWork.run((tx) => this.begin(tx, wanted));
  }

  private async begin(tx: Tx, { requestId, applicationId, mayBegin }: PaymentToBegin) {
    const now = this.clock.now();
    const application = await lockApplication(tx, applicationId);
    const request = await findPaymentRequest(tx, requestId);
    if (!application || !request) return refuse('not_needed');
    const state = payPageState({ request, application, now });
    if (state !== 'open') return refuse(state);
    const tries = await triesOf(tx, requestId);
    const live = tries.find((one) => one.state === 'live');
    if (!live && !mayBegin) return refuse('no_try');
    const open =
      live ?? (await this.newTry(tx, request, { now, reference: application.reference }));
    const wish = await wishCardPage(tx, open);
    await this.outbox.enqueue(tx, { type: 'payment-try.wished', subjectId: open.id });
    return ok({ tryId: open.id, wish });
  }

  private async newTry(
    tx: Tx,
    request: PaymentRequest,
    { now, reference }: { now: Date; reference: string },
  ): Promise<PaymentTry> {
    const id = newId();
    const begun: PaymentTry = {
      ...{ id, requestId: request.id, applicationId: request.applicationId, state: 'live' },
      // One name for one try: by it the payment is found again when an answer was lost.
      providerReference: `${reference}-${id.replaceAll('-', '').slice(-12)}`,
      ...{ providerPaymentId: null, creations: 0, creatingUntil: null },
      ...{ wishes: 0, wishesMet: 0, cardPageUrl: null, begunAt: now, endedAt: null },
    };
    await insertTry(tx, begun);
    await this.outbox.enqueue(tx, { type: 'payment-try.begun', subjectId: id });
    return begun;
  }
}
