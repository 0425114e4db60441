import { caseCells } from '../case-file/case-list.presenter.js';
import type { CaseListRow } from '../case-file/case-list.queries.js';
import type { UnseenMention } from '../case-notes/case-notes.queries.js';
import type { MentionKind } from '../case-notes/mention.rules.js';
import { select, type SelectParams } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { formatDateTime, formatShortDate } from '../shared/london-date.js';
import { NEXT_CASE_CHOICES, NEXT_CASE_WORDS } from '../teams/next-case-choice.rules.js';
import type { OwnWork } from './my-work.queries.js';

/** Something a colleague told this person. */
export interface ToldLine {
  what: string;
  words: string;
  when: string;
  href: string;
  reference: string;
  action: string;
  seen: ButtonParams;
}

const TOLD_WORDS: Readonly<Record<MentionKind, string>> = {
  mentioned: 'mentioned you',
  taken_over: 'took this case over from you',
};

/** Longer notes are read on the case. */
const MOST_SHOWN = 200;

export function toldLines(told: readonly UnseenMention[]): ToldLine[] {
  return told.map(({ noteId, kind, authorName, reference, words, toldAt }) => ({
    what: `${authorName} ${TOLD_WORDS[kind]}`,
    words: words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN).trimEnd()}…` : words,
    when: formatDateTime(toldAt),
    reference,
    href: `/applications/${reference}#notes`,
    action: `/my-work/mentions/${noteId}/seen`,
    seen: button({ text: 'Mark as seen', variant: 'secondary' }),
  }));
}

/** Where the next case comes from, for who is in a team. */
export function nextFrom({ teams, choice }: OwnWork): {
  teams: string;
  choice: SelectParams;
  submit: ButtonParams;
} {
  const names = teams.map(({ name }) => name).join(', ');
  return {
    teams: `${teams.length === 1 ? 'Your team' : 'Your teams'}: ${names}`,
    choice: select({
      name: 'choice',
      label: 'Where your next case comes from',
      value: choice,
      items: NEXT_CASE_CHOICES.map((value) => ({ value, text: NEXT_CASE_WORDS[value] })),
    }),
    submit: button({ text: 'Save', variant: 'secondary' }),
  };
}

/** Undecided cases whose payment hold ends soon, the nearest end first. */
export function endingTable(rows: readonly CaseListRow[], now: Date): TableParams {
  const caption = 'Payment holds ending';
  return table({
    ...{ caption, isCaptionHidden: true, scrollRegion: caption },
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Reference', 'Permit type', 'Age', 'Payment hold ends', 'Status', 'Held by'],
    rows: rows.map((row) => [
      caseCells.reference(row),
      row.permitTypeName,
      caseCells.age(row, now),
      caseCells.hold(row, now),
      caseCells.status(row, now),
      caseCells.holder(row),
    ]),
  });
}

export function wokenTable(rows: readonly CaseListRow[], now: Date): TableParams {
  return holdTable('Cases that wake today', rows, now);
}

export function onHoldTable(rows: readonly CaseListRow[], now: Date): TableParams {
  return holdTable('Cases you have on hold', rows, now);
}

function holdTable(caption: string, rows: readonly CaseListRow[], now: Date): TableParams {
  return table({
    ...{ caption, isCaptionHidden: true, scrollRegion: caption },
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Reference', 'Permit type', 'Age', 'Payment hold ends', 'Wakes', 'Why'],
    rows: rows.map((row) => [
      caseCells.reference(row),
      row.permitTypeName,
      caseCells.age(row, now),
      caseCells.hold(row, now),
      row.onHold ? formatShortDate(row.onHold.wakeOn) : 'Awake',
      row.onHold?.why ?? '',
    ]),
  });
}
