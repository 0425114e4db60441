import { linkContent, nested } from '../platform/web/component-types.js';
import { backLink, button, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import type { PaymentToSettle } from '../payments/payments-to-settle.queries.js';
import type { CommandKind } from '../payments/payment-actions.rules.js';
import { formatDateTime, formatTime } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';

export interface PaymentsToSettlePage {
  title: string;
  backLink: PlainLinkParams;
  asAt: string;
  payments: TableParams | null;
}

const WHAT: Readonly<Record<CommandKind, string>> = {
  capture: 'Take the money',
  release: 'Give the money back',
  refund: 'Refund part of the money',
};

export function paymentsToSettlePage(
  payments: readonly PaymentToSettle[],
  now: Date,
): PaymentsToSettlePage {
  return {
    title: 'Payments that need a person',
    backLink: backLink('/my-work', 'Back to my work'),
    asAt: `Data as at ${formatTime(now)}`,
    payments: payments.length === 0 ? null : paymentsTable(payments),
  };
}

function paymentsTable(payments: readonly PaymentToSettle[]): TableParams {
  return table({
    caption: 'Payments that need a person',
    isCaptionHidden: true,
    scrollRegion: 'Payments that need a person',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: [
      'Case',
      'What should happen',
      { content: 'Amount', isNumeric: true },
      'What went wrong',
      'Asked for',
      'What you can do',
    ],
    rows: payments.map((payment) => [
      linkContent(payment.reference, `/applications/${payment.reference}`),
      WHAT[payment.kind],
      { content: formatPounds(payment.amountPence), isNumeric: true },
      payment.problem ?? 'Not known',
      formatDateTime(payment.requestedAt),
      nested('payments-to-settle/try-again', tryAgain(payment)),
    ]),
  });
}

function tryAgain({ commandId, reference }: PaymentToSettle) {
  return {
    action: `/payments-to-settle/${commandId}/another-try`,
    submit: button({
      text: 'Try again',
      variant: 'secondary',
      attributes: { 'aria-label': `Try again: ${reference}` },
    }),
  };
}
