import {
  escapePointer,
  listed,
  object,
  oneOf,
  optional,
  text,
  wholeNumber,
} from './body-fields.rules.js';
import type { Fault } from './faults.rules.js';

const BODY = object('The whole', {
  name: text({ label: 'Name', max: 5 }),
  count: optional(wholeNumber({ label: 'Count', min: 1, max: 9 })),
  inner: object('Inner', { colour: oneOf(['red', 'blue'], { label: 'Colour' }) }),
});

function read(body: unknown) {
  const faults: Fault[] = [];
  const value = BODY.read(body, '', faults);
  return { value, seen: faults.map(({ pointer, code }) => `${pointer} ${code}`) };
}

const GOOD = { name: 'Ada', count: 3, inner: { colour: 'red' } };

describe('reading a body', () => {
  it('gives what it says, trimmed and composed', () => {
    expect(read(GOOD)).toEqual({ value: GOOD, seen: [] });
    expect(read({ ...GOOD, name: '  Zoe\u0308 ' }).value).toMatchObject({ name: 'Zo\u00eb' });
  });

  it('reads what is left out, and null, as null where that is allowed', () => {
    const { name, inner } = GOOD;
    expect(read({ name, inner }).value).toMatchObject({ count: null });
    expect(read({ ...GOOD, count: null }).value).toMatchObject({ count: null });
  });

  it('tells every fault and keeps what could be read', () => {
    const { value, seen } = read({
      name: 'Far too long',
      count: '3',
      inner: { colour: 'red', x: 1 },
    });
    expect(seen).toEqual([
      '/name too_long',
      '/count must_be_a_whole_number',
      '/inner/x unknown_field',
    ]);
    expect(value).toEqual({ name: undefined, count: undefined, inner: { colour: 'red' } });
  });

  it.each([
    [null, [' must_be_an_object']],
    [[], [' must_be_an_object']],
    ['text', [' must_be_an_object']],
    [{}, ['/name missing', '/inner missing']],
    [{ ...GOOD, name: null }, ['/name missing']],
    [{ ...GOOD, name: 7 }, ['/name must_be_text']],
    [{ ...GOOD, name: ' ' }, ['/name empty']],
    [{ ...GOOD, name: 'a\nb' }, ['/name unreadable_characters']],
    [{ ...GOOD, name: 'a\u202Eb' }, ['/name unreadable_characters']],
    [{ ...GOOD, name: '\uFEFFab' }, []],
    [{ ...GOOD, name: '😀😀😀😀😀' }, []],
    [{ ...GOOD, count: 0 }, ['/count out_of_range']],
    [{ ...GOOD, count: 10 }, ['/count out_of_range']],
    [{ ...GOOD, count: 1.5 }, ['/count must_be_a_whole_number']],
    [{ ...GOOD, count: -0 }, ['/count must_be_a_whole_number']],
    [{ ...GOOD, inner: { colour: 'green' } }, ['/inner/colour not_one_of']],
    [{ ...GOOD, inner: { colour: 'toString' } }, ['/inner/colour not_one_of']],
    [{ ...GOOD, 'a/b~c': 1 }, ['/a~1b~0c unknown_field']],
  ])('of %j finds %j', (body, expected) => {
    expect(read(body).seen).toEqual(expected);
  });

  it('says the same in its schema', () => {
    expect(BODY.schema).toMatchObject({
      required: ['name', 'inner'],
      additionalProperties: false,
      properties: {
        name: { type: 'string', maxLength: 5 },
        count: { type: ['integer', 'null'], minimum: 1, maximum: 9 },
        inner: { properties: { colour: { enum: ['red', 'blue'] } } },
      },
    });
  });
});

it('lists choices as a sentence does and escapes names of a pointer', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b or c']);
  expect(escapePointer('~/')).toBe('~0~1');
});
