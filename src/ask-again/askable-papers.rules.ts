import type { ReasonCatalogue } from '../decisions/reason-catalogue.rules.js';
import {
  type ChosenReason,
  type ReasonCode,
  requestableReasons,
} from '../decisions/rejection-reasons.rules.js';
import { MISSING_PAPER_REASONS } from '../decisions/suggest-reasons.rules.js';
import type { NeedProgress, PaperWithFindings } from '../evidence/needs-progress.rules.js';
import { isRefusedPaper } from '../evidence/virus-check.rules.js';
import { type PaperKind, paperKindTerms } from '../permit-types/paper-kinds.rules.js';

/** Something the officer can ask for: a paper that came, or one that never did. */
export interface AskablePaper {
  /** Names it in the form: the paper's id, or the need. */
  key: string;
  label: string;
  /** Where the paper stands in the case; null for one that never came. */
  position: number | null;
  paperId: string | null;
  paperKind: PaperKind | null;
  /** The kinds that would do. */
  acceptedKinds: readonly PaperKind[];
  reasons: readonly ReasonCode[];
  /** What those reasons are. */
  catalogue: ReasonCatalogue;
  suggested: ReasonCode;
  /** What the marks say: asked again, or nothing there. */
  isTicked: boolean;
}

interface Sought {
  papers: readonly PaperWithFindings[];
  needs: readonly NeedProgress[];
  /** What the failed marks suggest. */
  suggested: readonly ChosenReason[];
  catalogue: ReasonCatalogue;
}

/** Everything that can be asked for, papers first; accepted papers are kept and never asked for. */
export function askablePapers(sought: Sought): AskablePaper[] {
  const papers = sought.papers.filter(({ findings }) => findings?.verdict !== 'accept');
  const asked = papers.map((paper) => askAgain(paper, sought));
  const covered = new Set(
    papers.filter(isAskedAgain).map((paper) => needFor(paper.kind, sought.needs)?.need),
  );
  const missing = sought.needs.filter(({ state }) => state === 'no_paper' || state === 'not_met');
  return [
    ...asked,
    ...missing.map((need) =>
      askAtLast(need, sought.catalogue, need.state === 'no_paper' && !covered.has(need.need)),
    ),
  ];
}

function askAgain(paper: PaperWithFindings, { needs, suggested, catalogue }: Sought): AskablePaper {
  const { paperId, position, kind } = paper;
  const reasons = requestableReasons(catalogue, kind);
  const own = suggested.find((reason) => reason.paperId === paperId)?.code;
  return {
    key: paperId,
    label: paperKindTerms(kind).label,
    position,
    paperId,
    paperKind: kind,
    acceptedKinds: needFor(kind, needs)?.paperKinds ?? [kind],
    reasons,
    catalogue,
    suggested: firstOf(reasons, [own, 'unreadable']),
    isTicked: isAskedAgain(paper),
  };
}

function askAtLast(
  need: NeedProgress,
  catalogue: ReasonCatalogue,
  isTicked: boolean,
): AskablePaper {
  const usual = MISSING_PAPER_REASONS[need.need];
  const offered = requestableReasons(catalogue, null);
  return {
    key: need.need,
    label: need.label,
    position: null,
    paperId: null,
    paperKind: null,
    acceptedKinds: need.paperKinds,
    reasons: offered.includes(usual) ? [usual] : offered,
    catalogue,
    suggested: firstOf(offered, [usual]),
    isTicked,
  };
}

function isAskedAgain({ findings, virusCheck }: PaperWithFindings): boolean {
  return findings?.verdict === 'ask_again' || isRefusedPaper(virusCheck);
}

/** The first wish that may be given; a retired one gives way to what is offered. */
function firstOf(reasons: readonly ReasonCode[], wishes: readonly (string | undefined)[]) {
  const found = wishes.find((wish) => wish !== undefined && reasons.includes(wish));
  return found ?? reasons[0] ?? '';
}

/** What such a paper was sent for; a kind that proves nothing stands for what is missing still. */
function needFor(kind: PaperKind, needs: readonly NeedProgress[]): NeedProgress | undefined {
  return (
    needs.find(({ paperKinds }) => paperKinds.includes(kind)) ??
    (paperKindTerms(kind).canSatisfy ? undefined : needs.find(({ state }) => state === 'no_paper'))
  );
}
