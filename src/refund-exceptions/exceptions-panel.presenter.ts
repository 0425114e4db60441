import { linkContent, tagContent } from '../platform/web/component-types.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { formatPounds } from '../shared/money.js';
import { mayDo } from '../staff/permissions.rules.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';
import { EXCEPTION_REASONS, EXCEPTION_STATE_TAGS } from './exception-words.rules.js';
import type { ExceptionRow } from './refund-exceptions.queries.js';

/** For `{{> exception-desk/panel exceptions}}` on the page of a case. */
export interface ExceptionsPanel {
  rows: TableParams | null;
  /** Null for who may not ask. */
  ask: ButtonParams | null;
}

/** Null where there is no taken money of a granted permit, nor ever was a request. */
export function exceptionsPanel(
  rows: readonly ExceptionRow[] | null,
  { reference, role }: { reference: string; role: StaffRole },
): ExceptionsPanel | null {
  if (rows === null) return null;
  const href = `/applications/${reference}/refund-exceptions`;
  return {
    ask: mayDo(role, 'request-exception')
      ? button({ text: 'Ask for money back', href: `${href}/new`, variant: 'secondary' })
      : null,
    rows:
      rows.length === 0
        ? null
        : table({
            caption: 'Refund exceptions of this case',
            isCaptionHidden: true,
            scrollRegion: 'Refund exceptions of this case',
            firstCellIsHeader: true,
            head: ['Amount', 'Why', 'State'],
            rows: rows.map(({ id, amountPence, reason, state }) => [
              linkContent(formatPounds(amountPence), `${href}/${id}`),
              EXCEPTION_REASONS[reason],
              tagContent(EXCEPTION_STATE_TAGS[state].text, EXCEPTION_STATE_TAGS[state].colour),
            ]),
          }),
  };
}
