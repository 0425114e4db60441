/** Why the register's answer is not known. Nothing of it says anything about the applicant. */
export const NOT_CHECKED_REASONS = [
  'too_many_requests',
  'service_down',
  'no_answer',
  'not_understood',
  'not_accepted',
  'refused',
] as const;
export type NotCheckedReason = (typeof NOT_CHECKED_REASONS)[number];

export const NOT_CHECKED_WORDS: Readonly<Record<NotCheckedReason, string>> = {
  too_many_requests: 'the register had too many questions at once',
  service_down: 'the register is out of service',
  no_answer: 'the register did not answer in time',
  not_understood: 'the register’s answer could not be read',
  not_accepted: 'the register takes no registration number of this form',
  refused: 'the register refused our key; tell whoever looks after this system',
};

/** The same question may be answered later; the others stay as they are until a person acts. */
const PASSING: ReadonlySet<NotCheckedReason> = new Set([
  'too_many_requests',
  'service_down',
  'no_answer',
  'not_understood',
]);

const MINUTE_MS = 60_000;
/** From the first try to the last: nearly three hours. Then it is left to the officer. */
const PAUSES_MS = [0.5, 2, 10, 30, 120].map((minutes) => minutes * MINUTE_MS);
const LONGEST_WISH_MS = 120 * MINUTE_MS;

export interface FailedTry {
  because: NotCheckedReason;
  /** How often it was asked in vain, this time counted. */
  tries: number;
  now: Date;
  /** What the register itself asked for (Retry-After), in seconds. */
  retryAfterSeconds: number | null;
}

/** When to ask again without being told; null: an officer may, nobody else does (R-VES-4). */
export function nextTryAt({ because, tries, now, retryAfterSeconds }: FailedTry): Date | null {
  const pause = PAUSES_MS[tries - 1];
  if (!PASSING.has(because) || pause === undefined) return null;
  const wish = Math.min((retryAfterSeconds ?? 0) * 1000, LONGEST_WISH_MS);
  return new Date(now.getTime() + Math.max(pause, wish));
}
