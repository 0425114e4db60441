import { MENTION_REFUSAL_WORDS, whomToTell } from './mention.rules.js';

const colleagues = [
  { id: 'ann', name: 'Ann' },
  { id: 'annlee', name: 'Ann Lee' },
  { id: 'zoe', name: 'Zoë O’Neil' },
  { id: 'sam1', name: 'Sam Twin' },
  { id: 'sam2', name: 'Sam Twin' },
];
const told = (words: string, chosenId = '') => whomToTell({ words, chosenId, colleagues });

describe('whom a note tells', () => {
  it.each([
    ['nobody is named', []],
    ['@Ann please look', ['ann']],
    ['@Ann Lee please look', ['annlee']],
    ['@ann   LEE, and @ANN.', ['annlee', 'ann']],
    ['(@Zoë O’Neil) and @zoë o’neil again', ['zoe']],
    ['@Anna is nobody here', []],
    ['write to clerk@Ann or x.y@ann', []],
    ['see you @5pm, @', []],
    ['first line\n@Ann', ['ann']],
  ])('%j', (words, ids) => {
    expect(told(words)).toEqual({ ok: true, ids });
  });

  it('tells the colleague chosen, once', () => {
    expect(told('no name', 'zoe')).toEqual({ ok: true, ids: ['zoe'] });
    expect(told('@Ann', 'ann')).toEqual({ ok: true, ids: ['ann'] });
  });

  it('asks which of two is meant, unless one is chosen', () => {
    expect(told('@Sam Twin')).toMatchObject({ ok: false, refusal: 'two_of_that_name' });
    expect(told('@Sam Twin', 'sam2')).toEqual({ ok: true, ids: ['sam2'] });
  });

  it('refuses somebody who may not see the case', () => {
    expect(told('words', 'stranger')).toMatchObject({ ok: false, refusal: 'not_a_colleague' });
    expect(MENTION_REFUSAL_WORDS.not_a_colleague.field).toBe('tell');
  });
});
