import { contactLines } from '../letters/council-contact.rules.js';
import type { CouncilFacts } from '../letters/council-facts.rules.js';
import { aPermit } from '../letters/letter-facts.rules.js';
import { whyAgain } from '../letters/payment-letters.rules.js';
import { linesContent } from '../platform/web/component-types.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { panel, type PanelParams } from '../platform/web/components/panel.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import { formatDate } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import type { PayDesk } from './pay-desk.queries.js';

export interface PayPage {
  title: string;
  /** What has just happened, or not; null on a fresh page. */
  note: string | null;
  why: string;
  owed: SummaryListParams;
  action: string;
  pay: ButtonParams;
  contact: string[];
}

/** A page without a button. */
export interface PayNotice {
  title: string;
  panel: PanelParams | null;
  lines: string[];
  /** Looked at again after so many seconds; null: it will not change. */
  refreshSeconds: number | null;
  /** The way on for whoever does not wait; null when there is none. */
  onward: ButtonParams | null;
  contact: string[];
}

interface Shown {
  desk: PayDesk;
  /** The path of the link itself. */
  path: string;
  council: CouncilFacts;
  /** The card page could not be opened in time. */
  isSlow: boolean;
}

/** What is owed and why, and nothing else of the case. */
export function payPage({ desk, path, council, isSlow }: Shown): PayPage {
  const { request, application, permitTypeName } = desk;
  const amount = formatPounds(request.amountPence);
  return {
    title: 'Pay for your permit application again',
    note: noteOf(desk, isSlow),
    why: whyAgain(request.amountPence, request.because === 'cancelled'),
    owed: summaryList({
      rows: [
        { key: 'Your reference', value: application.reference },
        { key: 'For', value: `Your application for ${aPermit(permitTypeName)}` },
        { key: 'To pay', value: amount },
        { key: 'Last day to pay', value: formatDate(request.payByOn) },
      ],
    }),
    action: path,
    pay: button({ text: `Pay ${amount}`, attributes: { 'data-prevent-double-click': 'true' } }),
    contact: contactLines(council),
  };
}

function noteOf({ live, hasFailed }: PayDesk, isSlow: boolean): string | null {
  if (isSlow) {
    return 'We could not open the page for your card just now. You have not paid anything. Wait a minute and press the button again.';
  }
  if (live) return 'You have not finished paying yet. Press the button to go on.';
  return hasFailed
    ? 'Your last try to pay did not work. You have not paid anything. You can try again, with another card too.'
    : null;
}

/** Back from the card page, and the payment service has not said what came of it. */
export function checkingPage(path: string, council: CouncilFacts): PayNotice {
  return {
    title: 'We are checking your payment',
    panel: null,
    lines: ['This page looks again by itself. Do not pay a second time.'],
    refreshSeconds: 5,
    onward: button({ text: 'Look again now', href: `${path}/return`, variant: 'secondary' }),
    contact: contactLines(council),
  };
}

export function paidPage({ request, application }: PayDesk, council: CouncilFacts): PayNotice {
  return {
    ...still(council),
    title: 'We have your payment',
    panel: panel({
      title: 'We have your payment',
      content: linesContent(['Your reference', application.reference]),
    }),
    lines: [
      `You paid ${formatPounds(request.amountPence)}. We only keep it if we approve the permit.`,
      'An officer decides now. We write to you when it is decided.',
      'Until then you have no permit: do not park where one is needed.',
    ],
  };
}

export function tooLatePage({ request, application }: PayDesk, council: CouncilFacts): PayNotice {
  return {
    ...still(council),
    title: 'The last day to pay has passed',
    lines: [
      `We asked you to pay for ${application.reference} by the end of ${formatDate(request.payByOn)}. This link takes no payment any more.`,
      'Nothing has been refused because of that. Ring us if you still want the permit.',
    ],
  };
}

export function payNotNeededPage({ application }: PayDesk, council: CouncilFacts): PayNotice {
  return {
    ...still(council),
    title: 'There is nothing to pay',
    lines: [
      `We do not wait for a payment for ${application.reference} through this link.`,
      'An officer has taken up your application again, or it is decided. If it is decided, we have written to you.',
    ],
  };
}

export function payLinkExpiredPage(council: CouncilFacts): PayNotice {
  return {
    ...still(council),
    title: 'This link has expired',
    lines: ['It takes no payment any more. Ring us and we will tell you what to do.'],
  };
}

/** @param seconds until the next visit is taken */
export function payWaitPage(seconds: number, council: CouncilFacts): PayNotice {
  const minutes = Math.ceil(seconds / 60);
  return {
    ...still(council),
    title: 'Wait a moment and try again',
    lines: [
      'This page was asked for too often from your network.',
      `Wait ${minutes <= 1 ? '1 minute' : `${minutes} minutes`}. Nothing is lost.`,
    ],
  };
}

function still(council: CouncilFacts): Omit<PayNotice, 'title' | 'lines'> {
  return { panel: null, refreshSeconds: null, onward: null, contact: contactLines(council) };
}
