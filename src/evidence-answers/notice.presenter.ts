import type { CouncilFacts } from '../letters/council-facts.rules.js';
import { linesContent, link, type LinkParams } from '../platform/web/component-types.js';
import { panel, type PanelParams } from '../platform/web/components/panel.js';
import { contactLines } from '../letters/council-contact.rules.js';

/** A page for a link that leads to no form, or to none any more. */
export interface NoticePage {
  title: string;
  panel: PanelParams | null;
  lines: string[];
  /** Where the application and the money stand; null for a link that opens nothing. */
  status: LinkParams | null;
  contact: string[];
}

/** The same secret opens both pages. @param path of the page behind the link */
export function statusLink(path: string): LinkParams {
  const words = 'See where your application and your money stand';
  return link(words, path.replace(/^\/r\//, '/s/'));
}

interface Settled {
  reference: string;
  /** Of the page behind the link. */
  path: string;
  council: CouncilFacts;
}

/** After sending, and whenever the link is opened again after that. */
export function answeredPage({ reference, path, council }: Settled): NoticePage {
  return {
    title: 'We have what you sent',
    panel: panel({
      title: 'We have what you sent',
      content: linesContent(['Your reference', reference]),
    }),
    lines: [
      'You need not send anything more through this link.',
      'Your application is back with an officer, who looks at the new papers next to those you sent before. We write to you when it is decided.',
      'Until then you have no permit: do not park where one is needed.',
    ],
    status: statusLink(path),
    contact: contactLines(council),
  };
}

export function notNeededPage({ reference, path, council }: Settled): NoticePage {
  return {
    title: 'Nothing more is needed',
    panel: null,
    lines: [
      `We no longer wait for papers for ${reference} through this link.`,
      'An officer has taken up your application again, or it is decided. If it is decided, we have written to you.',
    ],
    status: statusLink(path),
    contact: contactLines(council),
  };
}

export function expiredPage(council: CouncilFacts): NoticePage {
  return {
    title: 'This link has expired',
    panel: null,
    lines: [
      'It no longer takes papers. Nothing has been refused because of that.',
      'Ring us and we will tell you how to send what is still needed.',
    ],
    status: null,
    contact: contactLines(council),
  };
}

/** @param seconds until the next visit is taken */
export function waitPage(seconds: number, council: CouncilFacts): NoticePage {
  const minutes = Math.ceil(seconds / 60);
  return {
    title: 'Wait a moment and try again',
    panel: null,
    lines: [
      'This page was asked for too often from your network.',
      `Wait ${minutes <= 1 ? '1 minute' : `${minutes} minutes`}. Nothing that you have sent is lost.`,
    ],
    status: null,
    contact: contactLines(council),
  };
}
