import { IsIn, MaxLength } from 'class-validator';
import { Trim } from '../platform/web/form-fields.js';
import { CaseForm } from '../case-forms/case-form.js';
import { MOST_WITHDRAWAL_WORDS } from '../decisions/withdrawal-reasons.rules.js';

export class WithdrawalForm extends CaseForm {
  @MaxLength(40)
  reason = '';

  @MaxLength(MOST_WITHDRAWAL_WORDS, { message: 'Your own words must be 1,000 characters or fewer' })
  @Trim()
  words = '';

  @MaxLength(2000, { message: 'The note must be 2,000 characters or fewer' })
  @Trim()
  privateNote = '';

  /** What the money was when the letter was previewed. */
  @MaxLength(40)
  money = '';

  @IsIn(['check', 'change', 'send'])
  step = 'check';
}
