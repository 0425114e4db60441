import { VIRUS_CHECK_TAGS, type VirusCheck } from '../evidence/virus-check.rules.js';
import { isOriginalKept } from '../evidence/original-file.rules.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { linkContent } from '../platform/web/component-types.js';
import {
  evidenceViewer,
  type EvidenceViewerParams,
  type ViewerPlace,
} from '../platform/web/components/viewer.js';
import { formatDate, londonDateOf } from '../shared/london-date.js';
import type { ExceptionPaper } from './exception-paper.queries.js';

interface Showing {
  reference: string;
  /** The address of the request. */
  path: string;
  shown: ExceptionPaper;
  place: ViewerPlace;
  /** The form beside it, if this person has one. */
  formId: string | null;
}

/** In place of the paper while there is nothing to show. */
const CHECK_WORDS: Readonly<Record<VirusCheck, string | null>> = {
  waiting:
    'This paper waits for the virus check. Until it is done nobody can see it, and nobody can approve the request. Load the page again in a minute.',
  clean: null,
  infected:
    'A virus was found in this paper. The file was refused and destroyed. Whoever asked can take the request back and ask again with another file.',
  unusable:
    'The stored file was damaged before it could be checked for viruses. Whoever asked can take the request back and ask again with another file.',
  not_scanned: null,
};

/** The paper itself, for whoever signs: what supports a request is seen beside it. */
export function exceptionViewer({ reference, shown, ...rest }: Showing): EvidenceViewerParams {
  const { paper, pageCount } = shown;
  const { label } = paperKindTerms(paper.kind);
  const files = `/applications/${reference}/evidence/${paper.position}`;
  const pageNumber = Math.min(rest.place.pageNumber, Math.max(1, pageCount));
  return evidenceViewer({
    label,
    path: rest.path,
    place: { ...rest.place, paperId: null, pageNumber },
    formId: rest.formId,
    leaveHref: '#facts',
    papers: [],
    page:
      pageCount === 0
        ? null
        : {
            imagesPath: `${files}/pages`,
            altStart: `${label}, `,
            altEnd: `, received ${formatDate(londonDateOf(paper.receivedAt))}`,
            count: pageCount,
          },
    originalHref: pageCount > 0 && isOriginalKept(paper) ? `${files}/original` : null,
    message:
      CHECK_WORDS[paper.virusCheck] ??
      (pageCount === 0 ? 'This paper has no pages to show.' : null),
  });
}

/** The paper in one line of the facts; a link to its own page where it has one. */
export function paperLine(
  shown: ExceptionPaper | null,
  { reference, maySee }: { reference: string; maySee: boolean },
) {
  if (shown === null) return 'None';
  const { kind, position, replacedAt, virusCheck } = shown.paper;
  const tag = VIRUS_CHECK_TAGS[virusCheck];
  const more = tag === null || virusCheck === 'not_scanned' ? '' : ` (${tag.toLowerCase()})`;
  const { isEvidence, label } = paperKindTerms(kind);
  if (!isEvidence) return `Sent with the request${more}`;
  const text = `${position}. ${label}${replacedAt === null ? '' : ' (replaced since)'}${more}`;
  return maySee ? linkContent(text, `/applications/${reference}/evidence/${position}`) : text;
}
