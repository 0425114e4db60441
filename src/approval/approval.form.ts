import { MaxLength } from 'class-validator';
import { Trim } from '../platform/web/form-fields.js';
import { CaseForm } from '../case-forms/case-form.js';

export class ApprovalForm extends CaseForm {
  @MaxLength(2000, { message: 'The note must be 2,000 characters or fewer' })
  @Trim()
  privateNote = '';

  /** What the officer checked (`termsKey`). */
  @MaxLength(200)
  terms = '';
}
