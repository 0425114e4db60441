import { ArrayNotEmpty, IsIn, Matches, MaxLength, MinLength } from 'class-validator';
import { LONGEST_EXPORT_REASON } from '../export-log/export-limits.rules.js';
import type { DatePart } from '../platform/web/components/date-input.js';
import { Keyed, Many, Trim } from '../platform/web/form-fields.js';
import { FORMATS, type Format, GROUPINGS, type Grouping } from './finance-filter.rules.js';
import { FINANCE_KINDS, type FinanceKind } from './finance-lines.rules.js';

export class FinanceExportForm {
  @Keyed()
  from: Partial<Record<DatePart, string>> = {};

  @Keyed()
  to: Partial<Record<DatePart, string>> = {};

  @ArrayNotEmpty({ message: 'Choose what the file should have' })
  @IsIn(FINANCE_KINDS, { each: true, message: 'Choose what the file should have' })
  @Many()
  kinds: FinanceKind[] = [];

  @Matches(/^[a-z_0-9]{0,40}$/, { message: 'Choose a permit type from the list' })
  permitType = '';

  @Matches(/^(?:|none|[A-Z]\d{1,4})$/, { message: 'Choose a zone from the list' })
  zone = '';

  @IsIn(GROUPINGS, { message: 'Choose lines or totals' })
  grouping: Grouping = 'lines';

  @IsIn(FORMATS, { message: 'Choose CSV or Excel' })
  format: Format = 'csv';

  @MinLength(5, { message: 'Say why you need the file' })
  @MaxLength(LONGEST_EXPORT_REASON, {
    message: `The reason must be ${LONGEST_EXPORT_REASON} characters or fewer`,
  })
  @Trim()
  reason = '';
}
