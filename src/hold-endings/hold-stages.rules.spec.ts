import { FIRST_POLICY } from '../../test/builders/first-policy.js';
import { holdEndsAt } from '../payments/hold.rules.js';
import { formatDateTime, localDate, londonInstant } from '../shared/london-date.js';
import {
  endsByFor,
  HOLD_STAGES,
  holdHoursAt,
  holdWarning,
  stageReachedAt,
  stagesReached,
} from './hold-stages.rules.js';

const HOURS = { first: 72, second: 96, capture: 108 };
const after = (start: Date, hours: number) => new Date(start.getTime() + hours * 3_600_000);
const endOf = (createdAt: Date) => holdEndsAt({ state: 'capturable', createdAt }) ?? createdAt;
const at = (on: string, time: string) => londonInstant(localDate(on), time).instant;

describe('the stages of a hold (R-PAY-1, R1.8)', () => {
  const made = new Date('2026-11-16T09:12:00.000Z');
  const ends = endOf(made);

  it.each([
    [71.999, []],
    [72, ['first']],
    [95.999, ['first']],
    [96, ['first', 'second']],
    [107.999, ['first', 'second']],
    [108, ['first', 'second', 'capture']],
    [300, ['first', 'second', 'capture']],
  ])('after %d hours are %j', (hours, stages) => {
    expect(stagesReached(ends, HOURS, after(made, hours))).toEqual(stages);
  });

  it.each(HOLD_STAGES)(
    '%s is the same told by the end of the hold and by the end of the list',
    (stage) => {
      const reached = stageReachedAt(stage, ends, HOURS);
      expect(endsByFor(stage, HOURS, reached)).toEqual(ends);
    },
  );

  it('are counted by the numbers of the day', () => {
    const settings = [
      ...FIRST_POLICY.settings,
      { name: 'hold_first_hours' as const, validFrom: localDate('2026-11-19'), value: 48 },
    ];
    expect(holdHoursAt(settings, at('2026-11-18', '23:59'))).toEqual(HOURS);
    expect(holdHoursAt(settings, at('2026-11-19', '00:00'))).toEqual({ ...HOURS, first: 48 });
  });
});

describe('a hold over days on which nobody works (R1.8)', () => {
  const made = at('2026-04-02', '17:00');

  it('made on the Thursday before Easter at 5pm ends on Tuesday at 5pm', () => {
    expect(formatDateTime(endOf(made))).toBe('7 April 2026, 5pm');
  });

  it('is escalated on Easter Sunday and Monday, and taken on Tuesday at five in the morning', () => {
    const times = HOLD_STAGES.map((stage) => stageReachedAt(stage, endOf(made), HOURS));
    expect(times.map(formatDateTime)).toEqual([
      '5 April 2026, 5pm',
      '6 April 2026, 5pm',
      '7 April 2026, 5am',
    ]);
  });
});

describe('a hold over the night in which the clocks change', () => {
  it.each([
    ['spring', '2026-03-27', '12:00', '1 April 2026, 1pm'],
    ['autumn', '2026-10-23', '12:00', '28 October 2026, 11am'],
  ])('in %s has its 120 hours all the same', (_season, on, time, ends) => {
    expect(formatDateTime(endOf(at(on, time)))).toBe(ends);
  });

  it('reaches a stage once, in the hour that comes twice', () => {
    const made = new Date('2026-10-22T00:30:00Z');
    const reached = stageReachedAt('first', endOf(made), HOURS);
    expect(reached).toEqual(new Date('2026-10-25T00:30:00Z'));
    expect(stagesReached(endOf(made), HOURS, new Date('2026-10-25T00:29:59Z'))).toEqual([]);
    expect(stagesReached(endOf(made), HOURS, new Date('2026-10-25T01:30:00Z'))).toEqual(['first']);
  });
});

describe('what is said beside the end of a hold', () => {
  const made = new Date('2026-11-16T09:12:00.000Z');

  it.each([
    [10, null],
    [72, 'Decide soon'],
    [96, 'Decide now'],
    [108, 'Being taken'],
    [120, 'Hold ended'],
  ])('after %d hours is %s', (hours, text) => {
    expect(holdWarning(endOf(made), HOURS, after(made, hours))?.text ?? null).toBe(text);
  });
});
