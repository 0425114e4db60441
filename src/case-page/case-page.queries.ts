import { pendingAtProperty, type PendingAtProperty } from '../applications/applications.queries.js';
import { type CaseFile, readCaseFile } from '../case-file/case-file.queries.js';
import { type CaseReader, openBy } from '../case-claims/case-presence.queries.js';
import { colleaguesOf } from '../case-notes/colleagues.queries.js';
import type { Colleague } from '../case-notes/mention.rules.js';
import { type CaseNote, notesOf } from '../case-notes/case-notes.queries.js';
import { type HoldShown, holdsOn } from '../holds/holds.queries.js';
import { type Letter, lettersOf } from '../letters/letters.store.js';
import { type PermitAtProperty, permitsAtProperty } from '../permits/permits.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { countSlots } from '../property-slots/property-slots.queries.js';
import type { SlotUse } from '../property-slots/property-slots.rules.js';
import { type TimelineRow, timelineOf } from '../timeline/timeline.queries.js';
import { readRegisterRows, type RegisterRows } from '../vehicle-register/register-rows.queries.js';

/** Everything the case page shows. */
export interface CasePageRows {
  file: CaseFile;
  permits: PermitAtProperty[];
  pending: PendingAtProperty[];
  slots: { cap: SlotUse; free: SlotUse };
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
}

/** Null when there is no such case. */
export async function readCasePage(
  reader: Reader,
  reference: string,
  { now, staffId }: { now: Date; staffId: string },
): Promise<CasePageRows | null> {
  const file = await readCaseFile(reader, reference, now);
  if (!file) return null;
  const { id, uprn } = file.application;
  return {
    file,
    permits: await permitsAtProperty(reader, uprn, now),
    pending: await pendingAtProperty(reader, uprn),
    slots: {
      cap: await countSlots(reader, { uprn, kind: 'cap', now }),
      free: await countSlots(reader, { uprn, kind: 'free', now }),
    },
    letters: await lettersOf(reader, id),
    notes: await notesOf(reader, id),
    hold: (await holdsOn(reader, [id], now))[0] ?? null,
    colleagues: await colleaguesOf(reader, staffId),
    openBy: await openBy(reader, id, now),
    events: await timelineOf(reader, id),
    register: await readRegisterRows(reader, file.application),
  };
}
