import type { CaseFile } from '../case-file/case-file.queries.js';
import { type CaseNote, notesOf } from '../case-notes/case-notes.queries.js';
import type { LedgerRows } from '../household-ledger/ledger-rows.js';
import { readLedger } from '../household-ledger/ledger.queries.js';
import { readingTogether } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import { type TimelineRow, timelineOf } from '../timeline/timeline.queries.js';

/** What somebody who came past the case's own page must have seen before he approves. */
export interface KnownBefore {
  ledger: LedgerRows;
  notes: CaseNote[];
  events: TimelineRow[];
}

export async function readKnownBefore(
  anyReader: Reader,
  file: CaseFile,
  now: Date,
): Promise<KnownBefore> {
  const { id } = file.application;
  const reader = readingTogether(anyReader);
  const [ledger, notes, events] = await Promise.all([
    readLedger(reader, file, now),
    notesOf(reader, id),
    timelineOf(reader, id),
  ]);
  return { ledger, notes, events };
}
