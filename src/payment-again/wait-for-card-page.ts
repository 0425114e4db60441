import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { findTry } from '../payment-requests/payment-tries.store.js';
import { Database } from '../platform/database/transaction.js';
import { BeginPayment, type PaymentToBegin, type Wished } from './begin-payment.js';

/** What came of a wish: the card page, that there is none to be had, or that it takes longer. */
export type CardPage = { is: 'ready'; url: string } | { is: 'over' } | { is: 'not_yet' };

const LOOK_EVERY_MS = 150;

/** A resident waits for the worker a few seconds, and no longer: then a page says so. */
@Injectable()
export class WaitForCardPage {
  /** How often the row is looked at. */
  looks = 50;

  constructor(
    private readonly database: Database,
    private readonly beginPayment: BeginPayment,
  ) {}

  async run(wanted: PaymentToBegin): Promise<CardPage> {
    const begun = await this.beginPayment.run(wanted);
    return begun.ok ? this.wait(begun) : { is: 'over' };
  }

  private async wait({ tryId, wish }: Wished): Promise<CardPage> {
    for (let left = this.looks; left > 0; left -= 1) {
      const found = await findTry(this.database.reader, tryId);
      if (found?.state !== 'live') return { is: 'over' };
      if (found.wishesMet >= wish) {
        return found.cardPageUrl === null
          ? { is: 'over' }
          : { is: 'ready', url: found.cardPageUrl };
      }
      await pause(LOOK_EVERY_MS);
    }
    return { is: 'not_yet' };
  }
}
