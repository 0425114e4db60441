import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/applications.store.js';
import { contactOf } from '../letters/address-letter.rules.js';
import type { LetterState } from '../letters/letter-kinds.rules.js';
import { type Letter, settleLetter } from '../letters/letters.store.js';
import { keepLetter } from '../letters/write-letters.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { findProperty } from '../properties/properties.queries.js';
import { londonDateOf } from '../shared/london-date.js';
import type { TimelineEvent } from '../timeline/timeline-events.rules.js';
import { recordEvent } from '../timeline/timeline.store.js';

const NOT_SENT_YET: readonly LetterState[] = ['written', 'unknown'];
const NOT_SETTLED: readonly LetterState[] = ['written', 'unknown', 'sent'];

/** Records what became of a letter, once, however often a job finds it out. */
@Injectable()
export class SettleLetters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The service took it; from now on it is followed. */
  async sent(letter: Letter, providerId: string): Promise<void> {
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const sent = { state: 'sent', providerId, sentAt: at, lastProblem: null } as const;
      if (!(await settleLetter(tx, letter.id, NOT_SENT_YET, sent))) return;
      await this.record(tx, letter, { type: 'letter-sent', payload: eventPayload(letter) });
      await this.outbox.enqueue(tx, { type: 'letter.sent', subjectId: letter.id });
    });
  }

  async delivered(letter: Letter): Promise<void> {
    const delivered = { state: 'delivered', settledAt: this.clock.now() } as const;
    await this.unitOfWork.run((tx) => settleLetter(tx, letter.id, ['sent'], delivered));
  }

  /** It will not arrive: said on the case; what failed by e-mail then goes by post (R-NOT-1). */
  async failed(letter: Letter, problem: string): Promise<void> {
    const settledAt = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const failed = { state: 'failed', settledAt, lastProblem: problem.slice(0, 300) } as const;
      if (!(await settleLetter(tx, letter.id, NOT_SETTLED, failed))) return;
      await this.record(tx, letter, {
        type: 'letter-failed',
        payload: { ...eventPayload(letter), problem },
      });
      if (letter.channel === 'email') await this.writePostalCopy(tx, letter);
    });
  }

  private async writePostalCopy(tx: Tx, letter: Letter): Promise<void> {
    const application = await findApplication(tx, letter.applicationId);
    if (!application) return;
    const at = this.clock.now();
    const property = await findProperty(tx, application.uprn, londonDateOf(at));
    const { name, postalLines } = contactOf(application, property);
    await keepLetter(tx, this.outbox, {
      applicationId: letter.applicationId,
      kind: letter.kind,
      channel: 'post',
      recipient: [name, ...postalLines].join('\n'),
      subject: letter.subject,
      body: letter.body,
      wordingVersion: letter.wordingVersion,
      actor: { kind: 'system' },
      at,
    });
  }

  private async record(tx: Tx, letter: Letter, event: TimelineEvent): Promise<void> {
    const { applicationId } = letter;
    const at = this.clock.now();
    await recordEvent(tx, { applicationId, actor: { kind: 'system' }, at }, event);
  }
}

function eventPayload({ id, kind, channel }: Letter) {
  return { letterId: id, kind, channel };
}
