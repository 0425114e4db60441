const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `1 permit`, `2 permits`, `0 permits`, `1,250 permits`; give `many` where adding an s is wrong. */
export function countText(count: number, one: string, many = `${one}s`): string {
  const figures = String(Math.abs(count)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${count < 0 ? '-' : ''}${figures} ${count === 1 ? one : many}`;
}

/** `3 working days`, `1 working day`, `less than 1 working day` for 0. */
export function workingDaysText(count: number): string {
  return count === 0 ? 'less than 1 working day' : countText(count, 'working day');
}

/**
 * Elapsed time to the minute, rounded down, its two largest units: `2 hours 5 minutes`,
 * `45 minutes`, `4 days 3 hours`, `less than a minute`. A day here is 24 hours.
 * @throws RangeError for a negative or unknown length, which has no meaning as an elapsed time.
 */
export function durationText(milliseconds: number): string {
  const length = elapsed(milliseconds);
  const days = Math.floor(length / DAY_MS);
  const hours = Math.floor((length % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((length % HOUR_MS) / MINUTE_MS);
  if (days > 0) return joined(countText(days, 'day'), hours, 'hour');
  if (hours > 0) return joined(countText(hours, 'hour'), minutes, 'minute');
  return minutes > 0 ? countText(minutes, 'minute') : 'less than a minute';
}

/** Elapsed time in its largest unit only, from an hour up: `less than an hour`, `2 hours`, `5 days`. */
export function roughDurationText(milliseconds: number): string {
  const length = elapsed(milliseconds);
  if (length < HOUR_MS) return 'less than an hour';
  if (length < DAY_MS) return countText(Math.floor(length / HOUR_MS), 'hour');
  return countText(Math.floor(length / DAY_MS), 'day');
}

function joined(first: string, rest: number, unit: string): string {
  return rest === 0 ? first : `${first} ${countText(rest, unit)}`;
}

function elapsed(milliseconds: number): number {
  if (!Number.isFinite(milliseconds) || milliseconds < 0) {
    throw new RangeError('An elapsed time is a number of milliseconds, 0 or more');
  }
  return milliseconds;
}
