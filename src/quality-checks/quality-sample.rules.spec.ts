import { reachableStates } from '../shared/transitions.js';
import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import {
  QUALITY_CHECK_STATES,
  QUALITY_CHECK_TRANSITIONS,
  qualityCheckAfter,
} from './quality-check-states.rules.js';
import { BANK_HOLIDAYS_ON } from '../shared/bank-holidays.js';
import { DRAWS, isDrawn, secondLookDueAt } from './quality-sample.rules.js';

describe('which decisions are looked at twice', () => {
  it.each([0, 1, 5, 37, 100])('%i in a hundred of all draws', (percent) => {
    const drawn = Array.from({ length: DRAWS }, (_, draw) => draw).filter((draw) =>
      isDrawn(draw, percent),
    );
    expect(drawn).toHaveLength((DRAWS * percent) / 100);
  });
});

describe('until when somebody may look', () => {
  const friday = new Date('2026-11-20T15:30:00Z');
  const dueAt = (differs: Partial<Parameters<typeof secondLookDueAt>[0]> = {}) =>
    secondLookDueAt({
      ...{ at: friday, workingDays: 1, holdEndsAt: null, holidays: BANK_HOLIDAYS_ON },
      ...differs,
    })?.toISOString();

  it('is the same time of the next working day', () => {
    expect(dueAt()).toBe('2026-11-23T15:30:00.000Z');
    expect(dueAt({ workingDays: 2 })).toBe('2026-11-24T15:30:00.000Z');
  });

  it('keeps London’s time of day when the clocks change', () => {
    const at = new Date('2026-10-23T14:30:00Z');
    expect(dueAt({ at })).toBe('2026-10-26T15:30:00.000Z');
  });

  it('is two hours before a hold ends, if that comes first', () => {
    const holdEndsAt = new Date('2026-11-21T10:00:00Z');
    expect(dueAt({ holdEndsAt })).toBe('2026-11-21T08:00:00.000Z');
    expect(dueAt({ holdEndsAt: new Date('2026-12-01T10:00:00Z') })).toBe(
      '2026-11-23T15:30:00.000Z',
    );
  });

  it('is never, when less than an hour would be left', () => {
    expect(dueAt({ holdEndsAt: new Date('2026-11-20T18:30:00Z') })).toBeDefined();
    expect(dueAt({ holdEndsAt: new Date('2026-11-20T18:29:59Z') })).toBeUndefined();
    expect(dueAt({ holdEndsAt: new Date('2026-11-19T10:00:00Z') })).toBeUndefined();
  });
});

describe('the states of a second look', () => {
  it('can all be reached, and only from waiting', () => {
    expect([...reachableStates(QUALITY_CHECK_TRANSITIONS, 'waiting')].sort()).toEqual(
      [...QUALITY_CHECK_STATES].sort(),
    );
    for (const state of QUALITY_CHECK_STATES.filter((one) => one !== 'waiting'))
      for (const action of ['agree', 'disagree', 'lapse'] as const)
        expect(qualityCheckAfter(state, action)).toBeNull();
  });

  it.each(['agree', 'disagree'] as const)('only supervisors %s', (action) => {
    const may = STAFF_ROLES.filter((role) => qualityCheckAfter('waiting', action, role));
    expect(may).toEqual(['supervisor']);
  });
});
