import { IsUUID, MaxLength, MinLength } from 'class-validator';
import { Trim } from '../platform/web/form-fields.js';

export class DoubleReturnForm {
  /** The same form sent twice is one closing. */
  @IsUUID()
  formId = '';

  @MinLength(10, { message: 'Say how it ended, in 10 characters or more' })
  @MaxLength(500, { message: 'Your words must be 500 characters or fewer' })
  @Trim()
  words = '';
}
