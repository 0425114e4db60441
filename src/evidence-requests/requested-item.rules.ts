import type { ReasonCode } from '../decisions/rejection-reasons.rules.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import type { LocalDate } from '../shared/london-date.js';

/** One thing the resident is asked to send again, or to send at last. */
export interface RequestedItem {
  /** Names the item in forms and answers: `1`, `2` … */
  id: string;
  /** What it is called in letters and on pages. */
  label: string;
  /** The paper it replaces; null for one that never came. */
  paperId: string | null;
  /** The kind it was, or null. */
  paperKind: PaperKind | null;
  /** The kinds that would do; at least one. */
  acceptedKinds: PaperKind[];
  reason: ReasonCode;
  /** What is wrong and what would do, in the words that were sent. */
  words: string;
  bring: string;
  /** The earliest date the paper may bear; null when its kind has no age limit. */
  acceptableFromOn: LocalDate | null;
  /** The papers that came for it, by id, in the order they came. */
  receivedPaperIds: string[];
  /** Why the resident cannot send it, in his own words; null when he did not say so. */
  cannotSend: string | null;
}

/** The most characters of a resident's own words about one paper. */
export const MOST_CANNOT_SEND_WORDS = 500;

/** The most papers one answer may hold, over all its items. */
export const MOST_PAPERS_AN_ANSWER = 10;

/** What came for one item: papers, or words in their place. */
export interface ItemAnswer {
  itemId: string;
  paperIds: readonly string[];
  cannotSend: string | null;
}

/** The items with what came added; words are kept as they were last said. */
export function withAnswers(
  items: readonly RequestedItem[],
  answers: readonly ItemAnswer[],
): RequestedItem[] {
  return items.map((item) => {
    const answer = answers.find(({ itemId }) => itemId === item.id);
    if (!answer) return item;
    return {
      ...item,
      receivedPaperIds: [...item.receivedPaperIds, ...answer.paperIds],
      cannotSend: answer.cannotSend,
    };
  });
}

/** A paper came for it, or the resident said why none can. */
export function isAnswered({ receivedPaperIds, cannotSend }: RequestedItem): boolean {
  return receivedPaperIds.length > 0 || cannotSend !== null;
}

/** Every item is answered, at least one of them with a paper or with words. */
export function isComplete(items: readonly RequestedItem[]): boolean {
  return items.length > 0 && items.every(isAnswered);
}

/** The old papers that a later one now stands for; one that nothing came for stays. */
export function replacedPapers(items: readonly RequestedItem[]): string[] {
  return items.flatMap(({ paperId, receivedPaperIds }) =>
    paperId !== null && receivedPaperIds.length > 0 ? [paperId] : [],
  );
}

export function countReceived(items: readonly RequestedItem[]): number {
  return items.reduce((count, { receivedPaperIds }) => count + receivedPaperIds.length, 0);
}
