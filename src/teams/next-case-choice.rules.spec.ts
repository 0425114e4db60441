import { isNextCaseChoice, NEXT_CASE_CHOICES, whereToLook } from './next-case-choice.rules.js';

const carers = { permitTypes: ['essential_carer'], zones: [] };
const north = { permitTypes: [], zones: ['Z1', 'Z2'] };
const anything = { permitTypes: [], zones: [] };

describe('where the next case comes from', () => {
  it.each([
    ['first', [carers, north], [[carers, north], null]],
    ['only', [carers, north], [[carers, north]]],
    ['all', [carers, north], [null]],
    ['first', [], [null]],
    ['only', [], [null]],
    ['only', [carers, anything], [null]],
  ] as const)('%s of %j', (choice, teams, places) => {
    expect(whereToLook(teams, choice)).toEqual(places);
  });

  it('is one of three', () => {
    expect(NEXT_CASE_CHOICES.every(isNextCaseChoice)).toBe(true);
    expect(isNextCaseChoice('some')).toBe(false);
  });
});
