import { nested } from '../platform/web/component-types.js';
import { timeline, type TimelineParams } from '../platform/web/components/case-page.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import type { PolicyChangeRow } from '../policy/policy-changes.queries.js';
import { changeSubjectInWords } from '../policy/change-subjects.rules.js';
import { formatDateTime } from '../shared/london-date.js';

interface AdministrationPage {
  title: string;
  areas: { text: string; href: string; about: string }[];
}

const AREAS: readonly [path: string, text: string, about: string][] = [
  ['letters', 'Letters', 'The words of every letter and text message.'],
  ['reasons', 'Reasons', 'Why an application is rejected, or a paper asked for again.'],
  ['evidence', 'Evidence', 'Which papers prove what, for each permit type and keeper.'],
  [
    'deadlines',
    'Deadlines and targets',
    'Time to decide, to answer, to be reminded, to be on hold.',
  ],
  ['bank-holidays', 'Bank holidays', 'Days that do not count as working days.'],
  ['virus-scanner', 'Virus scanner', 'Whether papers are checked, and what waits for it.'],
  ['changes', 'Changes of policy', 'Who changed what, when, and what it was before.'],
];

/** What the council sets by itself, and where. */
export function administrationPage(): AdministrationPage {
  return {
    title: 'Administration',
    areas: AREAS.map(([path, text, about]) => ({ text, about, href: `/administration/${path}` })),
  };
}

interface ChangesPage {
  title: string;
  backLink: PlainLinkParams;
  changes: TimelineParams | null;
}

export function changesPage(changes: readonly PolicyChangeRow[]): ChangesPage {
  return {
    title: 'Changes of policy',
    backLink: backLink('/administration', 'Back to administration'),
    changes: changes.length === 0 ? null : changeTimeline(changes),
  };
}

/** The newest first: what, who, when, from when, before and after. */
function changeTimeline(changes: readonly PolicyChangeRow[]): TimelineParams {
  return timeline(
    changes.map((change) => ({
      title: changeSubjectInWords(change.subject),
      byline: change.who,
      datetime: change.changedAt.toISOString(),
      dateText: formatDateTime(change.changedAt),
      content: nested('administration/change', {
        holdsFrom: `Holds from ${formatDateTime(change.holdsFrom)}`,
        before: change.before ?? 'Nothing',
        after: change.after ?? 'Nothing',
      }),
    })),
    { headingLevel: 2 },
  );
}
