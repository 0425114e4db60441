import type { TemplateNode } from './template.rules.js';

/** One piece of a text. Plain words: nothing here is mark-up until it is printed. */
export type TextBlock =
  | { is: 'heading'; words: string }
  | { is: 'paragraph'; words: string }
  | { is: 'list' | 'steps'; items: readonly string[] }
  | { is: 'link'; words: string; href: string };

export interface TemplateValues {
  /** By name; null or blank when the case has no such thing. */
  readonly words: Readonly<Record<string, string | null>>;
  readonly parts?: Readonly<Record<string, readonly TextBlock[]>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly conditions?: Readonly<Record<string, boolean>>;
}

type Piece =
  | { is: 'text' | 'value'; text: string }
  | { is: 'part'; blocks: readonly TextBlock[] }
  | { is: 'link'; href: string };

/** One line of words, such as a subject. Never throws: what is not there prints nothing. */
export function renderLine(nodes: readonly TemplateNode[], values: TemplateValues): string {
  return pieces(nodes, values).map(wordsOf).join('');
}

/**
 * Headings (`# `), points (`* `), steps (`1. `), links and paragraphs, set apart by blank lines.
 * Only the template's own characters make them: a value that looks like mark-up stays a value.
 */
export function renderBlocks(nodes: readonly TemplateNode[], values: TemplateValues): TextBlock[] {
  const blocks: TextBlock[] = [];
  let group: Piece[][] = [];
  const close = () => {
    blocks.push(...blockOf(group));
    group = [];
  };
  for (const line of lines(pieces(nodes, values))) {
    const [part] = line.flatMap((piece) => (piece.is === 'part' ? [piece] : []));
    if (part || isBlank(line) || isHeading(line)) close();
    if (part) blocks.push(...part.blocks);
    else if (isHeading(line)) blocks.push({ is: 'heading', words: afterMark(line, 2) });
    else if (!isBlank(line)) group.push(line);
  }
  close();
  return blocks.filter(saysSomething);
}

/** Each paragraph as one wording of the same thing, in the order written. */
export function renderWordings(nodes: readonly TemplateNode[], values: TemplateValues): string[] {
  return renderBlocks(nodes, values).flatMap((block) => ('words' in block ? [block.words] : []));
}

function pieces(nodes: readonly TemplateNode[], values: TemplateValues): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    if (node.is === 'text') return [node];
    if (node.is === 'if')
      return pieces(isThere(node.name, values) ? node.then : node.otherwise, values);
    const part = own(values.parts, node.name);
    if (part) return [{ is: 'part', blocks: part }];
    const href = own(values.links, node.name);
    if (href !== undefined) return [{ is: 'link', href }];
    const text = own(values.words, node.name) ?? '';
    return [{ is: 'value', text: node.isCapital ? capital(text) : text }];
  });
}

function isThere(name: string, { words, parts, links, conditions }: TemplateValues): boolean {
  return (
    own(conditions, name) ??
    ((own(words, name) ?? '').trim() !== '' ||
      (own(parts, name) ?? []).length > 0 ||
      (own(links, name) ?? '') !== '')
  );
}

/** Lists are records of their own names only: `((constructor))` finds nothing. */
function own<T>(values: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
}

function lines(all: readonly Piece[]): Piece[][] {
  const split: Piece[][] = [[]];
  for (const piece of all) {
    if (piece.is !== 'text') {
      split.at(-1)?.push(piece);
      continue;
    }
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) split.push([]);
      if (text !== '') split.at(-1)?.push({ is: 'text', text });
    }
  }
  return split;
}

function blockOf(group: readonly Piece[][]): TextBlock[] {
  const [first, second] = group;
  if (!first) return [];
  if (group.every((line) => startsWith(line, /^\* /))) {
    return [{ is: 'list', items: group.map((line) => afterMark(line, 2)) }];
  }
  if (group.every((line) => startsWith(line, /^\d{1,2}\. /))) {
    return [
      {
        is: 'steps',
        items: group.map((line) =>
          lineWords(line)
            .replace(/^\d+\. /, '')
            .trim(),
        ),
      },
    ];
  }
  const [link] = (second ?? []).filter((piece) => piece.is === 'link');
  if (link) return [{ is: 'link', words: lineWords(first).replace(/:$/, ''), href: link.href }];
  return [{ is: 'paragraph', words: group.map(lineWords).join(' ') }];
}

function isBlank(line: readonly Piece[]): boolean {
  return line.every((piece) => piece.is === 'text' && piece.text.trim() === '');
}

function isHeading(line: readonly Piece[]): boolean {
  return startsWith(line, /^# /);
}

/** Looks at the template's own text only. */
function startsWith([first]: readonly Piece[], mark: RegExp): boolean {
  return first?.is === 'text' && mark.test(first.text);
}

function afterMark(line: readonly Piece[], length: number): string {
  return lineWords(line).slice(length).trim();
}

function lineWords(line: readonly Piece[]): string {
  return line.map(wordsOf).join('').trim();
}

function wordsOf(piece: Piece): string {
  if (piece.is === 'link') return piece.href;
  if (piece.is !== 'part') return piece.text;
  return piece.blocks
    .flatMap((block) => ('items' in block ? block.items : [block.words]))
    .join(' ');
}

function saysSomething(block: TextBlock): boolean {
  if ('items' in block) return block.items.some((item) => item !== '');
  return block.words.trim() !== '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
