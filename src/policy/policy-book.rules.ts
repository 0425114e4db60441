import type { LocalDate } from '../shared/london-date.js';
import type { Holidays } from '../shared/working-days.js';
import { settingOn, type Settings } from './policy-settings.rules.js';

/** A day on which the council does not work. */
export interface BankHolidayRow {
  readonly on: LocalDate;
  readonly title: string;
  readonly isSubstitute: boolean;
}

/** All that is read with every case; each rule asks it for the day that matters to it. */
export interface PolicyBook {
  readonly settings: Settings;
  readonly holidays: Holidays;
}

/** How long residents have to answer, as it holds on one day. */
export interface AnswerPolicy {
  readonly usualWorkingDays: number;
  readonly fewestWorkingDays: number;
  readonly mostWorkingDays: number;
  readonly remindWorkingDaysBefore: number;
  readonly graceDays: number;
  readonly holidays: Holidays;
}

/** @param on the day the paper is, or was, asked for */
export function answerPolicyOn({ settings, holidays }: PolicyBook, on: LocalDate): AnswerPolicy {
  return {
    usualWorkingDays: settingOn(settings, 'answer_usual_days', on),
    fewestWorkingDays: settingOn(settings, 'answer_fewest_days', on),
    mostWorkingDays: settingOn(settings, 'answer_most_days', on),
    remindWorkingDaysBefore: settingOn(settings, 'answer_remind_days', on),
    graceDays: settingOn(settings, 'answer_grace_days', on),
    holidays,
  };
}
