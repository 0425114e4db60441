/** Why an officer changed the registration that was declared (R-VRM-4, R-VRM-7). */
export const CORRECTION_REASONS = [
  'typing_slip',
  'paper_shows_it',
  'applicant_said',
  'unusual',
] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

export const CORRECTION_REASON_LABELS: Readonly<Record<CorrectionReason, string>> = {
  typing_slip: 'It was mistyped',
  paper_shows_it: 'The vehicle’s papers show another one',
  applicant_said: 'The applicant told us another one',
  unusual: 'It is of an unusual kind: diplomatic, foreign, trade or military',
};

export function isCorrectionReason(code: string): code is CorrectionReason {
  return (CORRECTION_REASONS as readonly string[]).includes(code);
}
