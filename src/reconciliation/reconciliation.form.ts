import { IsIn, IsNotEmpty, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { CORRECTION_CAUSES, MOST_DECLINE_WORDS } from '../payment-comparisons/corrections.rules.js';
import type { DatePart } from '../platform/web/components/date-input.js';
import { Keyed, Trim } from '../platform/web/form-fields.js';

const BROKEN = 'This form is incomplete: open the page again';

export class PeriodForm {
  @Keyed()
  from: Partial<Record<DatePart, string>> = {};

  @Keyed()
  to: Partial<Record<DatePart, string>> = {};

  @IsUUID('4', { message: BROKEN })
  formId = '';
}

export const MOST_WORDS = 1000;

/** Words alone, or a correction of the ledger as well. */
export class ExplanationForm {
  @IsIn(['words', 'correct'], { message: 'Choose how the difference is closed' })
  outcome = '';

  /** Why the ledger was off; only for a correction. */
  @IsIn(['', ...Object.keys(CORRECTION_CAUSES)], { message: 'Choose a cause' })
  cause = '';

  /** The amount the page named, in pence; below nothing when the ledger has too much. */
  @Matches(/^-?\d{1,12}$/, { message: BROKEN })
  gainPence = '0';

  @IsNotEmpty({ message: 'Write what the difference is and why it may be closed' })
  @MaxLength(MOST_WORDS, { message: 'What you write must be 1,000 characters or fewer' })
  @Trim()
  words = '';

  @IsUUID('4', { message: BROKEN })
  formId = '';
}

/** The second person's answer to a correction. */
export class AnswerForm {
  @IsIn(['agree', 'decline'], { message: 'Choose your answer' })
  answer = '';

  @ValidateIf(({ answer }: AnswerForm) => answer === 'decline')
  @IsNotEmpty({ message: 'Write why you decline' })
  @MaxLength(MOST_DECLINE_WORDS, { message: 'What you write must be 500 characters or fewer' })
  @Trim()
  words = '';

  @IsUUID('4', { message: BROKEN })
  formId = '';
}
