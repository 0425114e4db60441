/** One thing wrong with what a client sent, told so that a person can put it right. */
export interface Fault {
  /** JSON pointer (RFC 6901) into the body; `''` for the whole, `/evidence/KIND` for a file. */
  pointer: string;
  code: FaultCode;
  /** Plain English, fit to be shown to the applicant. */
  words: string;
  /** For a mistyped registration: what may have been meant. Offered, never taken silently (R-VRM-4). */
  suggestions?: readonly string[];
}

export const FAULT_CODES = [
  'missing',
  'must_be_an_object',
  'must_be_text',
  'must_be_a_whole_number',
  'unknown_field',
  'empty',
  'too_long',
  'out_of_range',
  'unreadable_characters',
  'not_one_of',
  'not_a_date',
  'not_a_time',
  'not_an_email',
  'not_a_mobile',
  'not_a_uprn',
  'not_a_registration',
  'not_a_reference',
  'needed_for_contact',
  'unknown_permit_type',
  'term_not_offered',
  'not_for_this_vehicle',
  'unknown_property',
  'unknown_permit',
  'permit_needed',
  'too_early_to_renew',
  'in_the_past',
  'too_far_ahead',
  'in_the_future',
  'no_price',
  'payment_needed',
  'nothing_to_pay',
  'not_the_price',
  'payment_already_used',
  'unknown_paper_kind',
  'already_added',
  'file_refused',
  'too_many_papers',
  'too_big_for_case',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];
