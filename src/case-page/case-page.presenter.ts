import { type ClaimBanner, claimBanner } from '../case-claims/claim-banner.presenter.js';
import { arrivalHintsShown } from '../case-file/arrival-hints.presenter.js';
import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { type NoteFields, noteFields, toldLine } from '../case-notes/note.presenter.js';
import { type HoldBanner, holdBanner } from '../holds/hold-banner.presenter.js';
import {
  LETTER_CHANNEL_LABELS,
  LETTER_KIND_LABELS,
  LETTER_STATE_LABELS,
} from '../letters/letter-kinds.rules.js';
import { type MoneyPanel, moneyPanel } from '../money-story/money-panel.presenter.js';
import { link, linkContent, type LinkParams, nested } from '../platform/web/component-types.js';
import {
  type IdentityBarParams,
  timeline,
  type TimelineParams,
} from '../platform/web/components/case-page.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { SummaryListParams } from '../platform/web/components/summary-list.js';
import { type Cell, table, type TableParams } from '../platform/web/components/tables.js';
import type { TaskListParams } from '../platform/web/components/sections.js';
import { formatDateTime } from '../shared/london-date.js';
import type { CaseFormFields } from '../case-forms/case-form.js';
import {
  type ExceptionsPanel,
  exceptionsPanel,
} from '../refund-exceptions/exceptions-panel.presenter.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { SUPERVISION_TYPES } from '../timeline/timeline-events.rules.js';
import type { TimelineRow } from '../timeline/timeline.queries.js';
import { actorInWords, TIMELINE_TITLES } from '../timeline/timeline-titles.rules.js';
import { type RegisterPanel, registerPanel } from '../vehicle-register/register-panel.presenter.js';
import { type AskedOfResident, askedOfResident } from './asked-of-resident.presenter.js';
import { actionBar, type CaseAction } from './case-actions.presenter.js';
import { applicantDetails, declaredDetails } from './case-details.presenter.js';
import type { CasePageRows } from './case-page.queries.js';
import { type DecidingPanels, decidingPanels } from './deciding-panels.presenter.js';
import { firstOpenPaperHref, needTasks, paperTasks } from './case-tasks.presenter.js';
import { type ReasonCatalogue, reasonLabel } from '../decisions/reason-catalogue.rules.js';
import { TIMELINE_DETAILS } from './timeline-details.presenter.js';

interface CasePage extends DecidingPanels {
  title: string;
  bar: IdentityBarParams;
  claim: ClaimBanner;
  /** Null unless an officer has put the case on hold. */
  hold: HoldBanner | null;
  actions: CaseAction[];
  startReview: ButtonParams | null;
  /** The way on from a case this officer can do no more with now. */
  reviewNext: ButtonParams | null;
  /** Each with its reason; a hint never decides. */
  /** Where the reasons as sent and the private note are; null while undecided. */
  decision: LinkParams | null;
  hints: string[];
  /** Null when nothing was ever asked again. */
  asked: AskedOfResident | null;
  needs: TaskListParams;
  papers: TaskListParams | null;
  declared: SummaryListParams;
  register: RegisterPanel | null;
  applicant: SummaryListParams;
  money: MoneyPanel;
  exceptions: ExceptionsPanel | null;
  letters: TableParams | null;
  notes: { words: string; author: string; when: string; told: string | null }[];
  /** Null for who may not write one. */
  noteForm: NoteFields | null;
  timeline: TimelineParams;
  /** Looks at papers are kept apart, so that they do not bury what happened. */
  looks: { href: string; text: string } | null;
}

interface Showing {
  rows: CasePageRows;
  staff: CurrentStaff;
  caseForm: CaseFormFields;
  now: Date;
  withLooks: boolean;
  /** What the person had begun to write here. */
  note: { words: string; tell: string };
  /** False without a key for DVLA's register. */
  isRegisterAsked: boolean;
}

export function casePage(showing: Showing): CasePage {
  const { rows, staff, caseForm, now, withLooks } = showing;
  const { words, tell } = showing.note;
  const { file } = rows;
  const { reference } = file.application;
  const mayOpen = mayDo(staff.role, 'see-evidence');
  const mayReview = mayDo(staff.role, 'review') && file.application.status === 'in_review';
  const first = mayOpen ? firstOpenPaperHref(file) : null;
  const isFree = rows.conflict.length === 0;
  const isMine = file.application.claimedBy === staff.id && mayReview && isFree;
  return {
    title: `${reference}`,
    ...decidingPanels(showing),
    bar: caseBar(file, now),
    hold: holdOf(rows, staff, caseForm),
    claim: claimBanner({ ...file, openBy: rows.openBy, staffId: staff.id, now }),
    actions: isFree ? actionBar(file, staff, { caseForm, now }) : [],
    startReview: isMine && first ? startReview(first) : null,
    reviewNext: isFinishedFor(file, staff) ? button({ text: 'Review next case' }) : null,
    decision:
      file.decisions.length > 0
        ? link('See the decision and how far it is', `/applications/${reference}/decision`)
        : null,
    hints: arrivalHintsShown(rows.events),
    asked: askedOfResident(file, mayOpen),
    needs: needTasks(file, mayOpen),
    papers: file.papers.length > 0 ? paperTasks(file, mayOpen) : null,
    declared: declaredDetails(file, isMine),
    register: registerOf(showing),
    applicant: applicantDetails(file),
    ...moneyPanels(rows, { reference, role: staff.role }),
    letters: rows.letters.length > 0 ? lettersTable(rows) : null,
    notes: rows.notes.map(noteShown),
    noteForm: mayDo(staff.role, 'write-note')
      ? noteFields({ ...rows, reference, caseForm, words, tell, errors: [] })
      : null,
    timeline: timelineOf(eventsFor(rows.events, staff), withLooks, file.catalogue),
    looks: looksLink(reference, rows.events, withLooks),
  };
}

function moneyPanels(
  { money, exceptions }: CasePageRows,
  at: { reference: string; role: CurrentStaff['role'] },
): Pick<CasePage, 'money' | 'exceptions'> {
  return { money: moneyPanel(money, at), exceptions: exceptionsPanel(exceptions, at) };
}

function startReview(href: string): ButtonParams {
  return button({ text: 'Look at the next paper', href, attributes: { 'data-main-button': true } });
}

function holdOf({ file, hold }: CasePageRows, staff: CurrentStaff, caseForm: CaseFormFields) {
  const { application } = file;
  return hold && holdBanner({ hold, application, mayEnd: mayDo(staff.role, 'claim'), caseForm });
}

function noteShown({ words, authorName, writtenAt, told }: CasePageRows['notes'][number]) {
  return {
    words,
    author: authorName,
    when: formatDateTime(writtenAt),
    told: toldLine(told),
  };
}

function registerOf({ rows, isRegisterAsked, ...view }: Showing): RegisterPanel | null {
  const { file, register } = rows;
  return registerPanel({ ...view, file, rows: register, isAsked: isRegisterAsked, paper: null });
}

function isFinishedFor({ application }: CaseFile, staff: CurrentStaff): boolean {
  if (!mayDo(staff.role, 'claim') || application.status === 'submitted') return false;
  return application.status !== 'in_review' || application.claimedBy !== staff.id;
}

function lettersTable({ file, letters }: CasePageRows): TableParams {
  const path = `/applications/${file.application.reference}/letters`;
  return table({
    caption: 'Letters',
    isCaptionHidden: true,
    head: ['Letter', 'By', 'Written', 'State'],
    rows: letters.map((letter): Cell[] => [
      linkContent(LETTER_KIND_LABELS[letter.kind], `${path}/${letter.id}`),
      LETTER_CHANNEL_LABELS[letter.channel],
      formatDateTime(letter.writtenAt),
      [LETTER_STATE_LABELS[letter.state], letter.lastProblem].filter(Boolean).join(': '),
    ]),
    scrollRegion: 'List of letters',
  });
}

function eventsFor(events: readonly TimelineRow[], { role }: CurrentStaff): TimelineRow[] {
  const seesAll = mayDo(role, 'see-conflicts');
  return events.filter(({ type }) => seesAll || !SUPERVISION_TYPES.includes(type));
}

function timelineOf(
  events: readonly TimelineRow[],
  withLooks: boolean,
  catalogue: ReasonCatalogue,
): TimelineParams {
  const shown = events.filter(({ type }) => withLooks || type !== 'evidence-viewed');
  return timeline(
    shown.map((event) => ({
      title: TIMELINE_TITLES[event.type],
      byline: actorInWords(event),
      datetime: event.happenedAt.toISOString(),
      dateText: formatDateTime(event.happenedAt),
      content: nested(`timeline/${event.type}`, detailsOf(event, catalogue)),
    })),
  );
}

function detailsOf(event: TimelineRow, catalogue: ReasonCatalogue): object {
  const describe: (payload: never, names: { reason: (code: string) => string }) => object =
    TIMELINE_DETAILS[event.type];
  return describe(event.payload as never, { reason: (code) => reasonLabel(catalogue, code) });
}

function looksLink(reference: string, events: readonly TimelineRow[], withLooks: boolean) {
  const looks = events.filter(({ type }) => type === 'evidence-viewed').length;
  if (looks === 0) return null;
  return withLooks
    ? { href: `/applications/${reference}#timeline`, text: 'Leave out looks at papers' }
    : {
        href: `/applications/${reference}?looks=shown#timeline`,
        text: `Show looks at papers (${looks})`,
      };
}
