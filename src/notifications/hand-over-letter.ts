import { Injectable } from '@nestjs/common';
import {
  type Letter,
  markLetterSending,
  noteLetterProblem,
  unmarkLetterSending,
} from '../letters/letters.store.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { DONE, type JobOutcome } from '../platform/outbox/job-handler.js';
import { Notifier, NotifierUnavailable, type SendAnswer } from './notifier.js';
import { SettleLetters } from './settle-letters.js';

/** For so long a message whose answer was lost may still turn up at the service. */
const TURNS_UP_MS = 60_000;

/**
 * Hands one letter to the message service. It says so before it sends; when the answer was lost
 * it looks the message up by its reference before it may send again, so that nothing goes twice.
 */
@Injectable()
export class HandOverLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifier: Notifier,
    private readonly settle: SettleLetters,
    private readonly clock: Clock,
  ) {}

  async run(letter: Letter): Promise<JobOutcome> {
    try {
      if (letter.state === 'written') return await this.send(letter);
      if (letter.state === 'unknown') return await this.lookFirst(letter);
      return DONE;
    } catch (error) {
      if (error instanceof NotifierUnavailable) await this.keepProblem(letter, error);
      throw error;
    }
  }

  private async lookFirst(letter: Letter): Promise<JobOutcome> {
    const providerId = await this.notifier.findByReference(letter.id);
    if (providerId !== null) {
      await this.settle.sent(letter, providerId);
      return DONE;
    }
    const turnsUpUntil = new Date((letter.sentAt ?? letter.writtenAt).getTime() + TURNS_UP_MS);
    if (this.clock.now() < turnsUpUntil) {
      const because = 'The message may still turn up at the message service.';
      return { done: false, againAt: turnsUpUntil, because };
    }
    return this.send(letter);
  }

  private async send(letter: Letter): Promise<JobOutcome> {
    const mayWeSend = await this.unitOfWork.run((tx) =>
      markLetterSending(tx, letter, this.clock.now()),
    );
    if (!mayWeSend) return DONE;
    await this.keep(letter, await this.notifier.send({ reference: letter.id, ...letter }));
    return DONE;
  }

  private async keep(letter: Letter, answer: SendAnswer): Promise<void> {
    if (answer.answer === 'accepted') await this.settle.sent(letter, answer.providerId);
    else await this.settle.failed(letter, answer.because);
  }

  private async keepProblem(letter: Letter, error: NotifierUnavailable): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await noteLetterProblem(tx, letter.id, error.message);
      // An earlier attempt of unknown outcome stays unknown, whatever became of this one.
      if (letter.state === 'written' && !error.mayHaveBeenSent) {
        await unmarkLetterSending(tx, letter.id);
      }
    });
  }
}
