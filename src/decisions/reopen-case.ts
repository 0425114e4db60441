import type { Application } from '../applications/applications.store.js';
import { changeStatus } from '../applications/applications.store.js';
import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { leaseEnd } from '../case-claims/lease.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { dropHeldLetters } from '../letters/held-letters.js';
import { contactOf } from '../letters/address-letter.rules.js';
import { writeLetters } from '../letters/write-letters.js';
import type { PermitType } from '../permit-types/permit-type.rules.js';
import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { insertReopening } from './decision-reopenings.store.js';
import type { Decision } from './decisions.store.js';
import type { ReopeningCause } from './reopening.rules.js';
import { takePlacesAgain } from './take-places-again.js';

export interface CaseToReopen {
  file: {
    application: Application;
    permitType: PermitType;
    property: { address: string; town: string; postcode: string };
  };
  /** The decision that does not stand. */
  decision: Decision;
  status: ApplicationStatus;
  because: ReopeningCause;
  reason: string;
  privateNote: string | null;
  /** Tells the resident; null where the decision's own letter never went. */
  letter: LetterContent | null;
  by: string;
  at: Date;
  /** How long whoever takes it up holds it, unless he goes on working. */
  leaseMinutes: number;
  formId: string;
}

/**
 * Takes a rejection up again: the next round begins, its place at the property is sought anew, and
 * the resident is told where he had been told of the rejection. Money that was given back stays
 * given back. The caller holds the case's locks and has decided that it may be (`decideReopening`).
 */
export async function reopenCase(tx: Tx, outbox: Outbox, reopening: CaseToReopen): Promise<void> {
  const { file, decision, letter, by, at } = reopening;
  const { application } = file;
  const occasion = { applicationId: application.id, actor: { kind: 'staff', id: by }, at } as const;
  await changeStatus(tx, application, nextRound(reopening));
  await insertReopening(tx, {
    id: newId(),
    applicationId: application.id,
    decisionId: decision.id,
    because: reopening.because,
    reason: reopening.reason,
    privateNote: reopening.privateNote,
    isTold: letter !== null,
    reopenedBy: by,
    reopenedAt: at,
    formId: reopening.formId,
  });
  await takePlacesAgain(tx, file, at);
  const payload = { because: reopening.because, round: application.round + 1 };
  await recordEvent(tx, occasion, { type: 'decision-reopened', payload });
  await dropHeldLetters(tx, application.id);
  if (letter === null) return;
  const contact = contactOf(application, file.property);
  await writeLetters(tx, outbox, { ...occasion, contact, content: letter });
}

/** While the decision stood nobody was waited for, and the age of the case does not count that. */
function nextRound({ file: { application }, status, by, at, leaseMinutes }: CaseToReopen) {
  const { decidedAt, pausedSeconds } = application;
  const stood = decidedAt === null ? 0 : Math.round((at.getTime() - decidedAt.getTime()) / 1000);
  const isHeld = status === 'in_review';
  return {
    status,
    round: application.round + 1,
    decidedAt: null,
    claimedBy: isHeld ? by : null,
    claimedAt: isHeld ? at : null,
    claimedUntil: isHeld ? leaseEnd(at, leaseMinutes) : null,
    pausedSeconds: pausedSeconds + Math.max(0, stood),
  };
}
