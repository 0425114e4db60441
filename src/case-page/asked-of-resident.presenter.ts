import type { CaseFile } from '../case-file/case-file.queries.js';
import type { EvidenceRequestState } from '../evidence-requests/evidence-request-states.rules.js';
import { countText } from '../shared/duration-text.js';
import { formatDate, formatDateTime } from '../shared/london-date.js';

export interface AskedOfResident {
  state: string;
  items: {
    label: string;
    came: string;
    /** Why he could not send it, in his own words; null for those who may not see papers. */
    words: string | null;
  }[];
}

type Request = CaseFile['requests'][number];

/** The last request for papers: what was asked, by when, and what came of it. */
export function askedOfResident(file: CaseFile, mayOpen: boolean): AskedOfResident | null {
  const [request] = file.requests;
  if (!request) return null;
  return {
    state: STATE_WORDS[request.state](request),
    items: request.items.map(({ label, receivedPaperIds, cannotSend }) => ({
      label,
      came: cameWords(receivedPaperIds.length, cannotSend !== null),
      words: mayOpen ? cannotSend : null,
    })),
  };
}

const STATE_WORDS: Readonly<Record<EvidenceRequestState, (request: Request) => string>> = {
  open: ({ answerByOn }) => `Waiting for an answer by ${formatDate(answerByOn)}.`,
  lapsed: ({ answerByOn }) =>
    `Answer overdue: it was asked for by ${formatDate(answerByOn)}. The link still works.`,
  answered: ({ answeredAt }) => `Answered${at(answeredAt)}.`,
  closed: ({ closedAt }) => `Closed${at(closedAt)}: the link takes nothing more.`,
};

function at(instant: Date | null): string {
  return instant === null ? '' : ` on ${formatDateTime(instant)}`;
}

function cameWords(papers: number, hasWords: boolean): string {
  if (papers > 0) return `${countText(papers, 'file')} came`;
  return hasWords ? 'nothing came; the resident says why' : 'nothing has come';
}
