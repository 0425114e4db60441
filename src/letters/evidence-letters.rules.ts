import { formatDate, type LocalDate } from '../shared/london-date.js';
import type { LetterBlock, LetterContent } from './letter-content.rules.js';
import { aPermit, contactBlocks, type LetterFacts, paragraphs } from './letter-facts.rules.js';
import { textMessage } from './text-message.rules.js';

/** One paper that is wanted: what it is called, what is wrong with what came, and what would do. */
export interface EvidenceItem {
  /** As a heading: `Utility bill`, `Proof of address`. */
  paperLabel: string;
  wrong: string;
  /** Names the calculated date where the paper has an age limit. */
  wouldDo: string;
}

export interface EvidenceRequestFacts extends LetterFacts {
  items: readonly EvidenceItem[];
  /** The last London day on which an answer counts. */
  answerByOn: LocalDate;
  /** The signed address of the page that takes the papers. */
  link: string;
}

/** "Fix only this": which papers, why, by when, and where to send them. */
export function composeEvidenceRequest(facts: EvidenceRequestFacts): LetterContent {
  return {
    kind: 'evidence_requested',
    subject: `We need ${countPapers(facts)} from you: ${facts.reference}`,
    blocks: [
      ...paragraphs(
        `We cannot decide your application for ${aPermit(facts.permitTypeName)} yet. We need ${countPapers(facts)} from you.`,
        `Your reference is ${facts.reference}.`,
      ),
      ...itemBlocks(facts.items),
      ...answerBlocks(facts),
      ...paragraphs(
        'You do not need to apply again. We keep what you have sent already.',
        'If we do not hear from you, an officer decides with the papers we have.',
      ),
      ...contactBlocks(facts),
    ],
    text: requestText(facts, 'we need'),
  };
}

/** Sent once, some days before the answer is due. */
export function composeEvidenceReminder(facts: EvidenceRequestFacts): LetterContent {
  return {
    kind: 'evidence_reminder',
    subject: `Reminder: we still need ${countPapers(facts)}: ${facts.reference}`,
    blocks: [
      ...paragraphs(
        `We wrote to you about your application for ${aPermit(facts.permitTypeName)}. We still need ${countPapers(facts)} from you.`,
        `Your reference is ${facts.reference}. If you have sent everything, you need do nothing.`,
      ),
      ...itemBlocks(facts.items),
      ...answerBlocks(facts),
      ...paragraphs('If we do not hear from you, an officer decides with the papers we have.'),
      ...contactBlocks(facts),
    ],
    text: requestText(facts, 'we still need'),
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

function answerBlocks({ answerByOn, link }: EvidenceRequestFacts): LetterBlock[] {
  return [
    { is: 'heading', words: 'How to send it' },
    ...paragraphs(
      `Send it by the end of ${formatDate(answerByOn)}. A clear photo, a scan or a PDF will do.`,
    ),
    { is: 'link', words: 'Send it here', href: link },
    ...paragraphs('The link is for you alone. Please do not pass it on.'),
  ];
}

function countPapers({ items }: EvidenceRequestFacts): string {
  return items.length === 1 ? 'a paper' : `${items.length} papers`;
}

function requestText(facts: EvidenceRequestFacts, need: string): string {
  const { council, reference, answerByOn } = facts;
  const rest = `${need} ${countPapers(facts)} for parking permit application ${reference} by ${formatDate(answerByOn)}. See our letter or e-mail.`;
  return textMessage([`${council.name}: ${rest}`, `Parking: ${rest}`]);
}
