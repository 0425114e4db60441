import {
  at,
  captured,
  facts,
  journal,
  STATES,
  taken,
  takenBefore,
} from '../../test/builders/money-states.js';
import { readingLevel } from '../../test/support/reading-level.js';
import type { JournalFact } from './money-facts.rules.js';
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

  it('does not deny what went to the card after it was paid another way', () => {
    const paid = STATES.find(([name]) => name === 'settled_another_way')?.[1] ?? facts();
    const said = (...more: JournalFact[]) =>
      moneyForResident({ ...paid, journals: [...paid.journals, ...more] }, { isTold: true })[0];
    const sent = journal('refund_sent', at('20T13:00'), 'command');
    const closed = journal('difference_closed', at('20T14:00'), 'command');
    expect(said()).toBe('We have given back your £55, but not to your card.');
    expect(said(sent)).toBe('Your £55 went back twice: to your card, and another way.');
    expect(said(sent, closed)).toBe('We have given back your £55.');
    expect(said(sent, journal('refund_failed', at('20T15:00'), 'command'))).toBe(said());
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
