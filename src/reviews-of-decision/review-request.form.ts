import { IsIn, MaxLength } from 'class-validator';
import { CaseForm } from '../case-forms/case-form.js';
import { MOST_ASKED_WORDS } from '../decision-reviews/decision-review.rules.js';
import type { DatePart } from '../platform/web/components/date-input.js';
import { Keyed, Trim } from '../platform/web/form-fields.js';

export class ReviewRequestForm extends CaseForm {
  @MaxLength(20)
  channel = '';

  @Keyed()
  receivedOn: Partial<Record<DatePart, string>> = {};

  @MaxLength(MOST_ASKED_WORDS, {
    message: 'What the resident says must be 4,000 characters or fewer',
  })
  @Trim()
  asked = '';

  @IsIn(['check', 'change', 'send'])
  step = 'check';
}
