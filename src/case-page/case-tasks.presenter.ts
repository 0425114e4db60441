import type { CaseFile, CasePaper } from '../case-file/case-file.queries.js';
import type { NeedProgress, NeedState } from '../evidence/needs-progress.rules.js';
import { PAPER_VERDICT_STATES } from '../evidence/paper-check.rules.js';
import {
  isOpenToOfficers,
  isRefusedPaper,
  VIRUS_CHECK_TAGS,
  type VirusCheck,
} from '../evidence/virus-check.rules.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { type ContentInput, type TagColour, tagContent } from '../platform/web/component-types.js';
import { taskList, type TaskListParams } from '../platform/web/components/sections.js';
import { formatShortDate, londonDateOf } from '../shared/london-date.js';

const NEED_TAGS: Readonly<Record<NeedState, { text: string; colour: TagColour }>> = {
  proved: { text: 'Proved', colour: 'green' },
  to_check: { text: 'To check', colour: 'blue' },
  asked_again: { text: 'Ask again', colour: 'yellow' },
  not_met: { text: 'Not proved', colour: 'red' },
  no_paper: { text: 'No paper', colour: 'red' },
};

/** What this permit type must prove, and how far each is; what is missing is said by the gate. */
export function needTasks(file: CaseFile, mayOpenPapers: boolean): TaskListParams {
  return taskList({
    idPrefix: 'need',
    items: file.needs.map((need) => ({
      title: need.label,
      href: mayOpenPapers ? paperHref(file, need) : null,
      hint: null,
      status: tagContent(NEED_TAGS[need.state].text, NEED_TAGS[need.state].colour),
    })),
  });
}

/** Every paper that counts, in the order they came. */
export function paperTasks(file: CaseFile, mayOpenPapers: boolean): TaskListParams {
  return taskList({
    idPrefix: 'paper',
    items: file.papers.map(({ position, kind, paper, check }) => ({
      title: `${position}. ${paperKindTerms(kind).label}`,
      href: mayOpenPapers ? reviewHref(file, position) : null,
      hint: paperHint(paper),
      status: paperStatus(paper.virusCheck, check),
    })),
  });
}

function paperHint({ receivedAt, virusCheck }: CasePaper['paper']): string {
  const received = `Received ${formatShortDate(londonDateOf(receivedAt))}`;
  return virusCheck === 'not_scanned' ? `${received}. Not scanned for viruses.` : received;
}

function paperStatus(virusCheck: VirusCheck, check: CasePaper['check']): ContentInput {
  const tag = VIRUS_CHECK_TAGS[virusCheck];
  if (tag !== null && virusCheck !== 'not_scanned') {
    return tagContent(tag, isRefusedPaper(virusCheck) ? 'red' : 'yellow');
  }
  return check ? PAPER_VERDICT_STATES[check.verdict] : tagContent('Not looked at', 'blue');
}

/** The first paper nobody has decided about that can be seen, or null: where a review begins. */
export function firstOpenPaperHref(file: CaseFile): string | null {
  const open = file.papers.find(
    ({ check, virusCheck }) =>
      isOpenToOfficers(virusCheck) && (!check || check.verdict === 'undecided'),
  );
  return open ? reviewHref(file, open.position) : null;
}

function paperHref(file: CaseFile, need: NeedProgress): string | null {
  const open = need.papers.find(({ findings }) => findings?.verdict !== 'accept') ?? need.papers[0];
  return open ? reviewHref(file, open.position) : null;
}

function reviewHref(file: CaseFile, position: number): string {
  return `/applications/${file.application.reference}/evidence/${position}`;
}
