import { IsIn, MaxLength } from 'class-validator';
import { CaseForm } from '../case-forms/case-form.js';
import { Trim } from '../platform/web/form-fields.js';
import { MOST_EXCEPTION_WORDS } from '../refund-exceptions/exception-words.rules.js';

/** Who signs stands nowhere here: the session says it. */
export class AnswerExceptionForm extends CaseForm {
  @MaxLength(20)
  answer = '';

  @MaxLength(MOST_EXCEPTION_WORDS, {
    message: `Your words must be ${MOST_EXCEPTION_WORDS} characters or fewer`,
  })
  @Trim()
  words = '';

  @IsIn(['check', 'change', 'send'])
  step = 'check';

  /** Which page of the paper is to be shown; the form is drawn again as it is. */
  @MaxLength(300)
  look = '';

  /** The button that the Enter key presses. */
  @MaxLength(20)
  act = '';
}
