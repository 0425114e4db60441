import { actionsFor, type ApplicationAction } from '../applications/application-status.rules.js';
import { isLeaseOver } from '../case-claims/lease.rules.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { decidersOf } from '../decisions/open-case.rules.js';
import { lapseOf } from '../payment-requests/lapse.rules.js';
import { allProved } from '../evidence/needs-progress.rules.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { type CaseFormFields } from '../case-forms/case-form.js';
import type { CurrentStaff } from '../staff/current-staff.js';

export interface CaseAction {
  /** A POST form of one button; null for a link. */
  post: { action: string; button: ButtonParams; caseForm: CaseFormFields } | null;
  link: ButtonParams | null;
}

type Shown = Exclude<ApplicationAction, 'answer' | 'pay' | 'pay_back'>;

const LINKS: Readonly<Partial<Record<Shown, { text: string; path: string }>>> = {
  put_on_hold: { text: 'Put on hold', path: 'hold/new' },
  take_over: { text: 'Take over', path: 'take-over/new' },
  approve: { text: 'Approve', path: 'approval/new' },
  ask_again: { text: 'Ask for a paper again', path: 'evidence-requests/new' },
  ask_payment: { text: 'Ask for payment again', path: 'payment-requests/new' },
  reject: { text: 'Reject', path: 'rejection/new' },
  withdraw: { text: 'Withdraw', path: 'withdrawal/new' },
};
const ORDER: readonly Shown[] = [
  'claim',
  'approve',
  'ask_payment',
  'ask_again',
  'reject',
  'withdraw',
  'put_on_hold',
  'release',
  'take_over',
];
const ONLY_FOR_HOLDER: ReadonlySet<Shown> = new Set([
  'approve',
  'ask_payment',
  'ask_again',
  'reject',
  'put_on_hold',
  'release',
]);

/** Whoever decided a case before does not decide it again (R-ST-3). */
const NOT_TWICE: ReadonlySet<Shown> = new Set(['claim', 'take_over', 'approve', 'reject']);

/** What this person may do with this case now, in a fixed order. */
export function actionBar(
  file: CaseFile,
  staff: CurrentStaff,
  { caseForm, now }: { caseForm: CaseFormFields; now: Date },
): CaseAction[] {
  const { application } = file;
  const isHolder = application.claimedBy === staff.id;
  const open = new Set<ApplicationAction>(actionsFor(application.status, staff.role));
  const hasDecided = decidersOf(file).includes(staff.id);
  return ORDER.filter((action) => open.has(action))
    .filter((action) => !hasDecided || !NOT_TWICE.has(action))
    .filter((action) => isHolder || !ONLY_FOR_HOLDER.has(action))
    .filter((action) => action !== 'ask_payment' || lapseOf(file) !== null)
    .filter((action) => isClaimOpen(action, application, { isHolder, now }))
    .map((action) => toAction(action, file, caseForm));
}

/** A case under review is claimed when its claim has run out, and taken over before. */
function isClaimOpen(
  action: Shown,
  { status, claimedUntil }: CaseFile['application'],
  { isHolder, now }: { isHolder: boolean; now: Date },
): boolean {
  if (status !== 'in_review' || (action !== 'claim' && action !== 'take_over')) return true;
  return !isHolder && isLeaseOver(claimedUntil, now) === (action === 'claim');
}

function toAction(action: Shown, file: CaseFile, caseForm: CaseFormFields): CaseAction {
  const path = `/applications/${file.application.reference}`;
  const linked = LINKS[action];
  if (linked) {
    const isReady = action === 'approve' && allProved(file.needs);
    const variant = isReady ? undefined : 'secondary';
    return {
      post: null,
      link: button({ text: linked.text, href: `${path}/${linked.path}`, variant }),
    };
  }
  const text = action === 'release' ? 'Give the case back' : claimText(file);
  const isAside = action === 'release' || file.application.status === 'awaiting_evidence';
  const variant = isAside ? 'secondary' : undefined;
  return {
    post: { action: `${path}/${action}`, button: button({ text, variant }), caseForm },
    link: null,
  };
}

function claimText({ application }: CaseFile): string {
  return application.status === 'awaiting_evidence' ? 'Stop waiting and review' : 'Claim this case';
}
