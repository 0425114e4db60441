import type { CouncilFacts } from './council-facts.rules.js';
import type { LetterBlock } from './letter-content.rules.js';
import type { LetterWordings } from './letter-vocabulary.rules.js';

/** What every letter knows of its case. */
export interface LetterFacts {
  council: CouncilFacts;
  /** The application's reference, as printed. */
  reference: string;
  /** The permit type's name, such as `Temporary resident`. */
  permitTypeName: string;
}

/** The same for a letter whose words the council keeps. */
export interface WordedLetterFacts extends LetterFacts {
  /** The council's words, as they are in force when the letter is written. */
  wordings: LetterWordings;
}

/** The same for a letter that tells where the application and its money stand. */
export interface StatusLetterFacts extends WordedLetterFacts {
  /** The resident's own address of the page that says so. */
  statusLink: string;
}

/** `a temporary resident permit`, `an essential carer permit`, `a Vehicle Change Request`. */
export function aPermit(permitTypeName: string): string {
  const permit = permitInWords(permitTypeName);
  return `${/^[aeio]/i.test(permit) ? 'an' : 'a'} ${permit}`;
}

/** A name such as `Vehicle Change Request` is a title and stays as it is. */
function permitInWords(permitTypeName: string): string {
  const [first = '', ...rest] = permitTypeName.trim().split(/\s+/);
  if (rest.some((word) => /^[A-Z]/.test(word))) return permitTypeName.trim();
  return [first.toLowerCase(), ...rest, 'permit'].join(' ');
}

/** One reason stands as a paragraph; several are numbered (U7.2). */
export function oneOrSteps(items: readonly string[]): LetterBlock {
  const [only = ''] = items;
  return items.length === 1 ? { is: 'paragraph', words: only } : { is: 'steps', items };
}

/** Paragraphs of the sentences that are there: nothing prints an empty one (U7.3). */
export function paragraphs(...words: readonly (string | null)[]): LetterBlock[] {
  return words
    .filter((given): given is string => given !== null && given.trim() !== '')
    .map((given) => ({ is: 'paragraph', words: given }));
}

/** How to discuss the letter with the council, and who helps with the website. */
export function contactBlocks(
  { council }: LetterFacts,
  heading = 'If you have questions',
): LetterBlock[] {
  return [
    { is: 'heading', words: heading },
    ...paragraphs(
      `To talk to ${council.name}, ring ${council.phone}. Please give your reference.`,
      `For help with your account or the website, e-mail ${council.supportEmail} or ring ${council.supportPhone}.`,
    ),
  ];
}
