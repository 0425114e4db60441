import type { CaseFile } from '../case-file/case-file.queries.js';
import type { CaseFormFields } from '../case-forms/case-form.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { SummaryListParams } from '../platform/web/components/summary-list.js';
import { formatDateTime, formatTime, londonDateOf } from '../shared/london-date.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { NOT_CHECKED_WORDS } from './not-checked.rules.js';
import { isUnderWay } from './register-check.rules.js';
import type { RegisterCheck } from './register-checks.store.js';
import { registerFactsList } from './register-facts.presenter.js';
import type { RegisterFacts } from './register-facts.rules.js';
import type { KeeperPaper, RegisterHint } from './register-hint.rules.js';
import { registerHints } from './register-hints.rules.js';
import type { RegisterRows } from './register-rows.queries.js';

/** For `{{> vehicle-register/panel panel}}`. */
export interface RegisterPanel {
  /** As at when, or why nothing is known. */
  state: string;
  /** Each with its reason; a hint never decides. */
  hints: string[];
  /** Facts of no weight for the permit. */
  asides: string[];
  facts: SummaryListParams | null;
  /** Null for who may not ask, when there is nobody to ask, or while the question is under way. */
  ask: { action: string; caseForm: CaseFormFields; paper: string; button: ButtonParams } | null;
}

export interface RegisterView {
  file: CaseFile;
  rows: RegisterRows;
  /** False without a key: then nobody is asked. */
  isAsked: boolean;
  staff: Pick<CurrentStaff, 'role'>;
  caseForm: CaseFormFields;
  now: Date;
  /** The paper that lies open; null on the case's own page. */
  paper: number | null;
}

/** What DVLA's register says of the case's vehicle; null where there is none, or for who sees no papers. */
export function registerPanel(view: RegisterView): RegisterPanel | null {
  const { file, staff } = view;
  if (file.application.registration === null || !mayDo(staff.role, 'see-evidence')) return null;
  const check = currentCheck(view);
  const hints = check?.state === 'found' ? hintsOf(view, check) : [];
  return {
    state: stateWords(view, check),
    hints: hints.filter(({ isQuiet }) => !isQuiet).map(({ words }) => words),
    asides: hints.filter(({ isQuiet }) => isQuiet).map(({ words }) => words),
    facts: check?.facts
      ? registerFactsList(check.facts, file.application, keeperPapers(file))
      : null,
    ask: askForm(view, check),
  };
}

/** What the register says of this registration; null while nothing is known. */
export function registeredFacts(
  { check }: RegisterRows,
  registration: string | null,
): RegisterFacts | null {
  return check?.registration === registration ? check.facts : null;
}

/** What was asked of another registration than the case has now says nothing. */
function currentCheck({ file, rows }: RegisterView): RegisterCheck | null {
  return rows.check?.registration === file.application.registration ? rows.check : null;
}

function hintsOf({ file, rows, now }: RegisterView, { facts }: RegisterCheck): RegisterHint[] {
  if (!facts) return [];
  const { application } = file;
  return registerHints({
    facts,
    declared: {
      make: application.declaredMake,
      colour: application.declaredColour,
      vehicleClass: application.vehicleClass,
      pricePence: application.pricePence,
    },
    otherPricePence: rows.otherPricePence,
    papers: keeperPapers(file),
    receivedOn: londonDateOf(application.receivedAt),
    today: londonDateOf(now),
  });
}

function keeperPapers({ papers }: CaseFile): KeeperPaper[] {
  return papers.flatMap(({ position, kind, findings }) =>
    kind === 'v5c' || kind === 'new_keeper_slip'
      ? [{ position, kind, datedOn: findings?.datedOn ?? null }]
      : [],
  );
}

function stateWords({ isAsked, file }: RegisterView, check: RegisterCheck | null): string {
  if (!check) return neverAskedWords(isAsked, file.application.decidedAt !== null);
  const at = check.answeredAt ? formatDateTime(check.answeredAt) : '';
  switch (check.state) {
    case 'waiting':
      return isAsked
        ? 'Not checked yet: the register is being asked. Open this page again in a minute.'
        : neverAskedWords(isAsked, false);
    case 'found':
      return `As at ${at}.`;
    case 'not_in_register':
      return `As at ${at}, the register does not know this registration. The vehicle may be new, foreign or just given another one: it proves nothing.`;
    case 'not_checked':
      return `Not checked: ${NOT_CHECKED_WORDS[check.because ?? 'no_answer']} (${at}). ${nextWords(check)}`;
  }
}

function neverAskedWords(isAsked: boolean, isDecided: boolean): string {
  if (!isAsked) return 'Not checked: no key for the register is set, so it is not asked.';
  return isDecided ? 'Not checked before the decision.' : 'Not asked yet.';
}

function nextWords({ tryAgainAt }: RegisterCheck): string {
  return tryAgainAt
    ? `It is asked again at ${formatTime(tryAgainAt)}; you need not wait for it.`
    : 'It is not asked again by itself; you can decide without it.';
}

function askForm(view: RegisterView, check: RegisterCheck | null): RegisterPanel['ask'] {
  const { file, staff, isAsked, caseForm, paper, now } = view;
  const { reference, decidedAt } = file.application;
  const mayAsk = isAsked && decidedAt === null && mayDo(staff.role, 'review');
  if (!mayAsk || (check && isUnderWay(check, now))) return null;
  return {
    action: `/applications/${reference}/vehicle-register`,
    caseForm,
    paper: paper === null ? '' : String(paper),
    button: button({
      text: check ? 'Ask the register again' : 'Ask the register',
      variant: 'secondary',
    }),
  };
}
