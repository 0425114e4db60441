import { OUTCOME_WORDS } from '../decisions/outcome-words.rules.js';
import { type ContentInput, linkContent, tagContent } from '../platform/web/component-types.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import type { ShareRow } from '../quality-checks/quality-shares.queries.js';
import { countText, durationText } from '../shared/duration-text.js';
import { formatDate, formatDateTime, formatTime } from '../shared/london-date.js';
import type { Agreement } from './agreement.rules.js';
import type { WaitingLook } from './second-looks.queries.js';

export interface SecondLooksPage {
  title: string;
  backLink: PlainLinkParams;
  asAt: string;
  /** What happens when nobody looks. */
  deadline: string;
  waiting: TableParams | null;
  agreement: TableParams | null;
  usual: string;
  shares: TableParams | null;
  setShare: ButtonParams;
}

interface SecondLooks {
  looks: readonly WaitingLook[];
  agreement: readonly Agreement[];
  shares: readonly (ShareRow & { permitTypeName: string })[];
  usualPercent: number;
  workingDays: number;
  staffId: string;
  now: Date;
}

export function secondLooksPage(shown: SecondLooks): SecondLooksPage {
  const { looks, agreement, shares, usualPercent, workingDays, now } = shown;
  return {
    title: 'Second looks',
    backLink: backLink('/my-work', 'Back to my work'),
    asAt: `Data as at ${formatTime(now)}`,
    deadline: `These decisions wait for a second person before their letter goes. After ${countText(workingDays, 'working day')} the letter goes by itself.`,
    waiting: looks.length === 0 ? null : waitingTable(shown),
    agreement: agreement.length === 0 ? null : agreementTable(agreement),
    usual: `${usualPercent} in 100 approvals and rejections, unless another share is set for the permit type. Withdrawals are never drawn.`,
    shares: shares.length === 0 ? null : sharesTable(shares),
    setShare: button({
      text: 'Set the share of a permit type',
      href: '/second-looks/shares/new',
      variant: 'secondary',
    }),
  };
}

function waitingTable({ looks, staffId, now }: SecondLooks): TableParams {
  return table({
    caption: 'Decisions that wait for a second look',
    isCaptionHidden: true,
    scrollRegion: 'Decisions that wait for a second look',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Case', 'Permit type', 'Decision', 'Waiting since', 'Letter goes by itself'],
    rows: looks.map((look) => [
      look.decidedBy === staffId
        ? linkContent(look.reference, `/applications/${look.reference}/decision`, {
            hiddenText: 'decided by you',
          })
        : linkContent(look.reference, `/applications/${look.reference}/second-look`),
      look.permitTypeName,
      look.decidedBy === staffId
        ? `${OUTCOME_WORDS[look.outcome]} by you: somebody else looks`
        : `${OUTCOME_WORDS[look.outcome]} by ${look.decidedByName}`,
      formatDateTime(look.askedAt),
      dueInWords(look.dueAt, now),
    ]),
  });
}

function dueInWords(dueAt: Date, now: Date): ContentInput {
  const left = dueAt.getTime() - now.getTime();
  if (left <= 0) return tagContent('Overdue: goes at any moment', 'red');
  const soon = left < 2 * 3_600_000 ? ` (in ${durationText(left)})` : '';
  return `${formatDateTime(dueAt)}${soon}`;
}

function agreementTable(rows: readonly Agreement[]): TableParams {
  return table({
    caption: 'How often the second look agreed, in the last 12 months',
    isCaptionHidden: true,
    scrollRegion: 'How often the second look agreed',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Month', 'Permit type', 'Agreed', 'Not agreed', 'Agreement', 'Nobody looked in time'],
    rows: rows.map(({ month, permitTypeName, agreed, disagreed, lapsed, percent }) => [
      monthInWords(month),
      permitTypeName,
      String(agreed),
      String(disagreed),
      percent === null ? 'None looked at' : `${percent}%`,
      String(lapsed),
    ]),
  });
}

function monthInWords(month: string): string {
  const day = new Date(`${month}-15T12:00:00Z`);
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' }).format(day);
}

function sharesTable(shares: SecondLooks['shares']): TableParams {
  return table({
    caption: 'Shares set by permit type',
    isCaptionHidden: true,
    scrollRegion: 'Shares set by permit type',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Permit type', 'From', 'Share'],
    rows: shares.map(({ permitTypeName, validFrom, percent }) => [
      permitTypeName,
      formatDate(validFrom),
      `${percent} in 100`,
    ]),
  });
}
