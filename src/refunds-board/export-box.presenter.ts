import {
  EXPORTS_AN_HOUR,
  LONGEST_EXPORT_REASON,
  MOST_EXPORTED_ROWS,
} from '../export-log/export-limits.rules.js';
import { input, type InputParams } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { givenFilters, REFUNDS_PATH } from './refunds-address.rules.js';
import type { RefundFilters } from './refunds.form.js';

/** What was typed to take the list away, and what was wrong with it. */
export interface ExportWish {
  reason: string;
  errors: readonly FieldError[];
}

export interface ExportBox {
  action: string;
  hidden: { name: string; value: string }[];
  hint: string;
  reason: InputParams;
  submit: ButtonParams;
}

export function exportBox(filters: RefundFilters, { reason, errors }: ExportWish): ExportBox {
  return {
    action: `${REFUNDS_PATH}/exports`,
    hidden: Object.entries(givenFilters(filters)).map(([name, value]) => ({ name, value })),
    hint: `The list as it is narrowed now, up to ${MOST_EXPORTED_ROWS.toLocaleString('en-GB')} rows. ${EXPORTS_AN_HOUR} files an hour. Who took it, when and why is kept.`,
    reason: input({
      name: 'reason',
      label: 'Why you need the file',
      value: reason,
      error: errors.find(({ field }) => field === 'reason')?.text ?? null,
      attributes: { maxlength: LONGEST_EXPORT_REASON },
    }),
    submit: button({ text: 'Download as CSV', variant: 'secondary', preventDoubleClick: false }),
  };
}
