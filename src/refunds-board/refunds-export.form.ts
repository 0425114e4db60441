import { MaxLength, MinLength } from 'class-validator';
import { LONGEST_EXPORT_REASON } from '../export-log/export-limits.rules.js';
import { Trim } from '../platform/web/form-fields.js';
import { RefundFilters } from './refunds.form.js';

export class RefundsExportForm extends RefundFilters {
  @MinLength(5, { message: 'Say why you need the file' })
  @MaxLength(LONGEST_EXPORT_REASON, {
    message: `The reason must be ${LONGEST_EXPORT_REASON} characters or fewer`,
  })
  @Trim()
  reason = '';
}
