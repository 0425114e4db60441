import { BANK_HOLIDAYS_ON } from '../shared/bank-holidays.js';
import { addDays, type LocalDate, londonInstant, startOfLondonDay } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { addWorkingDays, isWorkingDay } from '../shared/working-days.js';

/** How long residents have to answer. Proposed defaults: the council may choose others. */
export const ANSWER_POLICY = {
  /** Working days an answer has unless the officer says otherwise, at least, and at most. */
  usualWorkingDays: 10,
  fewestWorkingDays: 5,
  mostWorkingDays: 30,
  /** One reminder goes so many working days before the last day, at this time in London. */
  remindWorkingDaysBefore: 3,
  remindAt: '09:00',
  /** The link takes papers for so many days after the last day: a machine refuses nothing. */
  graceDays: 14,
} as const;

export type AnswerByRefusal = 'too_soon' | 'too_late';

/** @param workingDays the council's own choice, if it has made one */
export function usualAnswerBy(
  today: LocalDate,
  workingDays: number = ANSWER_POLICY.usualWorkingDays,
): LocalDate {
  return addWorkingDays(today, workingDays, BANK_HOLIDAYS_ON);
}

/** The first and the last day an officer may choose on `today`. */
export function answerByRange(today: LocalDate): { firstOn: LocalDate; lastOn: LocalDate } {
  return {
    firstOn: addWorkingDays(today, ANSWER_POLICY.fewestWorkingDays, BANK_HOLIDAYS_ON),
    lastOn: addWorkingDays(today, ANSWER_POLICY.mostWorkingDays, BANK_HOLIDAYS_ON),
  };
}

export function checkAnswerBy(
  answerByOn: LocalDate,
  today: LocalDate,
): Outcome<{ answerByOn: LocalDate }, AnswerByRefusal> {
  const { firstOn, lastOn } = answerByRange(today);
  if (answerByOn < firstOn) return refuse('too_soon');
  return answerByOn > lastOn ? refuse('too_late') : ok({ answerByOn });
}

/** The instant the last day ends in London: an answer before it is in time. */
export function answerDueAt(answerByOn: LocalDate): Date {
  return startOfLondonDay(addDays(answerByOn, 1));
}

/** When the one reminder goes out. */
export function reminderDueAt(answerByOn: LocalDate): Date {
  let day = answerByOn;
  for (let left: number = ANSWER_POLICY.remindWorkingDaysBefore; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day, BANK_HOLIDAYS_ON)) left -= 1;
  }
  return londonInstant(day, ANSWER_POLICY.remindAt).instant;
}

/** When the signed link stops working: the end of a day in London. */
export function linkExpiresAt(answerByOn: LocalDate): Date {
  return answerDueAt(addDays(answerByOn, ANSWER_POLICY.graceDays));
}
