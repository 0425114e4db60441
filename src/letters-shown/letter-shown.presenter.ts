import { LETTER_KIND_LABELS, LETTER_STATE_LABELS } from '../letters/letter-kinds.rules.js';
import {
  type LetterPreview,
  type PreviewBlock,
  presentStoredLetter,
} from '../letters/letter-preview.presenter.js';
import type { Letter } from '../letters/letters.store.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import { formatDateTime } from '../shared/london-date.js';
import { withoutOwnLink } from './own-link.rules.js';

interface LetterPage {
  title: string;
  backLink: PlainLinkParams;
  facts: SummaryListParams;
  letter: LetterPreview;
}

/** A letter as it was sent, with what became of it. */
export function letterPage(reference: string, letter: Letter): LetterPage {
  const { state, lastProblem } = letter;
  return {
    title: `${LETTER_KIND_LABELS[letter.kind]} for ${reference}`,
    backLink: backLink(`/applications/${reference}`, `Back to ${reference}`),
    facts: summaryList({
      rows: [
        { key: 'State', value: LETTER_STATE_LABELS[state] },
        lastProblem === null || state === 'delivered'
          ? null
          : { key: 'Problem', value: lastProblem },
        { key: 'Written', value: formatDateTime(letter.writtenAt) },
        { key: 'Words', value: wordingInWords(letter.wordingVersion) },
        letter.sentAt === null ? null : { key: 'Sent', value: formatDateTime(letter.sentAt) },
      ],
    }),
    letter: guarded(presentStoredLetter(letter)),
  };
}

/** Which version of the council's words it is; words kept in the program bear a month. */
function wordingInWords(version: string): string {
  return /^\d{1,6}$/.test(version) ? `Version ${version}` : `The desk’s own, ${version}`;
}

function guarded(preview: LetterPreview): LetterPreview {
  return {
    ...preview,
    blocks: preview.blocks.map(guardedBlock),
    textMessage: preview.textMessage && withoutOwnLink(preview.textMessage),
  };
}

function guardedBlock(block: PreviewBlock): PreviewBlock {
  return {
    ...block,
    paragraph: block.paragraph && withoutOwnLink(block.paragraph),
    bullets: block.bullets?.map(withoutOwnLink) ?? null,
    steps: block.steps?.map(withoutOwnLink) ?? null,
    link: block.link && { ...block.link, href: withoutOwnLink(block.link.href) },
  };
}
