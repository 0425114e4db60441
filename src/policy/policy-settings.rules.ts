import type { LocalDate } from '../shared/london-date.js';

interface SettingTerms {
  readonly label: string;
  /** What one of it is called. */
  readonly unit: 'pound' | 'working day' | 'day' | 'hour';
  readonly least: number;
  readonly most: number;
  /** What it decides, and by the value of which day, in a sentence or two. */
  readonly means: string;
}

/** Every number the council may set. A value holds from its day until the next one begins. */
export const POLICY_SETTINGS = {
  answer_usual_days: {
    label: 'Usual time to send a paper we ask for',
    ...{ unit: 'working day', least: 1, most: 60 },
    means: 'Filled in when an officer asks for a paper. A request keeps the day it was given.',
  },
  answer_fewest_days: {
    label: 'Shortest time to send a paper',
    ...{ unit: 'working day', least: 1, most: 60 },
    means: 'An officer cannot choose an earlier last day. Counts on the day of asking.',
  },
  answer_most_days: {
    label: 'Longest time to send a paper',
    ...{ unit: 'working day', least: 1, most: 120 },
    means: 'An officer cannot choose a later last day. Counts on the day of asking.',
  },
  answer_remind_days: {
    label: 'Reminder before the last day',
    ...{ unit: 'working day', least: 1, most: 20 },
    means: 'How long before the last day the one reminder goes, at 9am. As on the day of asking.',
  },
  answer_grace_days: {
    label: 'How long the link works after the last day',
    ...{ unit: 'day', least: 0, most: 90 },
    means: 'A late paper can still be sent so long. As on the day of asking.',
  },
  hold_most_days: {
    label: 'Longest time an officer may put a case on hold',
    ...{ unit: 'day', least: 1, most: 90 },
    means: 'Counts on the day the case is put on hold. A hold already set stays as it is.',
  },
  review_answer_days: {
    label: 'Time to answer a request for review',
    ...{ unit: 'day', least: 5, most: 90 },
    means: 'From the day the request came, by the value of that day. A review keeps its day.',
  },
  second_look_days: {
    label: 'Time for a second look at a decision',
    ...{ unit: 'working day', least: 1, most: 10 },
    means: 'Then the letter goes by itself. Counts on the day of the decision.',
  },
  hold_first_hours: {
    label: 'First warning that a payment hold ends',
    ...{ unit: 'hour', least: 1, most: 116 },
    means:
      'From the making of the payment; its hold ends after 120 hours. Counts for every hold from its day on.',
  },
  hold_second_hours: {
    label: 'Second warning that a payment hold ends',
    ...{ unit: 'hour', least: 2, most: 117 },
    means: 'From the making of the payment. Counts for every hold from its day on.',
  },
  hold_capture_hours: {
    label: 'When an undecided payment is taken before its hold ends',
    ...{ unit: 'hour', least: 3, most: 118 },
    means:
      'From the making of the payment. The money is given back if the case is rejected. Counts for every hold from its day on.',
  },
  pay_again_days: {
    label: 'Time to pay again after a payment has lapsed',
    ...{ unit: 'day', least: 1, most: 60 },
    means: 'Counts on the day of asking. A request keeps the day it was given.',
  },
  exception_officer_pounds: {
    label: 'Refund exceptions: most an officer may approve',
    ...{ unit: 'pound', least: 0, most: 1000 },
    means:
      'With 0, officers may ask and not approve. Never one’s own request. Counts on the day of the answer.',
  },
  exception_supervisor_pounds: {
    label: 'Refund exceptions: most a supervisor may approve',
    ...{ unit: 'pound', least: 0, most: 5000 },
    means: 'Never one’s own request. Counts on the day of the answer.',
  },
  exception_wait_days: {
    label: 'Time to answer a request for a refund exception',
    ...{ unit: 'working day', least: 1, most: 60 },
    means: 'Then the request lapses. Counts on the day of asking.',
  },
  status_link_days: {
    label: 'How long the link to the page of an application works',
    ...{ unit: 'day', least: 30, most: 730 },
    means:
      'From the day the application came, by the value of that day. A link in a letter that went keeps its day.',
  },
  correction_alone_pounds: {
    label: 'Corrections of the ledger: most one supervisor may post alone',
    ...{ unit: 'pound', least: 0, most: 1000 },
    means: 'Above it a second supervisor must agree. Counts on the day of asking.',
  },
} as const satisfies Readonly<Record<string, SettingTerms>>;

export type SettingName = keyof typeof POLICY_SETTINGS;
export const SETTING_NAMES = Object.keys(POLICY_SETTINGS) as readonly SettingName[];

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(POLICY_SETTINGS, name);
}

export function settingTerms(name: SettingName): SettingTerms {
  return POLICY_SETTINGS[name];
}

/** One value and the London day it holds from. */
export interface SettingRow {
  readonly name: SettingName;
  readonly validFrom: LocalDate;
  readonly value: number;
}

export type Settings = readonly SettingRow[];

/** The value on that day. @throws when none holds yet: the first policy begins before every case */
export function settingOn(rows: Settings, name: SettingName, on: LocalDate): number {
  const found = latest(rows.filter((row) => row.name === name && row.validFrom <= on));
  if (!found) throw new Error(`No value of ${name} holds on ${on}.`);
  return found.value;
}

function latest(rows: Settings): SettingRow | null {
  return rows.reduce<SettingRow | null>(
    (best, row) => (best === null || row.validFrom > best.validFrom ? row : best),
    null,
  );
}
