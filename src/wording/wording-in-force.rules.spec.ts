import { lineDifferences } from './differences.rules.js';
import { inForceAt, subjectsInForce } from './wording-in-force.rules.js';

const at = (text: string) => new Date(text);
const version = (number: number, from: string, subject = 'letter:a') => ({
  ...{ subject, version: number, inForceFrom: at(from) },
});

describe('the version in force', () => {
  const planned = [version(1, '2025-04-01'), version(2, '2026-12-01T00:00:00Z')];

  it('changes at its instant, to the millisecond', () => {
    expect(inForceAt(planned, at('2026-11-30T23:59:59.999Z'))?.version).toBe(1);
    expect(inForceAt(planned, at('2026-12-01T00:00:00.000Z'))?.version).toBe(2);
  });

  it('is the last one written: a planned one gives way to what was published after it', () => {
    const replaced = [...planned, version(3, '2026-11-20')];
    expect(inForceAt(replaced, at('2026-11-21'))?.version).toBe(3);
    expect(inForceAt(replaced, at('2027-01-01'))?.version).toBe(3);
  });

  it('is none before the first', () => {
    expect(inForceAt(planned, at('2025-03-31'))).toBeNull();
  });

  it('is found for each of many by what follows the beginning', () => {
    const all = [version(1, '2025-04-01', 'reason:x'), ...planned];
    const found = subjectsInForce(all, 'letter:', at('2026-12-02'));
    expect([...found].map(([name, one]) => [name, one.version])).toEqual([['a', 2]]);
  });
});

describe('the differences of two texts', () => {
  const marks = (before: string, after: string) =>
    lineDifferences(before, after).map(
      ({ is, line }) => `${{ kept: ' ', added: '+', removed: '-' }[is]}${line}`,
    );

  it.each([
    ['a\nb\nc', 'a\nb\nc', [' a', ' b', ' c']],
    ['a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['a', 'a\nb', [' a', '+b']],
    ['a\nb', 'b', ['-a', ' b']],
    ['', 'a', ['-', '+a']],
  ])('%j to %j', (before, after, expected) => {
    expect(marks(before, after)).toEqual(expected);
  });

  it('are not searched for in texts of very many lines: one gives way to the other', () => {
    const many = (line: string) => Array.from({ length: 501 }, () => line);
    const found = marks([...many('a'), 'b'].join('\n'), ['b', ...many('c')].join('\n'));
    expect(found).toEqual([...many('-a'), '-b', '+b', ...many('+c')]);
  });
});
