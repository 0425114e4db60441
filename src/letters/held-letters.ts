import type { Tx } from '../platform/database/transaction.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import { endHolding, heldLettersOf } from './letters.store.js';

/** Sends what was held, each letter once: whoever comes second finds nothing held (I11). */
export async function sendHeldLetters(tx: Tx, outbox: Outbox, applicationId: string) {
  for (const { id } of await heldLettersOf(tx, applicationId)) {
    if (await endHolding(tx, id, 'written')) {
      await outbox.enqueue(tx, { type: 'letter.written', subjectId: id });
    }
  }
}

/** The decision does not stand, so what was written about it is never sent; the words are kept. */
export async function dropHeldLetters(tx: Tx, applicationId: string): Promise<void> {
  for (const { id } of await heldLettersOf(tx, applicationId)) await endHolding(tx, id, 'dropped');
}
