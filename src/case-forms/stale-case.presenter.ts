import { textarea, type TextareaParams } from '../platform/web/components/form-fields.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { formatDateTime } from '../shared/london-date.js';
import type { TimelineRow } from '../timeline/timeline.queries.js';
import { actorInWords, TIMELINE_TITLES } from '../timeline/timeline-titles.rules.js';

/** Something a person had typed or chosen, to be copied from the page that refuses it. */
export interface TypedText {
  label: string;
  text: string;
}

export interface StaleCasePage {
  title: string;
  backLink: PlainLinkParams;
  reference: string;
  caseHref: string;
  because: string | null;
  /** What happened since the form was opened, newest first. */
  changes: { title: string; who: string; when: string }[];
  typed: TextareaParams[];
}

interface StaleCase {
  reference: string;
  /** Why the act was refused, when it is more than "the case changed". */
  because: string | null;
  changes: readonly TimelineRow[];
  typed: readonly TypedText[];
}

/** Looks and letters sent are no changes that could surprise an officer. */
const NO_SURPRISE = new Set<TimelineRow['type']>(['evidence-viewed', 'letter-sent']);

export function staleCasePage({ reference, because, changes, typed }: StaleCase): StaleCasePage {
  const caseHref = `/applications/${reference}`;
  return {
    title: 'This case has changed',
    backLink: backLink(caseHref, `Back to ${reference}`),
    reference,
    caseHref,
    because,
    changes: changes
      .filter(({ type }) => !NO_SURPRISE.has(type))
      .map((row) => ({
        title: TIMELINE_TITLES[row.type],
        who: actorInWords(row),
        when: formatDateTime(row.happenedAt),
      })),
    typed: typed
      .filter(({ text }) => text.trim() !== '')
      .map(({ label, text }, index) =>
        textarea({
          name: `typed-${index + 1}`,
          label,
          value: text,
          attributes: { readonly: true },
        }),
      ),
  };
}
