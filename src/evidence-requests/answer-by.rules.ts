import type { AnswerPolicy } from '../policy/policy-book.rules.js';
import { addDays, type LocalDate, londonInstant, startOfLondonDay } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { addWorkingDays, isWorkingDay } from '../shared/working-days.js';

/** The one reminder goes at this time in London. */
const REMIND_AT = '09:00';

export type AnswerByRefusal = 'too_soon' | 'too_late';

/** The last day an answer has unless the officer says otherwise. */
export function usualAnswerBy(today: LocalDate, policy: AnswerPolicy): LocalDate {
  return addWorkingDays(today, policy.usualWorkingDays, policy.holidays);
}

/** The first and the last day an officer may choose on `today`. */
export function answerByRange(
  today: LocalDate,
  { fewestWorkingDays, mostWorkingDays, holidays }: AnswerPolicy,
): { firstOn: LocalDate; lastOn: LocalDate } {
  return {
    firstOn: addWorkingDays(today, fewestWorkingDays, holidays),
    lastOn: addWorkingDays(today, mostWorkingDays, holidays),
  };
}

export function checkAnswerBy(
  answerByOn: LocalDate,
  today: LocalDate,
  policy: AnswerPolicy,
): Outcome<{ answerByOn: LocalDate }, AnswerByRefusal> {
  const { firstOn, lastOn } = answerByRange(today, policy);
  if (answerByOn < firstOn) return refuse('too_soon');
  return answerByOn > lastOn ? refuse('too_late') : ok({ answerByOn });
}

/** The instant the last day ends in London: an answer before it is in time. */
export function answerDueAt(answerByOn: LocalDate): Date {
  return startOfLondonDay(addDays(answerByOn, 1));
}

/** When the one reminder goes out. */
export function reminderDueAt(
  answerByOn: LocalDate,
  { remindWorkingDaysBefore, holidays }: AnswerPolicy,
): Date {
  let day = answerByOn;
  for (let left = remindWorkingDaysBefore; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return londonInstant(day, REMIND_AT).instant;
}

/** When the signed link stops working: the end of a day in London. */
export function linkExpiresAt(answerByOn: LocalDate, { graceDays }: AnswerPolicy): Date {
  return answerDueAt(addDays(answerByOn, graceDays));
}
