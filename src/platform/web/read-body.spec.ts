import { isSound } from './read-body.js';

describe('content', () => {
  it.each([[{ a: ['b', { c: null }], d: 1.5 }], ['text'], [null], [[]]])(
    'like %j is sound',
    (content) => expect(isSound(content)).toBe(true),
  );

  it.each([
    ['a hidden name', JSON.parse('{"a":[{"__proto__":{}}]}')],
    ['a constructor', { constructor: 1 }],
    ['a prototype', { a: { prototype: 1 } }],
    ['half a character', { a: '\ud83d' }],
    ['half a character in a name', { '\udc00': 1 }],
    ['a null character', ['a\0b']],
    ['no bottom', JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)],
  ])('with %s is not', (_what, content) => expect(isSound(content)).toBe(false));

  it('may hold any whole character', () => {
    expect(isSound({ name: '👩‍👩‍👧 Zoë\u200b عربى \u202e' })).toBe(true);
  });
});
