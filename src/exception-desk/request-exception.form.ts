import { IsIn, Matches, MaxLength } from 'class-validator';
import { CaseForm } from '../case-forms/case-form.js';
import { Trim } from '../platform/web/form-fields.js';
import { MOST_EXCEPTION_WORDS } from '../refund-exceptions/exception-words.rules.js';

/** Who signs stands nowhere here: the session says it. */
export class RequestExceptionForm extends CaseForm {
  @MaxLength(20, { message: 'Enter an amount in pounds, like 27.50' })
  @Trim()
  amount = '';

  @MaxLength(20)
  reason = '';

  @MaxLength(MOST_EXCEPTION_WORDS, { message: 'What happened must be 500 characters or fewer' })
  @Trim()
  words = '';

  @MaxLength(20)
  askedBy = '';

  @Matches(/^[\da-f-]{0,36}$/, { message: 'Choose a paper of this case' })
  paper = '';

  /** A file came with the form, and was not kept: it must be chosen again. */
  @IsIn(['', '1'])
  fileLost = '';
}

/** The name of the file's field. */
export const FILE_FIELD = 'file' as const;
