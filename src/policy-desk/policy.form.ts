import { IsIn, Matches, MaxLength } from 'class-validator';
import type { DatePart } from '../platform/web/components/date-input.js';
import { Keyed, Many, Trim } from '../platform/web/form-fields.js';

const BROKEN = 'This form is incomplete: open it again';

class PolicyForm {
  /** `seenKey` of the lines the form saw. */
  @Matches(/^[0-9a-f]{0,64}$/, { message: BROKEN })
  seen = '';

  @IsIn(['now', 'day', ''], { message: 'Choose from when it holds' })
  when = '';

  @Keyed()
  from: Partial<Record<DatePart, string>> = {};

  @IsIn(['check', 'change', 'publish'])
  step = 'check';
}

export class NumberForm extends PolicyForm {
  @MaxLength(10, { message: 'Enter a whole number' })
  @Trim()
  value = '';
}

export class NeedForm extends PolicyForm {
  @Many()
  paperKinds: string[] = [];
}

export class HolidayForm {
  @Keyed()
  on: Partial<Record<DatePart, string>> = {};

  @MaxLength(100, { message: 'Name: use 100 characters or fewer' })
  @Trim()
  title = '';

  @IsIn(['check', 'change', 'publish'])
  step = 'check';
}
