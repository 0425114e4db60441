import { IsIn, IsUUID, MaxLength, MinLength } from 'class-validator';
import type { DatePart } from '../platform/web/components/date-input.js';
import { Keyed, Trim } from '../platform/web/form-fields.js';

export class AnotherWayForm {
  /** The same form sent twice is one settlement. */
  @IsUUID()
  formId = '';

  @MaxLength(20)
  way = '';

  @Keyed()
  paidOn: Partial<Record<DatePart, string>> = {};

  @MinLength(2, { message: 'Enter the reference of the payment you made' })
  @MaxLength(60, { message: 'The reference must be 60 characters or fewer' })
  @Trim()
  reference = '';

  @MinLength(10, { message: 'Say why it was not given back by card' })
  @MaxLength(500, { message: 'The reason must be 500 characters or fewer' })
  @Trim()
  reason = '';

  /** `yes`: the payment service was asked by a person, and nothing went back. */
  @IsIn(['', 'yes'])
  checked = '';

  @IsIn(['check', 'change', 'send'])
  step = 'check';

  /** `letterKey` of the letter on the check page. */
  @MaxLength(64)
  letterKey = '';
}
