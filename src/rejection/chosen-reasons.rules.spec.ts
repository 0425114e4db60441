import { firstCatalogue } from '../../test/builders/first-wordings.js';
import { chosenReasons, hasUnusedWords } from './chosen-reasons.rules.js';

const offered = {
  catalogue: firstCatalogue(),
  papers: [{ paperId: 'p-1', kind: 'utility_bill' as const }],
};

const none = { words: '', paperWords: {} };

describe('the reasons behind the ticked boxes', () => {
  it('name their paper', () => {
    expect(chosenReasons(['paper_too_old:p-1'], none, offered)).toEqual([
      { code: 'paper_too_old', paperKind: 'utility_bill', paperId: 'p-1', words: null },
    ]);
  });

  it('take the words only where they are needed', () => {
    expect(
      chosenReasons(['not_in_zone', 'other'], { ...none, words: ' Because. ' }, offered),
    ).toEqual([
      { code: 'not_in_zone', paperKind: null, paperId: null, words: null },
      { code: 'other', paperKind: null, paperId: null, words: 'Because.' },
    ]);
  });

  it.each(['nonsense', 'paper_too_old:p-2', '__proto__', 'constructor', ''])(
    'leave out %p',
    (value) => {
      expect(chosenReasons([value], none, offered)).toEqual([]);
    },
  );

  it('take each paper’s own words, never those about the application or another paper', () => {
    const own = { words: 'The application.', paperWords: { 'p-1': ' Torn. ', 'p-2': 'Other.' } };
    expect(chosenReasons(['paper_other:p-1'], own, offered)).toMatchObject([{ words: 'Torn.' }]);
    const elsewhere = { words: 'The application.', paperWords: { 'p-2': 'Other.' } };
    expect(chosenReasons(['paper_other:p-1'], elsewhere, offered)).toMatchObject([{ words: '' }]);
  });
});

describe('own words that no reason would send', () => {
  it.each([
    [['not_in_zone'], 'Mine.', true],
    [['not_in_zone', 'other'], 'Mine.', false],
    [['not_in_zone'], '  ', false],
    [['paper_other:p-1'], 'Mine.', true],
  ])('with %p ticked and %p written: %p', (values, words, isUnused) => {
    expect(hasUnusedWords(values, { words, paperWords: {} })).toBe(isUnused);
  });
});
