import { IsIn, MaxLength } from 'class-validator';
import { CaseForm } from '../case-forms/case-form.js';
import { MOST_REVIEW_REASONS } from '../decision-reviews/decision-review.rules.js';
import { Trim } from '../platform/web/form-fields.js';

export class ReviewOutcomeForm extends CaseForm {
  @MaxLength(20)
  outcome = '';

  @MaxLength(MOST_REVIEW_REASONS, { message: 'The answer must be 2,000 characters or fewer' })
  @Trim()
  reasons = '';

  @MaxLength(2000, { message: 'The note must be 2,000 characters or fewer' })
  @Trim()
  privateNote = '';

  /** What the money was when the letter was previewed. */
  @MaxLength(40)
  money = '';

  @IsIn(['check', 'change', 'send'])
  step = 'check';
}
