import { Matches, MaxLength } from 'class-validator';
import type { DatePart } from '../platform/web/components/date-input.js';
import { Keyed, Trim } from '../platform/web/form-fields.js';

export class SampleShareForm {
  @MaxLength(40)
  permitType = '';

  @Matches(/^(?:100|\d{1,2})$/, { message: 'Enter a share from 0 to 100, in whole numbers' })
  @Trim()
  percent = '';

  @Keyed()
  from: Partial<Record<DatePart, string>> = {};
}
