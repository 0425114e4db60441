import { hasRepeatedNames } from './repeated-names.js';

describe('attack 135: a name that stands twice in JSON', () => {
  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":{"a":1},"a":2}',
    '[{"a":{"b":1, "b" : 2}}]',
    '{"a":1,"\\u0061":2}',
    '{"say \\"hi\\"":1,"say \\"hi\\"":2}',
    '{"a":"}","a":1}',
  ])('is found in %s', (json) => expect(hasRepeatedNames(json)).toBe(true));

  it.each([
    '{}',
    '[1,2]',
    '"a"',
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":2}]',
    '{"a":"a","b":"a:","c":["a","a"]}',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a":"\\\\","b":"\\\\"}',
    '{"a":"b\\":","b":1}',
  ])('is not seen in %s', (json) => expect(hasRepeatedNames(json)).toBe(false));

  it('is looked for in no time, in whatever is sent', () => {
    const started = performance.now();
    for (const json of ['{'.repeat(200_000), '"'.repeat(200_001), '"\\'.repeat(100_000)]) {
      expect(hasRepeatedNames(json)).toBe(false);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
