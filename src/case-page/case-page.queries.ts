import type { Obstacle } from '../approval-gate/approval-obstacles.rules.js';
import { readGate } from '../approval-gate/read-gate.queries.js';
import { type CaseFile, readCaseFile } from '../case-file/case-file.queries.js';
import { type CaseReader, openBy } from '../case-claims/case-presence.queries.js';
import { colleaguesOf } from '../case-notes/colleagues.queries.js';
import type { Colleague } from '../case-notes/mention.rules.js';
import { type CaseNote, notesOf } from '../case-notes/case-notes.queries.js';
import type { ConflictGround } from '../conflicts-of-interest/conflict.rules.js';
import { conflictsIn } from '../conflicts-of-interest/conflicts.queries.js';
import { type HoldShown, holdsOn } from '../holds/holds.queries.js';
import { readLedger } from '../household-ledger/ledger.queries.js';
import type { LedgerRows } from '../household-ledger/ledger-rows.js';
import { type Letter, lettersOf } from '../letters/letters.store.js';
import { readMoneyFacts } from '../money-story/money-facts.queries.js';
import type { MoneyFacts } from '../money-story/money-facts.rules.js';
import {
  exceptionsOfCase,
  type ExceptionRow,
} from '../refund-exceptions/refund-exceptions.queries.js';
import { readingOnePolicy } from '../policy/policy-stamp.queries.js';
import { readingTogether } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import { type TimelineRow, timelineOf } from '../timeline/timeline.queries.js';
import { readRegisterRows, type RegisterRows } from '../vehicle-register/register-rows.queries.js';

/** Everything the case page shows. */
export interface CasePageRows {
  file: CaseFile;
  /** Why whoever looks may not decide it; empty when nothing stands against it. */
  conflict: ConflictGround[];
  /** What is missing before approval; null once it is decided. */
  gate: Obstacle[] | null;
  ledger: LedgerRows;
  letters: Letter[];
  notes: CaseNote[];
  /** The officer's hold that is on; null when none is. */
  hold: HoldShown | null;
  /** Whom a note may tell. */
  colleagues: Colleague[];
  /** Who has the case open now. */
  openBy: CaseReader[];
  events: TimelineRow[];
  register: RegisterRows;
  money: MoneyFacts;
  /** Null where no money of a granted permit was taken. */
  exceptions: ExceptionRow[] | null;
}

/** Null when there is no such case. */
export async function readCasePage(
  anyReader: Reader,
  reference: string,
  viewer: { now: Date; staffId: string },
): Promise<CasePageRows | null> {
  const reader = readingOnePolicy(readingTogether(anyReader));
  const file = await readCaseFile(reader, reference, viewer.now);
  if (!file) return null;
  const [around, money, exceptions] = await Promise.all([
    readAround(reader, file, viewer),
    readMoneyFacts(reader, file.application, viewer.now),
    exceptionsIn(reader, file),
  ]);
  return { file, ...around, money, exceptions };
}

async function readAround(
  reader: Reader,
  file: CaseFile,
  { now, staffId }: { now: Date; staffId: string },
) {
  const { application } = file;
  const { id } = application;
  const asked = conflictsIn(reader, application, { staffId, now });
  const [conflict, gate, ledger, letters, notes, holds, colleagues, readers, events, register] =
    await Promise.all([
      asked,
      readGate(reader, file, { now, conflict: asked }),
      readLedger(reader, file, now),
      lettersOf(reader, id),
      notesOf(reader, id),
      holdsOn(reader, [id], now),
      colleaguesOf(reader, staffId),
      openBy(reader, id, now),
      timelineOf(reader, id),
      readRegisterRows(reader, application),
    ]);
  const hold = holds[0] ?? null;
  return {
    ...{ conflict, gate, ledger, letters, notes, hold, colleagues },
    ...{ openBy: readers, events, register },
  };
}

async function exceptionsIn(reader: Reader, { application, payment }: CaseFile) {
  const isTaken = application.status === 'approved' && (payment?.capturedPence ?? 0) > 0;
  return isTaken ? exceptionsOfCase(reader, application.id) : null;
}
