import type { Application } from '../applications/applications.store.js';
import { changeStatus } from '../applications/applications.store.js';
import { pauseEnded } from '../applications/pause.rules.js';
import { contactOf } from '../letters/address-letter.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { writeLetters } from '../letters/write-letters.js';
import type { PaymentCommand } from '../payments/payment-commands.store.js';
import type { Payment } from '../payments/payments.store.js';
import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import { drawSample } from '../quality-checks/draw-sample.js';
import { londonDateOf } from '../shared/london-date.js';
import type { TimelineEvent } from '../timeline/timeline-events.rules.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { askSecondLook } from './ask-second-look.js';
import type { DecisionOutcome, DecisionReason } from './decision.entity.js';
import { letDecisionWork } from './decision-effects.js';
import { type Decision, insertDecision } from './decisions.store.js';

/** What recording a decision needs besides its transaction. */
export interface RecordingTools {
  outbox: Outbox;
  settings: { QUALITY_SAMPLE_PERCENT: number };
}

/** The case as a decision finds it under its locks. */
export interface CaseToRecord {
  application: Application;
  property: { address: string; town: string; postcode: string };
  payment: Payment | null;
  commands: readonly PaymentCommand[];
}

export interface DecisionToRecord {
  file: CaseToRecord;
  outcome: DecisionOutcome;
  /** The member of staff, from the session. */
  by: string;
  at: Date;
  reasons: readonly DecisionReason[];
  privateNote: string | null;
  formId: string;
  event: TimelineEvent;
  letter: LetterContent;
}

/**
 * Records a decision with all that goes with it, in the caller's transaction: the status, the row
 * of this round, the timeline, the money, the place at the property and the letter. Some are drawn
 * for a second look: their letter is held, and a rejection then moves nothing until it is let go.
 */
export async function recordDecision(
  tx: Tx,
  { outbox, settings }: RecordingTools,
  made: DecisionToRecord,
): Promise<void> {
  const { file, outcome, at } = made;
  const { application } = file;
  const actor = { kind: 'staff', id: made.by } as const;
  const occasion = { applicationId: application.id, actor, at };
  await changeStatus(tx, application, {
    status: outcome,
    decidedAt: at,
    ...pauseEnded(application, at),
  });
  const decision = await writeDecision(tx, made, settings.QUALITY_SAMPLE_PERCENT);
  await recordEvent(tx, occasion, made.event);
  const isHeld = await askSecondLook(tx, outbox, { file, decision });
  if (!isHeld || outcome === 'approved') {
    await letDecisionWork(tx, outbox, { file, decision, actor, at });
  }
  const contact = contactOf(application, file.property);
  await writeLetters(tx, outbox, { ...occasion, contact, content: made.letter, isHeld });
}

/** The draw is made here, inside the transaction: nobody knows it before, and the row keeps it. */
async function writeDecision(
  tx: Tx,
  made: DecisionToRecord,
  usualPercent: number,
): Promise<Decision> {
  const { application } = made.file;
  const isJudged = made.outcome !== 'withdrawn';
  const sample = isJudged
    ? await drawSample(tx, application.permitTypeCode, { on: londonDateOf(made.at), usualPercent })
    : null;
  const decision: Decision = {
    id: newId(),
    applicationId: application.id,
    round: application.round,
    outcome: made.outcome,
    decidedBy: made.by,
    decidedAt: made.at,
    reasons: [...made.reasons],
    privateNote: made.privateNote,
    formId: made.formId,
    sampleDraw: sample?.draw ?? null,
    samplePercent: sample?.percent ?? null,
  };
  await insertDecision(tx, decision);
  return decision;
}
