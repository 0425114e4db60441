import { captured, facts, STATES, taken, takenBefore } from '../../test/builders/money-states.js';
import { readingLevel } from '../../test/support/reading-level.js';
import { moneyForResident } from './resident-money.rules.js';

describe('the money in words for the resident', () => {
  const everything = STATES.map(([, given]) => moneyForResident(given, { isTold: true }));

  it.each(STATES)('says something for %s that names nobody', (_name, given) => {
    const words = moneyForResident(given, { isTold: true }).join(' ');
    expect(words.length).toBeGreaterThan(10);
    expect(words).not.toMatch(/Sue|Olga|Cheque|ledger|command/);
  });

  it('is easy to read', () => {
    const level = readingLevel(everything.flat().join('\n'));
    expect(level.grade).toBeLessThanOrEqual(9);
    expect(level.longestWords).toBeLessThanOrEqual(20);
  });

  it('says nothing that would tell a decision before its letter does', () => {
    const approved = facts({ payments: [taken], commands: [takenBefore], journals: [captured] });
    expect(moneyForResident(approved, { isTold: false })).toEqual([
      'You paid £55 by card when you applied.',
      'You get it back if we do not approve the permit.',
    ]);
    expect(moneyForResident(facts(), { isTold: false })).toEqual(
      moneyForResident(approved, { isTold: false }),
    );
  });
});
