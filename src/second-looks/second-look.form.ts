import { MaxLength } from 'class-validator';
import { CaseForm } from '../case-forms/case-form.js';
import { Trim } from '../platform/web/form-fields.js';
import { MOST_LOOK_WORDS } from './second-look.rules.js';

export class SecondLookForm extends CaseForm {
  @MaxLength(20)
  answer = '';

  @MaxLength(MOST_LOOK_WORDS, { message: 'What you write must be 1,000 characters or fewer' })
  @Trim()
  note = '';
}
