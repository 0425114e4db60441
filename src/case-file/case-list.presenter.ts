import {
  type ContentInput,
  linesContent,
  linkContent,
  nested,
  tag,
  tagContent,
} from '../platform/web/component-types.js';
import { holdHoursAt, holdWarning } from '../hold-endings/hold-stages.rules.js';
import { isOnHold } from '../holds/wake-date.rules.js';
import { roughDurationText, workingDaysText } from '../shared/duration-text.js';
import { formatShortDate, formatTime, londonDateOf } from '../shared/london-date.js';
import { caseAge } from './case-age.rules.js';
import type { CaseListRow } from './case-list.queries.js';
import { STATUS_TAGS } from './case-status.rules.js';

/** The cells of a case in a list, in the words every list uses. */
export const caseCells = {
  reference: ({ reference }: CaseListRow): ContentInput =>
    linkContent(reference, `/applications/${reference}`),

  zone: ({ zoneCode }: CaseListRow): ContentInput => zoneCode ?? 'None',

  age: (row: CaseListRow, now: Date): ContentInput =>
    linesContent([workingDaysText(caseAge(row, now)), `since ${day(row.receivedAt)}`]),

  /** When it ends, and for an undecided case how near that is (R1.8). */
  hold({ holdEndsAt, decidedAt, settings }: CaseListRow, now: Date): ContentInput {
    if (holdEndsAt === null) return 'No hold';
    const when = moment(holdEndsAt);
    if (decidedAt !== null) return when;
    const warning = holdWarning(holdEndsAt, holdHoursAt(settings, now), now);
    if (warning === null) return when;
    const left = holdEndsAt.getTime() - now.getTime();
    return nested('hold-endings/cell', {
      when: left > 0 ? `${when}, in ${roughDurationText(left)}` : when,
      tag: tag(warning.text, warning.colour),
    });
  },

  /** A hold that is over at `now` is said no more. */
  status({ status, isAnswerOverdue, onHold }: CaseListRow, now: Date): ContentInput {
    if (onHold && isOnHold(onHold.until, now)) {
      const { wakeOn, why, byName } = onHold;
      return linesContent([`On hold until ${formatShortDate(wakeOn)}`, why, `by ${byName}`]);
    }
    return isAnswerOverdue && status === 'awaiting_evidence'
      ? tagContent('Answer overdue', 'orange')
      : tagContent(STATUS_TAGS[status].text, STATUS_TAGS[status].colour);
  },

  holder: ({ holderName }: CaseListRow): ContentInput => holderName ?? 'Nobody',
} as const;

/** `17 Nov 2026, 4:12pm`: short, for lists. */
function moment(instant: Date): string {
  return `${day(instant)}, ${formatTime(instant)}`;
}

function day(instant: Date): string {
  return formatShortDate(londonDateOf(instant));
}
