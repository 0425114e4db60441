import { formatDate, type LocalDate } from '../shared/london-date.js';
import { composeLetter } from './compose-letter.rules.js';
import type { LetterBlock, LetterContent } from './letter-content.rules.js';
import { type WordedLetterFacts, paragraphs } from './letter-facts.rules.js';

/** One paper that is wanted: what it is called, what is wrong with what came, and what would do. */
export interface EvidenceItem {
  /** As a heading: `Utility bill`, `Proof of address`. */
  paperLabel: string;
  wrong: string;
  /** Names the calculated date where the paper has an age limit. */
  wouldDo: string;
}

export interface EvidenceRequestFacts extends WordedLetterFacts {
  items: readonly EvidenceItem[];
  /** The last London day on which an answer counts. */
  answerByOn: LocalDate;
  /** The signed address of the page that takes the papers. */
  link: string;
}

/** "Fix only this": which papers, why, by when, and where to send them. */
export function composeEvidenceRequest(facts: EvidenceRequestFacts): LetterContent {
  return composeLetter('evidence_requested', facts, valuesOf(facts));
}

/** Sent once, some days before the answer is due. */
export function composeEvidenceReminder(facts: EvidenceRequestFacts): LetterContent {
  return composeLetter('evidence_reminder', facts, valuesOf(facts));
}

function valuesOf(facts: EvidenceRequestFacts) {
  return {
    words: { 'how many papers': countPapers(facts), 'answer by': formatDate(facts.answerByOn) },
    parts: { 'papers asked for': itemBlocks(facts.items) },
    links: { 'answer link': facts.link },
  };
}

function itemBlocks(items: readonly EvidenceItem[]): LetterBlock[] {
  return items.flatMap(({ paperLabel, wrong, wouldDo }, index): LetterBlock[] => [
    {
      is: 'heading',
      words: items.length === 1 ? paperLabel : `Paper ${index + 1}: ${paperLabel}`,
    },
    ...paragraphs(wrong, wouldDo),
  ]);
}

function countPapers({ items }: EvidenceRequestFacts): string {
  return items.length === 1 ? 'a paper' : `${items.length} papers`;
}
