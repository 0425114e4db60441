import { chosenReasons } from './chosen-reasons.rules.js';

const papers = [{ paperId: 'p-1', kind: 'utility_bill' as const }];

describe('the reasons behind the ticked boxes', () => {
  it('name their paper', () => {
    expect(chosenReasons(['paper_too_old:p-1'], '', papers)).toEqual([
      { code: 'paper_too_old', paperKind: 'utility_bill', paperId: 'p-1', words: null },
    ]);
  });

  it('take the words only where they are needed', () => {
    expect(chosenReasons(['not_in_zone', 'other'], ' Because. ', papers)).toEqual([
      { code: 'not_in_zone', paperKind: null, paperId: null, words: null },
      { code: 'other', paperKind: null, paperId: null, words: 'Because.' },
    ]);
  });

  it.each(['nonsense', 'paper_too_old:p-2', '__proto__', 'constructor', ''])(
    'leave out %p',
    (value) => {
      expect(chosenReasons([value], '', papers)).toEqual([]);
    },
  );
});
