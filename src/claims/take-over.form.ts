import { IsNotEmpty, MaxLength } from 'class-validator';
import { CaseForm } from '../case-forms/case-form.js';
import { Trim } from '../platform/web/form-fields.js';

export const MOST_REASON_CHARACTERS = 500;

export class TakeOverForm extends CaseForm {
  @IsNotEmpty({ message: 'Say why you take the case over' })
  @MaxLength(MOST_REASON_CHARACTERS, { message: 'The reason must be 500 characters or fewer' })
  @Trim()
  reason = '';
}
