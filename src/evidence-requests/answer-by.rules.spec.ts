import { FIRST_ANSWER_POLICY } from '../../test/builders/first-policy.js';
import { localDate } from '../shared/london-date.js';
import {
  answerByRange,
  answerDueAt,
  checkAnswerBy,
  linkExpiresAt,
  reminderDueAt,
  usualAnswerBy,
} from './answer-by.rules.js';

const on = localDate;

describe('how long an answer has', () => {
  it.each([
    ['2026-11-20', '2026-12-04'],
    // Christmas Day and the day that stands in for Boxing Day are not counted.
    ['2026-12-18', '2027-01-06'],
    // What is asked on a Saturday counts from Monday.
    ['2026-11-21', '2026-12-04'],
  ])('asked on %s it is usually due on %s', (today, due) => {
    expect(usualAnswerBy(on(today), FIRST_ANSWER_POLICY)).toBe(due);
  });

  it('lies between five and thirty working days', () => {
    expect(answerByRange(on('2026-11-20'), FIRST_ANSWER_POLICY)).toEqual({
      firstOn: '2026-11-27',
      lastOn: '2027-01-06',
    });
  });

  it.each([
    ['2026-11-26', { ok: false, refusal: 'too_soon' }],
    ['2026-11-27', { ok: true, answerByOn: '2026-11-27' }],
    ['2027-01-06', { ok: true, answerByOn: '2027-01-06' }],
    ['2027-01-07', { ok: false, refusal: 'too_late' }],
    ['2025-12-04', { ok: false, refusal: 'too_soon' }],
  ])('the last day %s', (day, expected) => {
    expect(checkAnswerBy(on(day), on('2026-11-20'), FIRST_ANSWER_POLICY)).toEqual(expected);
  });

  it('is as many working days as the council has chosen', () => {
    expect(usualAnswerBy(on('2026-11-20'), { ...FIRST_ANSWER_POLICY, usualWorkingDays: 5 })).toBe(
      '2026-11-27',
    );
    expect(usualAnswerBy(on('2026-11-20'), { ...FIRST_ANSWER_POLICY, usualWorkingDays: 30 })).toBe(
      '2027-01-06',
    );
  });

  it('takes its own proposal always', () => {
    for (let day = 1; day <= 28; day += 1) {
      const today = on(`2026-12-${String(day).padStart(2, '0')}`);
      expect(
        checkAnswerBy(usualAnswerBy(today, FIRST_ANSWER_POLICY), today, FIRST_ANSWER_POLICY).ok,
      ).toBe(true);
    }
  });
});

describe('what happens when, in London', () => {
  it.each([
    // winter, summer, the day the clocks go back, the day they go forward
    ['2026-12-04', '2026-12-05T00:00:00.000Z'],
    ['2026-07-10', '2026-07-10T23:00:00.000Z'],
    ['2026-10-24', '2026-10-24T23:00:00.000Z'],
    ['2026-10-25', '2026-10-26T00:00:00.000Z'],
    ['2027-03-27', '2027-03-28T00:00:00.000Z'],
    ['2027-03-28', '2027-03-28T23:00:00.000Z'],
  ])('the last day %s ends at %s', (day, instant) => {
    expect(answerDueAt(on(day)).toISOString()).toBe(instant);
  });

  it.each([
    ['2026-12-04', '2026-12-01T09:00:00.000Z'],
    ['2026-12-07', '2026-12-02T09:00:00.000Z'],
    ['2026-10-27', '2026-10-22T08:00:00.000Z'],
    ['2026-12-29', '2026-12-22T09:00:00.000Z'],
  ])('the reminder for %s goes at %s', (day, instant) => {
    expect(reminderDueAt(on(day), FIRST_ANSWER_POLICY).toISOString()).toBe(instant);
  });

  it('the link ends fourteen days after the last day, at midnight', () => {
    expect(linkExpiresAt(on('2026-12-04'), FIRST_ANSWER_POLICY).toISOString()).toBe(
      '2026-12-19T00:00:00.000Z',
    );
    expect(linkExpiresAt(on('2026-10-20'), FIRST_ANSWER_POLICY).toISOString()).toBe(
      '2026-11-04T00:00:00.000Z',
    );
  });
});
