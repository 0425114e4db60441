import { arrivalHintsShown } from '../case-file/arrival-hints.presenter.js';
import { type LedgerPanel, ledgerPanel } from '../household-ledger/ledger.presenter.js';
import { formatDateTime } from '../shared/london-date.js';
import type { KnownBefore } from './known-before.queries.js';
import type { VehicleElsewhere } from './vehicle-elsewhere.rules.js';

/** For the view `approval/known-before`: hints and what colleagues wrote. */
export interface KnownBeforePanel {
  lookAt: LedgerPanel['lookAt'];
  hints: string[];
  notes: { words: string; byline: string }[];
}

/** Null where there is nothing to know. What is asked about the vehicle is said there, not twice. */
export function knownBefore(
  known: KnownBefore,
  elsewhere: readonly VehicleElsewhere[],
  now: Date,
): KnownBeforePanel | null {
  const asked = new Set(elsewhere.map(({ caseReference }) => caseReference));
  const lookAt = ledgerPanel(known.ledger, now).lookAt.filter(
    ({ kind, reference }) => kind !== 'same_plate' || !asked.has(reference),
  );
  const hints = arrivalHintsShown(known.events);
  const notes = known.notes.map(({ words, authorName, writtenAt }) => ({
    words,
    byline: `${authorName}, ${formatDateTime(writtenAt)}`,
  }));
  return lookAt.length + hints.length + notes.length === 0 ? null : { lookAt, hints, notes };
}
