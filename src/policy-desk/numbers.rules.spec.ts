import { localDate } from '../shared/london-date.js';
import { type NumberPolicy, readNumber, valueInWords, valueOn } from './numbers.rules.js';

const number = (key: string, value: number): NumberPolicy => ({
  ...{ key, subject: `setting:${key}`, group: 'setting', label: key, unit: 'working day' },
  ...{ least: 1, most: 60, means: 'x' },
  lines: [
    { validFrom: localDate('2025-04-01'), value },
    { validFrom: localDate('2026-12-01'), value: value + 1 },
  ],
});
const shortest = number('answer_fewest_days', 5);
const usual = number('answer_usual_days', 10);
const longest = number('answer_most_days', 30);
const all = [shortest, usual, longest];
const today = localDate('2026-11-20');

it('a value holds from its day until the next begins', () => {
  expect(valueOn(usual, localDate('2025-03-31'))).toBeNull();
  expect(valueOn(usual, localDate('2026-11-30'))).toBe(10);
  expect(valueOn(usual, localDate('2026-12-01'))).toBe(11);
  expect([valueInWords(usual, 1), valueInWords(usual, null)]).toEqual(['1 working day', 'Not set']);
});

it.each([
  [usual, '5', true],
  [usual, '4', false],
  [usual, '30', true],
  [usual, '31', false],
  [shortest, '10', true],
  [shortest, '11', false],
  [longest, '10', true],
  [longest, '9', false],
  [usual, '', false],
  [usual, '0', false],
  [usual, '61', false],
  [usual, '1.5', false],
  [usual, '-3', false],
])('$key as %s is taken: %s', (policy, typed, isTaken) => {
  expect(readNumber(policy, typed, all, today).ok).toBe(isTaken);
});

it.each([
  ['hold_first_hours', '95', true],
  ['hold_first_hours', '96', false],
  ['hold_second_hours', '72', false],
  ['hold_second_hours', '108', false],
  ['hold_capture_hours', '97', true],
  ['hold_capture_hours', '96', false],
])(
  'the warnings and the taking of a hold keep their order: %s as %s is taken: %s',
  (key, typed, isTaken) => {
    const hour = (name: string, value: number) => ({
      ...number(name, value),
      unit: 'hour',
      most: 118,
    });
    const hours = [
      hour('hold_first_hours', 72),
      hour('hold_second_hours', 96),
      hour('hold_capture_hours', 108),
    ];
    const policy = hours.find((one) => one.key === key) ?? shortest;
    expect(readNumber(policy, typed, hours, today).ok).toBe(isTaken);
  },
);
