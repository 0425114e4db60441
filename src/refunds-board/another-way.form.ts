import { IsUUID, MaxLength, MinLength } from 'class-validator';
import { Trim } from '../platform/web/form-fields.js';

export class AnotherWayForm {
  /** The same form sent twice is one settlement. */
  @IsUUID()
  formId = '';

  @MinLength(2, { message: 'Enter the reference of the payment you made' })
  @MaxLength(60, { message: 'The reference must be 60 characters or fewer' })
  @Trim()
  reference = '';

  @MinLength(10, { message: 'Say how it was given back, and why not by card' })
  @MaxLength(500, { message: 'The reason must be 500 characters or fewer' })
  @Trim()
  reason = '';
}
