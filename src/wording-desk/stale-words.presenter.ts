import { textarea, type TextareaParams } from '../platform/web/components/form-fields.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { formatDateTime } from '../shared/london-date.js';
import { type ShownPart, shownDifferences } from './history.presenter.js';

export interface StaleWordsPage {
  title: string;
  backLink: PlainLinkParams;
  who: string;
  href: string;
  differences: ShownPart[];
  typed: TextareaParams[];
}

interface StaleWords {
  href: string;
  newest: { version: number; author: string | null; writtenAt: Date };
  /** By label: the newest words, and what this person had typed. */
  theirs: Readonly<Record<string, string>>;
  mine: Readonly<Record<string, string>>;
}

/** 409: somebody published another version meanwhile; what was typed is given back. */
export function staleWordsPage({ href, newest, theirs, mine }: StaleWords): StaleWordsPage {
  return {
    title: 'Somebody else changed these words',
    backLink: backLink(href, 'Back to the words as they are now'),
    who: `${newest.author ?? 'Somebody'} published version ${newest.version}, ${formatDateTime(newest.writtenAt)}.`,
    href,
    differences: shownDifferences(theirs, mine),
    typed: Object.entries(mine).map(([label, value], index) =>
      textarea({
        ...{ name: `typed-${index + 1}`, label, value },
        rows: Math.min(12, value.split('\n').length + 1),
        attributes: { readonly: true },
      }),
    ),
  };
}
