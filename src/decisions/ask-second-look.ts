import type { Tx } from '../platform/database/transaction.js';
import { newId } from '../platform/database/new-id.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import { insertQualityCheck } from '../quality-checks/quality-checks.store.js';
import { policyBook } from '../policy/policy-book.queries.js';
import { settingOn } from '../policy/policy-settings.rules.js';
import { isDrawn, secondLookDueAt } from '../quality-checks/quality-sample.rules.js';
import { londonDateOf } from '../shared/london-date.js';
import { recordEvent } from '../timeline/timeline.store.js';
import type { Decision } from './decisions.store.js';
import type { CaseToRecord } from './record-decision.js';

interface Asking {
  file: Pick<CaseToRecord, 'application' | 'payment'>;
  decision: Decision;
}

/** Asks for a second look at a decision that was drawn. True: its letter must wait. */
export async function askSecondLook(tx: Tx, outbox: Outbox, asking: Asking): Promise<boolean> {
  const { file, decision } = asking;
  const { sampleDraw, samplePercent, decidedAt: at, applicationId } = decision;
  if (sampleDraw === null || samplePercent === null) return false;
  if (!isDrawn(sampleDraw, samplePercent)) return false;
  // An approval takes the money at once; only a rejection's letter speaks of a hold that may end.
  const holdEndsAt = decision.outcome === 'approved' ? null : (file.payment?.holdEndsAt ?? null);
  const { settings, holidays } = await policyBook(tx);
  const workingDays = settingOn(settings, 'second_look_days', londonDateOf(at));
  const dueAt = secondLookDueAt({ at, workingDays, holdEndsAt, holidays });
  if (dueAt === null) return false;
  const id = newId();
  await insertQualityCheck(tx, {
    id,
    applicationId,
    decisionId: decision.id,
    state: 'waiting',
    askedAt: at,
    dueAt,
    lookedBy: null,
    settledAt: null,
    note: null,
    formId: null,
  });
  const occasion = { applicationId, actor: { kind: 'system' }, at } as const;
  const payload = { checkId: id, dueAt: dueAt.toISOString() };
  await recordEvent(tx, occasion, { type: 'second-look-asked', payload });
  await outbox.enqueue(tx, { type: 'second-look.due', subjectId: id, notBefore: dueAt });
  return true;
}
