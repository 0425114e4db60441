import { type ContentInput, linkContent } from '../platform/web/component-types.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { formatDateTime, formatTime } from '../shared/london-date.js';
import type { ReceivedMessage, WebhookFinding } from '../webhook-inbox/webhook-inbox.queries.js';
import { eventInWords, FINDING_WORDS } from './notice-words.rules.js';

export interface PaymentNoticesPage {
  title: string;
  backLink: PlainLinkParams;
  asAt: string;
  open: TableParams | null;
  settled: TableParams | null;
  received: TableParams | null;
  /** How long the list of what came goes back. */
  kept: string;
}

interface Shown {
  open: readonly WebhookFinding[];
  settled: readonly WebhookFinding[];
  received: readonly ReceivedMessage[];
  keptDays: number;
  now: Date;
}

export const NOTICES = '/payment-notices';

/** What GOV.UK Pay told, and what of it a person must look into. */
export function paymentNoticesPage(shown: Shown): PaymentNoticesPage {
  const { open, settled, received } = shown;
  return {
    title: 'Payment notices',
    backLink: backLink('/my-work', 'Back to my work'),
    asAt: `Data as at ${formatTime(shown.now)}`,
    open: open.length === 0 ? null : openTable(open),
    settled: settled.length === 0 ? null : settledTable(settled),
    received: received.length === 0 ? null : receivedTable(received),
    kept: `Which notices came is kept for ${shown.keptDays} days. What they say is never kept.`,
  };
}

const DENSE = { classes: 'desk-dense', firstCellIsHeader: true };

function openTable(findings: readonly WebhookFinding[]): TableParams {
  return table({
    ...{ caption: 'To look into', scrollRegion: 'Notices to look into', ...DENSE },
    head: ['What is wrong', 'Payment at GOV.UK Pay', 'The notice said', 'Came'],
    rows: findings.map((finding) => [
      linkContent(FINDING_WORDS[finding.kind], `${NOTICES}/findings/${finding.id}`, {
        hiddenText: `payment ${finding.providerPaymentId}`,
      }),
      finding.providerPaymentId,
      eventInWords(finding.eventType),
      formatDateTime(finding.foundAt),
    ]),
  });
}

function settledTable(findings: readonly WebhookFinding[]): TableParams {
  return table({
    ...{ caption: 'Looked into last', scrollRegion: 'Notices looked into', ...DENSE },
    head: ['What was wrong', 'Payment at GOV.UK Pay', 'What was found', 'By', 'When'],
    rows: findings.map((finding) => [
      linkContent(FINDING_WORDS[finding.kind], `${NOTICES}/findings/${finding.id}`, {
        hiddenText: `payment ${finding.providerPaymentId}`,
      }),
      finding.providerPaymentId,
      finding.reason ?? 'The application arrived after the notice',
      finding.settledByName ?? 'Permit Desk',
      finding.settledAt ? formatDateTime(finding.settledAt) : '',
    ]),
  });
}

function receivedTable(messages: readonly ReceivedMessage[]): TableParams {
  return table({
    ...{ caption: 'Received last', scrollRegion: 'Notices received', ...DENSE },
    head: ['Came', 'The notice said', 'Case', 'Payment at GOV.UK Pay', 'What was done'],
    rows: messages.map((message) => [
      formatDateTime(message.receivedAt),
      eventInWords(message.eventType),
      message.reference === null
        ? 'None'
        : linkContent(message.reference, `/applications/${message.reference}`),
      message.providerPaymentId,
      whatWasDone(message),
    ]),
  });
}

function whatWasDone({
  result,
  reference,
  receivedAt,
  paymentReadAt,
}: ReceivedMessage): ContentInput {
  if (result === 'not_a_payment') return 'Nothing: it is not about a payment';
  if (reference === null) return 'Put in the list to look into';
  if (paymentReadAt === null || paymentReadAt < receivedAt) return 'The payment waits to be read';
  return `The payment was read again, last on ${formatDateTime(paymentReadAt)}`;
}
