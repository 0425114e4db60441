import { IsNotEmpty, IsUUID, MaxLength } from 'class-validator';
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

export class ExplanationForm {
  @IsNotEmpty({ message: 'Write what the difference is and why it may be closed' })
  @MaxLength(MOST_WORDS, { message: 'What you write must be 1,000 characters or fewer' })
  @Trim()
  words = '';

  @IsUUID('4', { message: BROKEN })
  formId = '';
}
