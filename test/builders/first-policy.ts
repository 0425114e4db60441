import { answerPolicyOn, type PolicyBook } from '../../src/policy/policy-book.rules.js';
import type { SettingName } from '../../src/policy/policy-settings.rules.js';
import { BANK_HOLIDAYS_ON } from '../../src/shared/bank-holidays.js';
import { localDate } from '../../src/shared/london-date.js';

const FIRST_VALUES: Readonly<Record<SettingName, number>> = {
  answer_usual_days: 10,
  answer_fewest_days: 5,
  answer_most_days: 30,
  answer_remind_days: 3,
  answer_grace_days: 14,
  hold_most_days: 14,
  review_answer_days: 28,
  second_look_days: 1,
  exception_officer_pounds: 0,
  exception_supervisor_pounds: 100,
  exception_wait_days: 20,
  status_link_days: 365,
  correction_alone_pounds: 10,
  hold_first_hours: 72,
  hold_second_hours: 96,
  hold_capture_hours: 108,
  pay_again_days: 14,
};

/** The policy as the first migrations set it. */
export const FIRST_POLICY: PolicyBook = {
  settings: Object.entries(FIRST_VALUES).map(([name, value]) => ({
    name: name as SettingName,
    validFrom: localDate('2025-04-01'),
    value,
  })),
  holidays: BANK_HOLIDAYS_ON,
};

export const FIRST_ANSWER_POLICY = answerPolicyOn(FIRST_POLICY, localDate('2026-11-20'));
