import {
  countReceived,
  isAnswered,
  isComplete,
  replacedPapers,
  type RequestedItem,
  withAnswers,
} from './requested-item.rules.js';

function anItem(differs: Partial<RequestedItem> = {}): RequestedItem {
  return {
    id: '1',
    label: 'Utility bill',
    paperId: 'old-bill',
    paperKind: 'utility_bill',
    acceptedKinds: ['utility_bill', 'bank_statement'],
    reason: 'paper_too_old',
    words: 'Your utility bill is too old.',
    bring: 'Send a newer one.',
    acceptableFromOn: null,
    receivedPaperIds: [],
    cannotSend: null,
    ...differs,
  };
}

describe('an item', () => {
  it.each([
    [{}, false],
    [{ receivedPaperIds: ['new'] }, true],
    [{ cannotSend: 'I have none.' }, true],
    [{ receivedPaperIds: ['new'], cannotSend: 'Only half of it.' }, true],
  ])('with %j is answered: %s', (differs, expected) => {
    expect(isAnswered(anItem(differs))).toBe(expected);
  });

  it('adds papers to those that came before, and keeps the words said last', () => {
    const items = [anItem({ receivedPaperIds: ['a'], cannotSend: 'first' }), anItem({ id: '2' })];
    const next = withAnswers(items, [{ itemId: '1', paperIds: ['b'], cannotSend: 'second' }]);
    expect(next[0]).toMatchObject({ receivedPaperIds: ['a', 'b'], cannotSend: 'second' });
    expect(next[1]).toBe(items[1]);
    expect(items[0]?.receivedPaperIds).toEqual(['a']);
  });

  it('forgets words that are taken back', () => {
    const answers = [{ itemId: '1', paperIds: [], cannotSend: null }];
    expect(withAnswers([anItem({ cannotSend: 'x' })], answers)[0]?.cannotSend).toBeNull();
  });
});

describe('an answer', () => {
  it('is complete when every item is answered; of nothing it never is', () => {
    const done = anItem({ receivedPaperIds: ['a'] });
    expect(isComplete([done, anItem({ id: '2', cannotSend: 'None.' })])).toBe(true);
    expect(isComplete([done, anItem({ id: '2' })])).toBe(false);
    expect(isComplete([])).toBe(false);
  });

  it('replaces only papers that something came for', () => {
    const items = [
      anItem({ receivedPaperIds: ['a'] }),
      anItem({ id: '2', paperId: 'old-letter', cannotSend: 'None.' }),
      anItem({ id: '3', paperId: null, receivedPaperIds: ['b', 'c'] }),
    ];
    expect(replacedPapers(items)).toEqual(['old-bill']);
    expect(countReceived(items)).toBe(3);
  });
});
