import { IsIn, MaxLength } from 'class-validator';
import { CaseForm } from '../case-forms/case-form.js';
import { MOST_REOPENING_WORDS } from '../decisions/reopening.rules.js';
import { Trim } from '../platform/web/form-fields.js';

export class OverturnForm extends CaseForm {
  @MaxLength(20)
  who = '';

  @MaxLength(MOST_REOPENING_WORDS, {
    message: 'The reason must be 1,000 characters or fewer',
  })
  @Trim()
  reason = '';

  @MaxLength(2000, { message: 'The note must be 2,000 characters or fewer' })
  @Trim()
  privateNote = '';

  /** What the money was when the letter was previewed. */
  @MaxLength(40)
  money = '';

  @IsIn(['check', 'change', 'send'])
  step = 'check';
}
