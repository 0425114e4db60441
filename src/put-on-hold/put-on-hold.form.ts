import { IsIn, MaxLength } from 'class-validator';
import { CaseForm } from '../case-forms/case-form.js';
import { MOST_HOLD_WORDS } from '../holds/hold-reasons.rules.js';
import type { DatePart } from '../platform/web/components/date-input.js';
import { Keyed, Trim } from '../platform/web/form-fields.js';

export class PutOnHoldForm extends CaseForm {
  @MaxLength(40)
  reason = '';

  @MaxLength(MOST_HOLD_WORDS, { message: 'Your words must be 500 characters or fewer' })
  @Trim()
  words = '';

  @Keyed()
  wakeOn: Partial<Record<DatePart, string>> = {};

  /** `yes` once the officer has read that the payment's hold ends before. */
  @IsIn(['', 'yes'])
  lateForMoney = '';
}
