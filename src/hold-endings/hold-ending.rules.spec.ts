import { APPLICATION_STATUSES, isDecided } from '../applications/application-status.rules.js';
import { PROVIDER_STATES } from '../payments/payment-actions.rules.js';
import { type HoldFacts, stagesDue } from './hold-ending.rules.js';

const HOURS = { first: 72, second: 96, capture: 108 };
const MADE = new Date('2026-11-16T09:12:00Z');
const after = (hours: number) => new Date(MADE.getTime() + hours * 3_600_000);
const facts = (hours: number, change: Partial<HoldFacts> = {}): HoldFacts => ({
  status: 'in_review',
  payment: { state: 'capturable', holdEndsAt: after(120) },
  isGivenBack: false,
  kept: [],
  hours: HOURS,
  now: after(hours),
  ...change,
});

describe('what is due of a hold', () => {
  it.each([
    [71, []],
    [72, ['first']],
    [96, ['first', 'second']],
    [108, ['first', 'second', 'capture']],
    // The worker was away: it is too late to take anything, so the provider is asked.
    [120, ['first', 'second', 'ended']],
  ])('after %d hours, when nobody looked before, is %j', (hours, due) => {
    expect(stagesDue(facts(hours))).toEqual(due);
  });

  it('is due once', () => {
    expect(stagesDue(facts(97, { kept: ['first'] }))).toEqual(['second']);
    expect(stagesDue(facts(110, { kept: ['first', 'second', 'capture'] }))).toEqual([]);
    expect(stagesDue(facts(130, { kept: ['first', 'second', 'capture'] }))).toEqual(['ended']);
    expect(stagesDue(facts(130, { kept: ['first', 'second', 'ended'] }))).toEqual([]);
  });

  it.each(APPLICATION_STATUSES)('is nothing once the case is decided: %s', (status) => {
    expect(stagesDue(facts(110, { status })).length > 0).toBe(!isDecided(status));
  });

  it('is nothing when the money was told to go back', () => {
    expect(stagesDue(facts(110, { isGivenBack: true }))).toEqual([]);
  });

  it.each(PROVIDER_STATES)('depends on what the payment was last read to be: %s', (state) => {
    const due = stagesDue(facts(110, { payment: { state, holdEndsAt: after(120) } }));
    if (state === 'capturable') expect(due).toEqual(['first', 'second', 'capture']);
    else if (['failed', 'cancelled', 'error'].includes(state)) expect(due).toEqual(['lapsed']);
    else expect(due).toEqual([]);
  });
});
