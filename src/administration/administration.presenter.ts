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

/** What the council sets by itself, and where. */
export function administrationPage(): AdministrationPage {
  const at = (path: string) => `/administration/${path}`;
  return {
    title: 'Administration',
    areas: [
      {
        text: 'Letters',
        href: at('letters'),
        about: 'The words of every letter and text message.',
      },
      {
        text: 'Reasons',
        href: at('reasons'),
        about: 'Why an application is rejected, or a paper asked for again.',
      },
      {
        text: 'Evidence',
        href: at('evidence'),
        about: 'Which papers prove what, for each permit type and keeper.',
      },
      {
        text: 'Deadlines and targets',
        href: at('deadlines'),
        about: 'Time to decide, to answer, to be reminded, to be on hold.',
      },
      {
        text: 'Bank holidays',
        href: at('bank-holidays'),
        about: 'Days that no working day counts.',
      },
      {
        text: 'Changes of policy',
        href: at('changes'),
        about: 'Who changed what, when, and what it was before.',
      },
    ],
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
