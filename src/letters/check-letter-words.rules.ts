import { renderWordings } from '../wording/render-template.rules.js';
import { curlyBracketFault, templateFaultWords } from '../wording/template-faults.rules.js';
import { parseTemplate } from '../wording/template.rules.js';
import type { CouncilFacts } from './council-facts.rules.js';
import {
  type EditableLetterKind,
  type LetterTemplates,
  letterVocabulary,
} from './letter-vocabulary.rules.js';
import { sampleLetters } from './sample-letters.rules.js';
import { gsmLength, LONGEST_TEXT } from './text-message.rules.js';

export interface LetterWordsFault {
  field: keyof LetterTemplates;
  text: string;
}

const FIELDS = ['subject', 'body', 'text'] as const;
const LONGEST_SUBJECT = 60;
const FIELD_LABELS = { subject: 'Subject', body: 'Letter', text: 'Text message' } as const;

/** Everything wrong with a letter's words; they are only tried on samples when they can be read. */
export function letterWordsFaults(
  kind: EditableLetterKind,
  templates: LetterTemplates,
  council: CouncilFacts,
): LetterWordsFault[] {
  const faults = FIELDS.flatMap((field) => readingFaults(kind, field, templates[field]));
  return faults.length > 0 ? faults : sampleFaults(kind, templates, council);
}

function readingFaults(
  kind: EditableLetterKind,
  field: keyof LetterTemplates,
  text: string,
): LetterWordsFault[] {
  if (text.trim() === '') return [{ field, text: `${FIELD_LABELS[field]}: write some words` }];
  const curly = curlyBracketFault(text);
  if (curly !== null) return [{ field, text: `${FIELD_LABELS[field]}: ${curly}` }];
  const vocabulary = letterVocabulary(kind, field);
  const read = parseTemplate(text, vocabulary);
  if (read.ok) {
    const isOneLine = field !== 'subject' || !text.trim().includes('\n');
    return isOneLine ? [] : [{ field, text: 'Subject: keep it to one line' }];
  }
  return read.faults.slice(0, 3).map((fault) => ({
    field,
    text: `${FIELD_LABELS[field]}: ${templateFaultWords(fault, text, vocabulary)}`,
  }));
}

/** What the bounds of a subject and of a text message mean for the sample cases (C7). */
function sampleFaults(
  kind: EditableLetterKind,
  templates: LetterTemplates,
  council: CouncilFacts,
): LetterWordsFault[] {
  const samples = sampleLetters(kind, templates, council);
  const longest = Math.max(...samples.map(({ content }) => content.subject.length));
  const faults: LetterWordsFault[] = [];
  if (longest > LONGEST_SUBJECT) {
    const text = `Subject: ${longest} characters in a sample case. Use ${LONGEST_SUBJECT} or fewer, with the reference`;
    faults.push({ field: 'subject', text });
  }
  if (samples.some(({ content }) => !isOneMessage(content.text))) {
    const text = `Text message: the last wording is longer than one message (${LONGEST_TEXT} characters), or has a character texts do not have. Write a shorter one below it, after a blank line`;
    faults.push({ field: 'text', text });
  }
  if (hasNoParagraphs(kind, templates.text)) {
    faults.push({
      field: 'text',
      text: 'Text message: write plain paragraphs, no points or headings',
    });
  }
  return faults;
}

function isOneMessage(text: string): boolean {
  return (gsmLength(text) ?? LONGEST_TEXT + 1) <= LONGEST_TEXT;
}

function hasNoParagraphs(kind: EditableLetterKind, text: string): boolean {
  const read = parseTemplate(text, letterVocabulary(kind, 'text'));
  return read.ok && renderWordings(read.nodes, { words: {} }).length === 0;
}
