import type { LetterKind } from './letter-kinds.rules.js';

/** One piece of a letter. Plain words only: nothing here is mark-up until `letterBody` prints it. */
export type LetterBlock =
  | { is: 'heading'; words: string }
  | { is: 'paragraph'; words: string }
  | { is: 'list' | 'steps'; items: readonly string[] }
  | { is: 'link'; words: string; href: string };

/** What a letter says, whatever way it goes. */
export interface LetterContent {
  kind: LetterKind;
  /** At most 60 characters, with the reference. */
  subject: string;
  blocks: readonly LetterBlock[];
  /** The same as a text message, for people who prefer one. */
  text: string;
  /** Which version of the council's words it was written from; none for words kept in code. */
  wordingVersion?: string;
}

/**
 * The body exactly as it is sent and as it is previewed: the light mark-up GOV.UK Notify reads
 * (`# ` headings, `* ` bullets, `1. ` steps). What people typed cannot become mark-up.
 */
export function letterBody(content: LetterContent): string {
  return content.blocks.map(printBlock).join('\n\n');
}

/** The blocks of a body as `letterBody` printed it, so that a stored letter is shown as it was sent. */
export function readBody(body: string): LetterBlock[] {
  return body.split('\n\n').map(readBlock);
}

function readBlock(printed: string): LetterBlock {
  const lines = printed.split('\n');
  const [first = '', second] = lines;
  if (first.startsWith('# ')) return { is: 'heading', words: first.slice(2) };
  if (lines.every((line) => line.startsWith('* '))) {
    return { is: 'list', items: lines.map((line) => line.slice(2)) };
  }
  if (lines.every((line, index) => line.startsWith(`${index + 1}. `))) {
    return { is: 'steps', items: lines.map((line) => line.replace(/^\d+\. /, '')) };
  }
  if (second !== undefined && first.endsWith(':')) {
    return { is: 'link', words: first.slice(0, -1), href: second };
  }
  return { is: 'paragraph', words: printed };
}

function printBlock(block: LetterBlock): string {
  switch (block.is) {
    case 'heading':
      return `# ${plain(block.words)}`;
    case 'paragraph':
      return plain(block.words);
    case 'list':
      return block.items.map((item) => `* ${plain(item)}`).join('\n');
    case 'steps':
      return block.items.map((item, index) => `${index + 1}. ${plain(item)}`).join('\n');
    case 'link':
      return `${plain(block.words)}:\n${block.href}`;
  }
}

/** One line; a leading mark-up character is kept apart from the start of the line. */
function plain(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return /^(#|\*|>|\^|-{3}|\d+\.)/.test(line) ? `\u200b${line}` : line;
}
