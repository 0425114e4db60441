import { Temporal } from 'temporal-polyfill';

/** From one change of the clocks to the next they are ahead of UTC by the same. Milliseconds. */
interface Stretch {
  from: number;
  until: number;
  ahead: number;
}

/** The stretches asked about last: a page says a hundred instants, of two or three stretches. */
const known: Stretch[] = [];
const MOST_KNOWN = 16;

/** How far London clocks are ahead of UTC, in milliseconds. @throws RangeError for no instant. */
export function londonAhead(epochMs: number): number {
  const stretch = known.find(({ from, until }) => from <= epochMs && epochMs < until);
  return (stretch ?? learn(epochMs)).ahead;
}

function learn(epochMs: number): Stretch {
  const at = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO('Europe/London');
  // The change before is asked for from a moment later: `at` may be the change itself.
  const from = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const until = at.getTimeZoneTransition('next');
  const stretch = {
    from: from?.epochMilliseconds ?? -Infinity,
    until: until?.epochMilliseconds ?? Infinity,
    ahead: at.offsetNanoseconds / 1e6,
  };
  known.unshift(stretch);
  known.length = Math.min(known.length, MOST_KNOWN);
  return stretch;
}
