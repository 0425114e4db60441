import { type ContentInput, linkContent } from '../platform/web/component-types.js';
import type { TextareaParams } from '../platform/web/components/form-fields.js';
import { characterCount } from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { formatDateTime } from '../shared/london-date.js';
import type { WebhookFinding } from '../webhook-inbox/webhook-inbox.queries.js';
import { eventInWords, FINDING_ADVICE, FINDING_WORDS } from './notice-words.rules.js';
import { NOTICES } from './payment-notices.presenter.js';

export interface FindingPage {
  title: string;
  backLink: PlainLinkParams;
  errors: { text: string; href: string | null }[];
  summary: SummaryListParams;
  /** What to do about it; null when somebody has. */
  toDo: { advice: string[]; action: string; reason: TextareaParams; settle: ButtonParams } | null;
}

interface Shown {
  finding: WebhookFinding;
  about: readonly { receivedAt: Date; eventType: string }[];
  reason: string;
  errors: readonly FieldError[];
}

/** One notice that a person must look into, or has. */
export function findingPage(shown: Shown): FindingPage {
  const { finding, errors } = shown;
  return {
    title: FINDING_WORDS[finding.kind],
    backLink: backLink(NOTICES, 'Back to payment notices'),
    errors: errors.map(({ text, href }) => ({ text, href })),
    summary: summaryList({ rows: [...facts(shown), ...settlement(finding)] }),
    toDo: finding.settledAt === null ? toDo(shown) : null,
  };
}

function facts({ finding, about }: Shown) {
  const told = about.map(
    ({ eventType, receivedAt }) => `${eventInWords(eventType)}, ${formatDateTime(receivedAt)}`,
  );
  return [
    { key: 'Payment at GOV.UK Pay', value: finding.providerPaymentId },
    { key: 'Case', value: caseOf(finding) },
    { key: 'The notice said', value: eventInWords(finding.eventType) },
    { key: 'Number of the notice', value: finding.messageId },
    { key: 'Came', value: formatDateTime(finding.foundAt) },
    { key: 'Notices about this payment', value: told.length === 0 ? 'None' : told.join('; ') },
  ];
}

function caseOf({ reference }: WebhookFinding): ContentInput {
  return reference === null ? 'None' : linkContent(reference, `/applications/${reference}`);
}

function settlement({ settledAt, settledByName, reason }: WebhookFinding) {
  if (settledAt === null) return [];
  return [
    { key: 'What was found', value: reason ?? 'The application arrived after the notice' },
    {
      key: 'Looked into',
      value: `${settledByName ?? 'Permit Desk'}, ${formatDateTime(settledAt)}`,
    },
  ];
}

function toDo({ finding, reason, errors }: Shown): FindingPage['toDo'] {
  return {
    advice: [...FINDING_ADVICE[finding.kind]],
    action: `${NOTICES}/findings/${finding.id}/outcome`,
    reason: characterCount({
      name: 'reason',
      label: 'What you found',
      hint: 'Do not write names or card numbers. Colleagues read this.',
      value: reason,
      error: errors.find(({ field }) => field === 'reason')?.text ?? null,
      maxlength: 500,
    }),
    settle: button({ text: 'Mark as looked into' }),
  };
}
