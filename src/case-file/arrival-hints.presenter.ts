import {
  ARRIVAL_HINTS,
  type ArrivalHint,
  isArrivalHint,
} from '../applications/arrival-hints.rules.js';
import type { TimelineRow } from '../timeline/timeline.queries.js';

/** What the household ledger says as it is now, with more to it. */
const SAID_BY_LEDGER: ReadonlySet<ArrivalHint> = new Set([
  'possible_duplicate',
  'same_registration_live',
  'look_alike_live',
]);

/** What was noticed when the case arrived, each with its reason; a hint never decides. */
export function arrivalHintsShown(events: readonly TimelineRow[]): string[] {
  const received = events.find(({ type }) => type === 'application-received');
  if (received?.type !== 'application-received') return [];
  return received.payload.hints
    .filter(isArrivalHint)
    .filter((hint) => !SAID_BY_LEDGER.has(hint))
    .map((hint: ArrivalHint) => ARRIVAL_HINTS[hint]);
}
