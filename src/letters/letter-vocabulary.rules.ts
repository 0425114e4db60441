import type { Vocabulary } from '../wording/template.rules.js';
import type { LetterKind } from './letter-kinds.rules.js';

/** The words of one kind of letter, as the council writes them. */
export interface LetterTemplates {
  /** One line of at most 60 characters, with the reference. */
  subject: string;
  body: string;
  /** Wordings of the same text message, the fullest first; the first that is one message is sent. */
  text: string;
}

/** Letters whose words are kept in tables; what the desk works out for them is in code. */
export const EDITABLE_LETTER_KINDS = [
  'application_received',
  'application_approved',
  'application_rejected',
  'application_withdrawn',
  'evidence_requested',
  'evidence_reminder',
  'exception_approved',
  'exception_declined',
  'payment_requested',
  'paid_another_way',
] as const satisfies readonly LetterKind[];
export type EditableLetterKind = (typeof EDITABLE_LETTER_KINDS)[number];

export function isEditableLetterKind(kind: string): kind is EditableLetterKind {
  return EDITABLE_LETTER_KINDS.some((known) => known === kind);
}

/** The words in force of one kind of letter, and which version they are. */
export interface LetterWording extends LetterTemplates {
  version: number;
}

/** The words in force of every letter the council may edit. */
export type LetterWordings = Readonly<Record<EditableLetterKind, LetterWording>>;

const LONGEST_BODY = 6000;
const ABOUT_COUNCIL = ['council', 'council phone', 'support e-mail', 'support phone'] as const;
const EVERY_LETTER = [...ABOUT_COUNCIL, 'reference', 'a permit'] as const;

interface OwnNames {
  words: readonly string[];
  parts: readonly string[];
  links: readonly string[];
  conditions: readonly string[];
  required: readonly string[];
}

const PAPERS_ASKED_FOR: OwnNames = {
  words: ['how many papers', 'answer by'],
  parts: ['papers asked for'],
  links: ['answer link'],
  conditions: [],
  required: ['reference', 'papers asked for', 'answer by', 'answer link'],
};

/** What each letter may name besides what every letter may, and what it must say (C7). */
const OWN_NAMES: Readonly<Record<EditableLetterKind, OwnNames>> = {
  application_received: {
    words: ['working days', 'money'],
    parts: ['papers sent'],
    links: ['status link'],
    conditions: [],
    required: ['reference', 'money'],
  },
  application_approved: {
    words: ['permit', 'registration', 'first day', 'last day', 'renew from', 'money'],
    parts: ['permit details'],
    links: ['status link'],
    conditions: [],
    required: ['reference', 'permit details', 'money'],
  },
  application_rejected: {
    words: ['number of reasons', 'money'],
    parts: ['reasons', 'what to send'],
    links: ['apply link', 'status link'],
    conditions: ['several reasons'],
    required: ['reference', 'reasons', 'what to send', 'money', 'apply link', 'council phone'],
  },
  application_withdrawn: {
    words: ['reason', 'money'],
    parts: [],
    links: ['apply link', 'status link'],
    conditions: [],
    required: ['reference', 'money'],
  },
  evidence_requested: PAPERS_ASKED_FOR,
  evidence_reminder: PAPERS_ASKED_FOR,
  exception_approved: {
    ...{ words: ['amount', 'money'], parts: [], links: [], conditions: [] },
    required: ['reference', 'amount', 'money'],
  },
  exception_declined: {
    ...{ words: ['amount', 'reason'], parts: [], links: [], conditions: [] },
    required: ['reference', 'amount', 'reason'],
  },
  payment_requested: {
    words: ['amount', 'why again', 'pay by'],
    parts: [],
    links: ['payment link'],
    conditions: [],
    required: ['reference', 'amount', 'why again', 'pay by', 'payment link'],
  },
  paid_another_way: {
    words: ['amount', 'how it was paid', 'paid on', 'payment reference'],
    parts: [],
    links: ['status link'],
    conditions: [],
    required: ['reference', 'amount', 'how it was paid', 'paid on'],
  },
};

/** The body may name everything; the subject and the text message only what stands in one line. */
export function letterVocabulary(
  kind: EditableLetterKind,
  field: keyof LetterTemplates,
): Vocabulary {
  const { words, parts, links, conditions, required } = OWN_NAMES[kind];
  if (field === 'body') {
    const all = [...EVERY_LETTER, ...words];
    return { words: all, parts, links, conditions, required, longest: LONGEST_BODY };
  }
  const oneLine = [...EVERY_LETTER, ...words.filter((name) => name !== 'money')];
  return {
    ...{ words: oneLine, parts: [], links: [], conditions, required: ['reference'] },
    longest: field === 'subject' ? 300 : 1500,
  };
}

/** A stored version as it was written. @throws when the row is no letter's words */
export function readLetterTemplates(content: unknown): LetterTemplates {
  const { subject, body, text } = content as Partial<LetterTemplates>;
  if (typeof subject !== 'string' || typeof body !== 'string' || typeof text !== 'string') {
    throw new Error('A stored letter lacks its words.');
  }
  return { subject, body, text };
}
