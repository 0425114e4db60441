import { LETTER_KIND_LABELS, type LetterChannel } from '../letters/letter-kinds.rules.js';
import type { UndeliveredLetter } from '../letters/undelivered-letters.queries.js';
import { linkContent } from '../platform/web/component-types.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { formatDateTime, formatTime } from '../shared/london-date.js';

export interface UndeliveredPage {
  title: string;
  backLink: PlainLinkParams;
  asAt: string;
  letters: TableParams | null;
}

const WAYS: Readonly<Record<LetterChannel, string>> = {
  email: 'E-mail',
  text: 'Text message',
  post: 'Post',
};

export function undeliveredPage(letters: readonly UndeliveredLetter[], now: Date): UndeliveredPage {
  return {
    title: 'Letters that were not delivered',
    backLink: backLink('/my-work', 'Back to my work'),
    asAt: `Data as at ${formatTime(now)}`,
    letters: letters.length === 0 ? null : lettersTable(letters),
  };
}

function lettersTable(letters: readonly UndeliveredLetter[]): TableParams {
  return table({
    caption: 'Letters that were not delivered',
    isCaptionHidden: true,
    scrollRegion: 'Letters that were not delivered',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Case', 'Letter', 'By', 'Problem', 'When'],
    rows: letters.map(({ id, reference, kind, channel, problem, failedAt }) => [
      linkContent(reference, `/applications/${reference}`, {
        hiddenText: LETTER_KIND_LABELS[kind],
      }),
      linkContent(LETTER_KIND_LABELS[kind], `/applications/${reference}/letters/${id}`, {
        hiddenText: `for ${reference}`,
      }),
      WAYS[channel],
      problem ?? 'Not known',
      formatDateTime(failedAt),
    ]),
  });
}
