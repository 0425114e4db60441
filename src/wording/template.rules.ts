import { ok, type Outcome, refuse } from '../shared/outcome.js';

/**
 * What a template may name. Nothing outside these lists is ever looked up, so a template reaches
 * no property, no other template and no code (S5.4).
 */
export interface Vocabulary {
  /** Values of one line: `((reference))`. */
  readonly words: readonly string[];
  /** Values of several paragraphs or points, each alone in its paragraph: `((reasons))`. */
  readonly parts: readonly string[];
  /** Addresses, each alone on the line under the words that lead to it: `Apply here:`. */
  readonly links: readonly string[];
  /** What `((if …))` may ask besides: whether a value is there may always be asked. */
  readonly conditions: readonly string[];
  /** What must be said whatever the case, outside every `((if …))`. */
  readonly required: readonly string[];
  /** The most characters. */
  readonly longest: number;
}

export type TemplateNode =
  | { is: 'text'; text: string }
  | { is: 'value'; name: string; isCapital: boolean }
  | { is: 'if'; name: string; then: TemplateNode[]; otherwise: TemplateNode[] };

export type TemplateFaultCode =
  | 'too_long'
  | 'too_many'
  | 'wrong_character'
  | 'not_closed'
  | 'unknown'
  | 'unknown_condition'
  | 'too_deep'
  | 'end_without_if'
  | 'else_without_if'
  | 'if_without_end'
  | 'not_alone'
  | 'link_without_words'
  | 'required_missing';

export interface TemplateFault {
  code: TemplateFaultCode;
  /** Where, from 0, in the text. */
  at: number;
  /** What stands there, or what is missing. */
  name: string;
}

/** `((if …))` may stand in another, and that one in a third. */
export const DEEPEST_IF = 3;
export const MOST_PLACEHOLDERS = 100;
const LONGEST_NAME = 60;

/**
 * Reads a template in one pass: no pattern is run over it and nothing in it is run. Text without
 * `((` stands for itself, character for character.
 */
export function parseTemplate(
  text: string,
  vocabulary: Vocabulary,
): Outcome<{ nodes: TemplateNode[] }, 'faulty', { faults: TemplateFault[] }> {
  if (text.length > vocabulary.longest) {
    return refuse('faulty', { faults: [{ code: 'too_long', at: vocabulary.longest, name: '' }] });
  }
  const read = new TemplateReader(text, vocabulary);
  const nodes = read.all();
  const faults = [...read.faults, ...wrongCharacters(text), ...missing(nodes, text, vocabulary)];
  if (faults.length === 0) return ok({ nodes });
  return refuse('faulty', { faults: faults.sort((one, other) => one.at - other.at) });
}

interface OpenIf {
  node: Extract<TemplateNode, { is: 'if' }>;
  at: number;
  hasElse: boolean;
}

class TemplateReader {
  readonly faults: TemplateFault[] = [];
  private readonly top: TemplateNode[] = [];
  private readonly open: OpenIf[] = [];
  private count = 0;

  constructor(
    private readonly text: string,
    private readonly vocabulary: Vocabulary,
  ) {}

  all(): TemplateNode[] {
    let from = 0;
    for (let at = this.text.indexOf('(('); at !== -1; at = this.text.indexOf('((', from)) {
      this.keepText(this.text.slice(from, at));
      from = this.readPlaceholder(at);
    }
    this.keepText(this.text.slice(from));
    for (const { at, node } of this.open) this.fault('if_without_end', at, node.name);
    return this.top;
  }

  /** Returns where reading goes on. */
  private readPlaceholder(at: number): number {
    const end = this.text.indexOf('))', at + 2);
    const inside = this.text.slice(at + 2, end === -1 ? at + 2 + LONGEST_NAME : end);
    if (end === -1 || inside.length > LONGEST_NAME || inside.includes('\n')) {
      this.fault('not_closed', at, inside.split('\n')[0]?.trim() ?? '');
      return at + 2;
    }
    this.count += 1;
    if (this.count === MOST_PLACEHOLDERS + 1) this.fault('too_many', at, '');
    this.place(inside.trim().replace(/ +/g, ' '), at, end + 2);
    return end + 2;
  }

  private place(written: string, at: number, end: number): void {
    const name = written.toLowerCase();
    if (name.startsWith('if ')) this.openIf(name.slice(3), at);
    else if (name === 'else') this.turnIf(at);
    else if (name === 'end') this.closeIf(at);
    else this.placeValue({ name, written, at, end });
  }

  private placeValue({ name, written, at, end }: Written): void {
    const { words, parts, links } = this.vocabulary;
    const isAlone = isAloneOnLine(this.text, at, end);
    if (parts.includes(name)) {
      if (!isAlone) this.fault('not_alone', at, written);
    } else if (links.includes(name)) {
      if (!isAlone || !followsColon(this.text, at)) this.fault('link_without_words', at, written);
    } else if (!words.includes(name)) {
      this.fault('unknown', at, written);
    }
    this.here().push({ is: 'value', name, isCapital: /^[A-Z]/.test(written) });
  }

  private openIf(name: string, at: number): void {
    const { words, parts, links, conditions } = this.vocabulary;
    if (![words, parts, links, conditions].some((names) => names.includes(name))) {
      this.fault('unknown_condition', at, name);
    }
    if (this.open.length === DEEPEST_IF) this.fault('too_deep', at, name);
    const node: OpenIf['node'] = { is: 'if', name, then: [], otherwise: [] };
    if (this.open.length < DEEPEST_IF) this.here().push(node);
    this.open.push({ node, at, hasElse: false });
  }

  private turnIf(at: number): void {
    const last = this.open.at(-1);
    if (!last || last.hasElse) return this.fault('else_without_if', at, 'else');
    last.hasElse = true;
  }

  private closeIf(at: number): void {
    if (!this.open.pop()) this.fault('end_without_if', at, 'end');
  }

  private keepText(text: string): void {
    if (text !== '') this.here().push({ is: 'text', text });
  }

  private here(): TemplateNode[] {
    const last = this.open.at(-1);
    if (!last) return this.top;
    return last.hasElse ? last.node.otherwise : last.node.then;
  }

  private fault(code: TemplateFaultCode, at: number, name: string): void {
    this.faults.push({ code, at, name });
  }
}

interface Written {
  name: string;
  written: string;
  at: number;
  end: number;
}

function isAloneOnLine(text: string, at: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const lineEnd = text.indexOf('\n', end);
  return (before + text.slice(end, lineEnd === -1 ? undefined : lineEnd)).trim() === '';
}

function followsColon(text: string, at: number): boolean {
  const line = text.lastIndexOf('\n', at - 1);
  if (at === 0 || line === -1) return false;
  return text.slice(0, line).trimEnd().endsWith(':') && text[line - 1] !== '\n';
}

function missing(
  nodes: readonly TemplateNode[],
  text: string,
  { required }: Vocabulary,
): TemplateFault[] {
  const said = nodes.flatMap((node) => (node.is === 'value' ? [node.name] : []));
  return required
    .filter((name) => !said.includes(name))
    .map((name) => ({ code: 'required_missing', at: text.length, name }));
}

/** Control characters, those that turn the direction of reading, and those that mean nothing. */
const NOT_FOR_TEXT: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0xd800, 0xf8ff],
  [0xfeff, 0xfeff],
  [0xfff0, 0xffff],
  [0xf0000, 0x10ffff],
];

function wrongCharacters(text: string): TemplateFault[] {
  let at = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (NOT_FOR_TEXT.some(([from, to]) => code >= from && code <= to)) {
      return [{ code: 'wrong_character', at, name: `U+${code.toString(16).toUpperCase()}` }];
    }
    at += character.length;
  }
  return [];
}
