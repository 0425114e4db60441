/**
 * `waiting`: it shall be asked. `not_in_register` is an answer; `not_checked` is none, with its
 * reason, and either the time of the next try or nobody but an officer to ask again.
 */
export const REGISTER_CHECK_STATES = [
  'waiting',
  'found',
  'not_in_register',
  'not_checked',
] as const;
export type RegisterCheckState = (typeof REGISTER_CHECK_STATES)[number];

/** An answer is good for other cases with the same registration for a day. */
export const ANSWER_KEEPS_MS = 24 * 3_600_000;

/** True while a job shall still ask; what is settled is asked again only by a new wish. */
export function isOpen(check: { state: RegisterCheckState; tryAgainAt: Date | null }): boolean {
  return check.state === 'waiting' || (check.state === 'not_checked' && check.tryAgainAt !== null);
}

/** A question is answered within seconds, or a worker is missing: then it may be put again. */
const UNDER_WAY_MS = 2 * 60_000;

export function isUnderWay(
  check: { state: RegisterCheckState; askedAt: Date },
  now: Date,
): boolean {
  return check.state === 'waiting' && now.getTime() - check.askedAt.getTime() < UNDER_WAY_MS;
}
