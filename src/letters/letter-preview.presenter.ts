import { addressLetter, type Addressee, type Contact } from './address-letter.rules.js';
import {
  letterBody,
  type LetterBlock,
  type LetterContent,
  readBody,
} from './letter-content.rules.js';
import { LETTER_KIND_LABELS, type LetterChannel, type LetterKind } from './letter-kinds.rules.js';

/** One block as the view prints it: exactly one of the five is not null. */
export interface PreviewBlock {
  heading: string | null;
  paragraph: string | null;
  bullets: string[] | null;
  steps: string[] | null;
  link: { words: string; href: string } | null;
}

/** A letter as it will be, or was, sent. The words come from the very body that is stored (U7.1). */
export interface LetterPreview {
  kindLabel: string;
  /** `By e-mail to`, and the lines of the address. */
  ways: { label: string; lines: string[] }[];
  /** Null for a stored text message. */
  subject: string | null;
  blocks: PreviewBlock[];
  /** The text message that goes besides; null when none does. */
  textMessage: string | null;
  /** What the officer wrote himself, as it stands in the letter. */
  ownWords: string[];
}

const WAY_LABELS: Readonly<Record<LetterChannel, string>> = {
  email: 'By e-mail to',
  text: 'By text message to',
  post: 'By post to',
};

interface ToPreview {
  content: LetterContent;
  contact: Contact;
  /** The officer's own words in it; empty when he wrote none. */
  ownWords?: readonly string[];
}

/** The letter before it is sent: subject, ways and words exactly as `writeLetters` will keep them. */
export function presentLetter({ content, contact, ownWords = [] }: ToPreview): LetterPreview {
  const addressees = addressLetter(contact);
  return {
    kindLabel: LETTER_KIND_LABELS[content.kind],
    ways: addressees.map(presentWay),
    subject: content.subject,
    blocks: readBody(letterBody(content)).map(presentBlock),
    textMessage: addressees.some(({ channel }) => channel === 'text') ? content.text : null,
    ownWords: ownWords.map((words) => words.trim()).filter((words) => words !== ''),
  };
}

interface StoredLetter extends Addressee {
  kind: LetterKind;
  subject: string | null;
  body: string;
}

/** A letter the case keeps, in the words it was sent in (R-NOT-2). */
export function presentStoredLetter(letter: StoredLetter): LetterPreview {
  const isText = letter.channel === 'text';
  return {
    kindLabel: LETTER_KIND_LABELS[letter.kind],
    ways: [presentWay(letter)],
    subject: letter.subject,
    blocks: isText ? [] : readBody(letter.body).map(presentBlock),
    textMessage: isText ? letter.body : null,
    ownWords: [],
  };
}

function presentWay({ channel, recipient }: Addressee): LetterPreview['ways'][number] {
  return { label: WAY_LABELS[channel], lines: recipient.split('\n') };
}

function presentBlock(block: LetterBlock): PreviewBlock {
  return {
    heading: block.is === 'heading' ? block.words : null,
    paragraph: block.is === 'paragraph' ? block.words : null,
    bullets: block.is === 'list' ? [...block.items] : null,
    steps: block.is === 'steps' ? [...block.items] : null,
    link: block.is === 'link' ? { words: block.words, href: block.href } : null,
  };
}
