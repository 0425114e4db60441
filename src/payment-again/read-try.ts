import { Injectable } from '@nestjs/common';
import { findTry, type PaymentTry } from '../payment-requests/payment-tries.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type PayDesk, readPayDesk } from './pay-desk.queries.js';
import { payPageState } from './pay-page-state.rules.js';

export interface LiveTry {
  known: PaymentTry;
  desk: PayDesk;
  /** The case still waits for this payment. */
  isAwaited: boolean;
}

/** A live try with what stands behind it; null when it is over. */
@Injectable()
export class ReadTry {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(tryId: string): Promise<LiveTry | null> {
    const { reader } = this.database;
    const known = await findTry(reader, tryId);
    const desk = known?.state === 'live' ? await readPayDesk(reader, known.requestId) : null;
    if (!known || !desk) return null;
    return { known, desk, isAwaited: payPageState({ ...desk, now: this.clock.now() }) === 'open' };
  }
}
