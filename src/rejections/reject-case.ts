import { moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import { type CaseToLock, lockCase } from '../case-file/lock-case.js';
import { decidersOf, isSameDecision } from '../decisions/open-case.rules.js';
import { recordDecision, type RecordingTools } from '../decisions/record-decision.js';
import type { ChosenReason } from '../decisions/rejection-reasons.rules.js';
import { councilFacts, type CouncilSettings } from '../letters/council-facts.rules.js';
import { isLetterShown } from '../letters/letter-key.js';
import type { Tx } from '../platform/database/transaction.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { describeReasons, rejectionLetter } from './rejection-words.js';
import { decideRejection, type RejectionRefusal } from './rejection.rules.js';

export interface RejectionCommand extends CaseToLock {
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  reasons: readonly ChosenReason[];
  privateNote: string | null;
  /** `moneyKey` of the money the previewed letter spoke of; null where nobody read one. */
  moneyShown: string | null;
  /** `letterKey` of the letter that was read; null where no person reads one. */
  letterShown?: string | null;
}

export interface RejectingTools extends RecordingTools {
  settings: RecordingTools['settings'] & CouncilSettings;
}

export type Rejected = Outcome<unknown, RejectionRefusal>;

/**
 * Rejects an application in the caller's transaction: decision, release command, timeline and
 * letters together (R-REJ-1 to R-REJ-4, R-REF-2). The same form sent again has the same result.
 */
export async function rejectCase(
  tx: Tx,
  tools: RejectingTools,
  command: RejectionCommand,
  now: Date,
): Promise<Rejected> {
  const file = await lockCase(tx, command, now);
  if (isSameDecision(file, command)) return ok();
  const moneyNow = moneyKey(moneyOf(file.payment, file.commands));
  const decided = decideRejection({
    application: file.application,
    officer: command.officer,
    deciders: decidersOf(file),
    seenVersion: command.seenVersion,
    catalogue: file.catalogue,
    reasons: command.reasons,
    money: { shown: command.moneyShown ?? moneyNow, now: moneyNow },
  });
  if (!decided.ok) return decided;
  const { reasons, letterShown = null } = command;
  const council = councilFacts(tools.settings);
  const letter = rejectionLetter({ file, reasons, council, now });
  if (!isLetterShown(letter, letterShown)) return refuse('letter_changed');
  await recordDecision(tx, tools, {
    file,
    outcome: 'rejected',
    by: command.officer.id,
    at: now,
    reasons: describeReasons(file, reasons, now),
    privateNote: command.privateNote,
    formId: command.formId,
    event: { type: 'application-rejected', payload: { reasons: reasons.map(({ code }) => code) } },
    letter,
  });
  return ok();
}
