import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';

export interface NotOpenPage {
  title: string;
  backLink: PlainLinkParams;
  because: string;
  onward: ButtonParams;
}

interface NotOpen {
  reference: string;
  because: string;
  isDecided: boolean;
}

export function notOpenPage({ reference, because, isDecided }: NotOpen): NotOpenPage {
  const caseHref = `/applications/${reference}`;
  return {
    title: `${reference} is not open for this`,
    backLink: backLink(caseHref, `Back to ${reference}`),
    because,
    onward: isDecided
      ? button({ text: 'See the decision', href: `${caseHref}/decision` })
      : button({ text: 'Open the case', href: caseHref }),
  };
}
