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
}

/**
 * The body exactly as it is sent and as it is previewed: the light mark-up GOV.UK Notify reads
 * (`# ` headings, `* ` bullets, `1. ` steps). What people typed cannot become mark-up.
 */
export function letterBody(content: LetterContent): string {
  return content.blocks.map(printBlock).join('\n\n');
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
