import fc from 'fast-check';
import { renderBlocks, renderLine, renderWordings } from './render-template.rules.js';
import { templateFaultWords } from './template-faults.rules.js';
import { MOST_PLACEHOLDERS, parseTemplate, type Vocabulary } from './template.rules.js';

const WORDS: Vocabulary = {
  words: ['reference', 'money', 'zone'],
  parts: ['reasons'],
  links: ['apply link'],
  conditions: ['several'],
  required: [],
  longest: 2000,
};
const VALUES = {
  words: { reference: 'PD-1', money: '£55', zone: null },
  parts: { reasons: [{ is: 'steps', items: ['One.', 'Two.'] }] },
  links: { 'apply link': 'https://apply.example.org' },
  conditions: { several: true },
} as const;

function nodesOf(text: string, vocabulary = WORDS) {
  const read = parseTemplate(text, vocabulary);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.nodes;
}

const line = (text: string) => renderLine(nodesOf(text), VALUES);
const blocks = (text: string) => renderBlocks(nodesOf(text), VALUES);

function faults(text: string, vocabulary = WORDS): string[] {
  const read = parseTemplate(text, vocabulary);
  return read.ok ? [] : read.faults.map((fault) => templateFaultWords(fault, text, vocabulary));
}

describe('the placeholder language', () => {
  it.each([
    ['Your reference is ((reference)).', 'Your reference is PD-1.'],
    ['(( Reference )) and ((MONEY))', 'PD-1 and £55'],
    ['a((if zone)) in zone ((zone))((else)) anywhere((end)).', 'a anywhere.'],
    ['((if money))M((if zone))Z((else))-((if several))S((end))((end))((end))!', 'M-S!'],
    ['((if reasons))there((end))((if apply link)) too((end))', 'there too'],
    ['one ( two ) three )) four', 'one ( two ) three )) four'],
    ['{{reference}} {{{x}}} ${money} <%= 1 %>', '{{reference}} {{{x}}} ${money} <%= 1 %>'],
  ])('%s', (template, expected) => {
    expect(line(template)).toBe(expected);
  });

  it('gives a name that begins with a capital a value that does', () => {
    const values = { words: { reference: 'your bill', money: '' } };
    expect(renderLine(nodesOf('((Reference)) ((reference))((Money))'), values)).toBe(
      'Your bill your bill',
    );
  });

  it.each([
    [
      'Hallo ((nam))',
      'Line 1, character 7: there is no ((nam)). Use ((reference)), ((money)), ((zone)), ((reasons)) or ((apply link))',
    ],
    [
      'one\n\n ((toString))',
      'Line 3, character 2: there is no ((toString)). Use ((reference)), ((money)), ((zone)), ((reasons)) or ((apply link))',
    ],
    ['((reference', 'Line 1, character 1: “((reference” needs “))” after it, on the same line'],
    ['((reference\n))', 'Line 1, character 1: “((reference” needs “))” after it, on the same line'],
    [
      '((if nobody))x((end))',
      'Line 1, character 1: ((if …)) cannot ask for “nobody”. It can ask for several, reference, money, zone or reasons',
    ],
    ['x((end))', 'Line 1, character 2: this ((end)) has no ((if …)) before it'],
    ['((else))', 'Line 1, character 1: this ((else)) has no ((if …)) of its own'],
    [
      '((if zone))a((else))b((else))c((end))',
      'Line 1, character 22: this ((else)) has no ((if …)) of its own',
    ],
    ['((if zone))a', 'Line 1, character 1: ((if zone)) needs an ((end)) after it'],
    [
      'See ((reasons))',
      'Line 1, character 5: put ((reasons)) alone on a line, for it brings paragraphs of its own',
    ],
    [
      '((apply link))',
      'Line 1, character 1: put ((apply link)) alone on a line, under a line of words that ends with “:”',
    ],
    [
      'Apply:\n\n((apply link))',
      'Line 3, character 1: put ((apply link)) alone on a line, under a line of words that ends with “:”',
    ],
    ['a\u202eb', 'Line 1, character 2: take out the character U+202E, which cannot be seen'],
    ['a\u0000', 'Line 1, character 2: take out the character U+0, which cannot be seen'],
  ])('names the fault of %j with its place', (template, words) => {
    expect(faults(template)).toEqual([words]);
  });

  it('asks for what must be said, outside every condition', () => {
    const strict = { ...WORDS, required: ['money'] };
    expect(faults('((money))', strict)).toEqual([]);
    expect(faults('((if zone))((money))((end))', strict)).toEqual([
      'Say ((money)) somewhere outside every ((if …))',
    ]);
  });

  it('stops at its bounds: length, placeholders, conditions in conditions', () => {
    expect(faults('a'.repeat(2001))).toEqual(['Use 2,000 characters or fewer']);
    expect(faults('((zone))'.repeat(MOST_PLACEHOLDERS))).toEqual([]);
    expect(faults('((zone))'.repeat(MOST_PLACEHOLDERS + 1))).toHaveLength(1);
    const deep = (depth: number) => '((if zone))'.repeat(depth) + '((end))'.repeat(depth);
    expect(faults(deep(3))).toEqual([]);
    expect(faults(deep(4))).toEqual([expect.stringContaining('use at most 3 ((if …))')]);
    expect(faults(deep(100)).length).toBeGreaterThan(0);
  });
});

describe('blocks', () => {
  it('are made of headings, points, steps, links and paragraphs', () => {
    const text = `# One ((reference))
Under it
and on.

* a
* b

1. first
2. second


Apply here:
((apply link))

((reasons))
`;
    expect(blocks(text)).toEqual([
      { is: 'heading', words: 'One PD-1' },
      { is: 'paragraph', words: 'Under it and on.' },
      { is: 'list', items: ['a', 'b'] },
      { is: 'steps', items: ['first', 'second'] },
      { is: 'link', words: 'Apply here', href: 'https://apply.example.org' },
      { is: 'steps', items: ['One.', 'Two.'] },
    ]);
  });

  it('leave out what the case does not have (U7.3)', () => {
    expect(blocks('((if zone))\n# Zone\n\n((zone))\n((end))\n\n((zone))\n\nend')).toEqual([
      { is: 'paragraph', words: 'end' },
    ]);
  });

  it.each(['# heading', '* point', '1. step', 'Look:\nhttps://evil.example.net', '((reference))'])(
    'are never made by a value: %j',
    (hostile) => {
      const values = { words: { money: hostile } };
      expect(renderBlocks(nodesOf('((money))\n\nend'), values)).toEqual([
        { is: 'paragraph', words: hostile },
        { is: 'paragraph', words: 'end' },
      ]);
    },
  );

  it('give the wordings of a text message in their order', () => {
    expect(renderWordings(nodesOf('Long ((reference))\n\nShort'), VALUES)).toEqual([
      'Long PD-1',
      'Short',
    ]);
  });
});

describe('whatever is typed', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 300 });
  const likely = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '((',
          '))',
          '((if zone))',
          '((else))',
          '((end))',
          '((reasons))',
          '\n',
          '# ',
        ),
        fc.constantFrom('((money))', '((apply link))', 'Apply:\n', '* ', '1. ', '((__proto__))'),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));
  const printable = fc.string({ unit: 'grapheme', maxLength: 300 });

  it('text without (( is kept, character for character', () => {
    fc.assert(
      fc.property(printable, (text) => {
        const read = parseTemplate(text, WORDS);
        if (text.includes('((') || !read.ok) return;
        expect(renderLine(read.nodes, VALUES)).toBe(text);
      }),
    );
  });

  it('reading and rendering never throw, and every fault has its place and its words', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, likely), (text) => {
        const read = parseTemplate(text, WORDS);
        if (read.ok) {
          renderLine(read.nodes, VALUES);
          renderBlocks(read.nodes, { words: {} });
          return;
        }
        expect(read.faults.length).toBeGreaterThan(0);
        for (const fault of read.faults) {
          expect(fault.at).toBeLessThanOrEqual(text.length);
          expect(templateFaultWords(fault, text, WORDS)).not.toMatch(/undefined|NaN/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('a value is never read as a template, and never leaves its place', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, likely), (value) => {
        const values = { words: { money: value } };
        expect(renderLine(nodesOf('<((money))>'), values)).toBe(`<${value}>`);
      }),
    );
  });

  it('no name reaches anything but its list', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'reference.length', 'this']) {
      expect(faults(`((${name}))`)).toHaveLength(1);
    }
    expect(renderLine([{ is: 'value', name: 'constructor', isCapital: false }], VALUES)).toBe('');
  });
});
