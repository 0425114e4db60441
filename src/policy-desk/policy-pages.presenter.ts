import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { PolicyChangeRow } from '../policy/policy-changes.queries.js';
import { formatDate, formatDateTime, type LocalDate } from '../shared/london-date.js';

export type Hidden = { name: string; value: string }[];

/** For the view `policy-desk/check`: what changes, from when, what stays. */
export interface PolicyCheckPage {
  title: string;
  backLink: PlainLinkParams;
  action: string;
  effects: string[];
  hidden: Hidden;
  publish: ButtonParams;
  change: ButtonParams | null;
}

interface ToCheck {
  title: string;
  back: string;
  action: string;
  effects: string[];
  hidden: Hidden;
  publish?: string;
  canChange?: boolean;
}

export function policyCheckPage(toCheck: ToCheck): PolicyCheckPage {
  const { title, back, action, effects, hidden, publish = 'Publish', canChange = true } = toCheck;
  return {
    ...{ title, action, hidden },
    backLink: backLink(back),
    effects: [...effects, 'Your name, the time, and what it was before are kept for good.'],
    publish: button({ text: publish, name: 'step', value: 'publish' }),
    change: canChange
      ? button({ text: 'Change it', variant: 'secondary', name: 'step', value: 'change' })
      : null,
  };
}

/** Every line of one thing, the newest first, with what is over, holds and is to come. */
export function linesTable(
  lines: readonly { validFrom: LocalDate; text: string }[],
  today: LocalDate,
): TableParams {
  const inForce = lines.filter(({ validFrom }) => validFrom <= today).at(-1);
  return table({
    caption: 'Now, before and planned',
    scrollRegion: 'Now, before and planned',
    firstCellIsHeader: true,
    head: ['From', 'What holds', 'Now'],
    rows: [...lines]
      .reverse()
      .map((line) => [
        formatDate(line.validFrom),
        line.text,
        line === inForce ? 'Yes' : line.validFrom > today ? 'Planned' : 'Over',
      ]),
  });
}

export function changesTable(changes: readonly PolicyChangeRow[]): TableParams | null {
  if (changes.length === 0) return null;
  return table({
    caption: 'Who changed it',
    scrollRegion: 'Who changed it',
    head: ['When', 'Who', 'Before', 'After', 'From'],
    rows: changes.map(({ changedAt, who, before, after, holdsFrom }) => [
      formatDateTime(changedAt),
      who,
      before ?? 'Nothing',
      after ?? 'Nothing',
      formatDateTime(holdsFrom),
    ]),
  });
}

/** For the view `policy-desk/stale`. */
export function stalePolicyPage(href: string, mine: string, newest: PolicyChangeRow | undefined) {
  return {
    title: 'Somebody else changed this',
    backLink: backLink(href, 'Back to what holds now'),
    who: newest
      ? `${newest.who} changed it ${formatDateTime(newest.changedAt)}: ${newest.after ?? 'nothing'}.`
      : 'It changed after you opened the form.',
    mine,
    href,
  };
}

export function hiddenDate(name: string, typed: Partial<Record<string, string>>): Hidden {
  return ['day', 'month', 'year'].map((part) => ({
    name: `${name}[${part}]`,
    value: typed[part] ?? '',
  }));
}

export function startError({ field, text }: { field: 'when' | 'from'; text: string }): FieldError {
  return { field, text, href: field === 'from' ? '#from-day' : '#when' };
}
