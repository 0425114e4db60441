import type { CasePaper } from '../case-file/case-file.queries.js';
import { isOriginalKept } from '../evidence/original-file.rules.js';
import type { PaperVerdict } from '../evidence/paper-check.rules.js';
import {
  isOpenToOfficers,
  VIRUS_CHECK_TAGS,
  VIRUS_CHECK_WORDS,
} from '../evidence/virus-check.rules.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import {
  evidenceViewer,
  type EvidenceViewerParams,
  type ViewerPlace,
} from '../platform/web/components/viewer.js';
import { formatDate, londonDateOf } from '../shared/london-date.js';
import { mayReview } from './check-paper.rules.js';
import type { PaperOnDesk } from './paper-on-desk.queries.js';

/** Nothing beside a paper that is still to be decided on. */
const VERDICT_NOTES: Readonly<Record<PaperVerdict, string>> = {
  accept: ' (accepted)',
  ask_again: ' (ask again)',
  not_needed: ' (not needed)',
  undecided: '',
};

/** The address of a paper's review page. */
export function paperPath(reference: string, position: number): string {
  return `/applications/${reference}/evidence/${position}`;
}

/** The left half: the paper itself, and the way to the others. */
export function reviewViewer(
  desk: PaperOnDesk,
  { place, formId }: { place: ViewerPlace; formId: string | null },
  staffId: string,
): EvidenceViewerParams {
  const { file, paper, pageCount } = desk;
  const { reference } = file.application;
  const { virusCheck } = paper;
  const isOpen = isOpenToOfficers(virusCheck);
  const path = paperPath(reference, paper.position);
  const { label } = paperKindTerms(paper.kind);
  const pageNumber = Math.min(place.pageNumber, Math.max(1, pageCount));
  const received = formatDate(londonDateOf(paper.paper.receivedAt));
  const viewer = evidenceViewer({
    label,
    path,
    place: { ...place, paperId: null, pageNumber },
    ...{ formId, leaveHref: '#facts' },
    papers: [],
    page:
      pageCount === 0
        ? null
        : {
            imagesPath: `${path}/pages`,
            altStart: `${label}, `,
            altEnd: `, received ${received}`,
            count: pageCount,
          },
    originalHref: isOriginalKept(paper.paper) && isOpen ? `${path}/original` : null,
    redactHref: mayBeRedacted(desk, staffId) ? `${path}/redaction/new?page=${pageNumber}` : null,
    note: redactionNote(desk),
    message:
      VIRUS_CHECK_WORDS[virusCheck] ??
      (pageCount === 0 ? 'This paper has no pages to show.' : null),
  });
  return { ...viewer, papers: file.papers.length > 1 ? otherPapers(desk) : [] };
}

/** By whoever holds the case, on a paper that counts. */
function mayBeRedacted({ file, isReplaced, pageCount }: PaperOnDesk, staffId: string): boolean {
  return !isReplaced && pageCount > 0 && mayReview(file.application, staffId).ok;
}

function redactionNote({ redactions }: PaperOnDesk): string | null {
  const last = redactions.at(-1);
  if (!last) return null;
  const pages = [...new Set(redactions.map(({ pageNumber }) => pageNumber))].sort((a, b) => a - b);
  const which = `${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}`;
  const when = formatDate(londonDateOf(last.redactedAt));
  return `Part of ${which} was blacked out, last on ${when}. The original is destroyed.`;
}

/** Each paper has an address of its own, so that it opens where another officer opened it. */
function otherPapers({ file, paper }: PaperOnDesk): EvidenceViewerParams['papers'] {
  return file.papers.map((one) => ({
    id: one.paperId,
    label: tabLabel(one),
    href: paperPath(file.application.reference, one.position),
    isCurrent: one.paperId === paper.paperId,
  }));
}

function tabLabel({ position, kind, findings, virusCheck }: CasePaper): string {
  const note = isOpenToOfficers(virusCheck)
    ? VERDICT_NOTES[findings?.verdict ?? 'undecided']
    : ` (${VIRUS_CHECK_TAGS[virusCheck]?.toLowerCase()})`;
  return `${position}. ${paperKindTerms(kind).label}${note}`;
}
