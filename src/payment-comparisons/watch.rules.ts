/** What is wrong with the daily comparison, or with what it found. */
export type Trouble =
  | { trouble: 'reconciliation-overdue'; lastEndedAt: Date | null }
  | { trouble: 'reconciliation-stopped'; run: string; startedAt: Date }
  | { trouble: 'reconciliation-stuck'; run: string; since: Date }
  | { trouble: 'differences-unexplained'; open: number; oldestAt: Date };

/** Once a day, with two hours for a service that was away. */
const OVERDUE_AFTER_HOURS = 26;
/** A run that is at work gets further within seconds; one that waits for the service, within the hour. */
const STUCK_AFTER_HOURS = 2;
const UNEXPLAINED_AFTER_HOURS = 48;

/** What is known of the comparisons. */
export interface Watched {
  /** When the last one that covers a day's own period was finished; null when none ever was. */
  lastEndedAt: Date | null;
  /** The oldest payment there is to compare. */
  firstPaymentAt: Date | null;
  /** The day's own run that gave up, if none that covers as much was finished since. */
  stopped: { run: string; startedAt: Date } | null;
  /** The run under way that has not got further for longest. */
  slowest: { run: string; since: Date } | null;
  open: number;
  oldestOpenAt: Date | null;
}

const HOUR_MS = 3_600_000;

/** In the order in which they matter. */
export function troublesOf(watched: Watched, now: Date): Trouble[] {
  const { lastEndedAt, firstPaymentAt, stopped, slowest, open, oldestOpenAt } = watched;
  const isOlder = (at: Date | null, hours: number): at is Date =>
    at !== null && now.getTime() - at.getTime() > hours * HOUR_MS;
  const found: Trouble[] = [];
  if (isOlder(lastEndedAt ?? firstPaymentAt, OVERDUE_AFTER_HOURS)) {
    found.push({ trouble: 'reconciliation-overdue', lastEndedAt });
  }
  if (stopped) found.push({ trouble: 'reconciliation-stopped', ...stopped });
  if (slowest && isOlder(slowest.since, STUCK_AFTER_HOURS)) {
    found.push({ trouble: 'reconciliation-stuck', ...slowest });
  }
  if (isOlder(oldestOpenAt, UNEXPLAINED_AFTER_HOURS)) {
    found.push({ trouble: 'differences-unexplained', open, oldestAt: oldestOpenAt });
  }
  return found;
}
