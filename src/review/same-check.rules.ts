import type { PaperFindings } from '../evidence/paper-check.rules.js';
import { PAPER_FACTS } from '../permit-types/paper-kinds.rules.js';

/** A check as it is written down. */
export interface WrittenCheck extends Omit<PaperFindings, 'kind' | 'receivedOn'> {
  note: string | null;
  checkedBy: string;
}

/** Whether this officer has already saved exactly this: then there is nothing more to save. */
export function isSameCheck(stored: WrittenCheck | null, check: WrittenCheck): boolean {
  if (stored === null || stored.checkedBy !== check.checkedBy) return false;
  const isSameText = (
    ['verdict', 'datedOn', 'termFromOn', 'termToOn', 'referenceLast4', 'note'] as const
  ).every((field) => stored[field] === check[field]);
  return (
    isSameText && PAPER_FACTS.every((fact) => markText(stored, fact) === markText(check, fact))
  );
}

function markText({ marks }: WrittenCheck, fact: (typeof PAPER_FACTS)[number]): string {
  const marked = marks[fact];
  return marked ? `${marked.mark} ${marked.why ?? ''}` : '';
}
