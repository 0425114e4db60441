import type { Act, ActOf } from './acts.js';
import { foreseeDecision, letGo, mayDecide } from './foresee-decisions.js';
import { foreseeMoney, lapseMoneyRequests, moveAtProvider } from './foresee-money.js';
import { foreseeWork, once } from './foresee-work.js';
import {
  caseOf,
  count,
  HOLD_MS,
  isDecided,
  NEEDED,
  type PlainCase,
  type PlainDesk,
  type PlainMoney,
  type PlainPaper,
  takePlace,
} from './plain-desk.js';

/** Does the act to the plain desk, and answers what the real one must answer. */
export function foresee(desk: PlainDesk, act: Act): string {
  switch (act.do) {
    case 'apply':
      return apply(desk, act);
    case 'add_paper':
      return addPaper(desk, act);
    case 'virus':
      return virus(caseOf(desk, act.id), act.paperId, act.found);
    case 'ask':
      return ask(caseOf(desk, act.id), act);
    case 'answer':
      return answer(desk, act);
    case 'approve':
    case 'reject':
    case 'withdraw':
    case 'look':
    case 'reopen':
    case 'open_review':
    case 'settle_review':
      return foreseeDecision(desk, act);
    case 'ask_exception':
    case 'answer_exception':
    case 'take_back':
    case 'ask_payment':
    case 'pay_again':
    case 'reject_all':
      return foreseeMoney(desk, act);
    case 'claim':
    case 'release':
    case 'take_over':
    case 'hold':
    case 'end_hold':
    case 'note':
    case 'check':
    case 'correct':
    case 'assign_all':
    case 'give_all_back':
      return foreseeWork(desk, act);
  }
}

const newCase = (act: ActOf<'apply'>, now: number): PlainCase => ({
  ...{ id: act.id, reference: '', uprn: act.uprn, type: act.type, receivedAt: now },
  ...{ registration: act.registration, version: 1, status: 'submitted', round: 1 },
  ...{ claimedBy: null, claimedUntil: 0, onHoldUntil: null, hasOpenReview: false },
  ...{ papers: [], decisions: [], requests: [], forms: [act.formId] },
  ...{ oldMoney: [], exceptions: [], payRequests: [] },
  money: act.paymentId === null ? null : newMoney(act.paymentId, act.made, now),
  events: { 'application-received': 1 },
  letters: { going: 1, held: 0, dropped: 0 },
});

/** Of a resident's first permits, as the council has set it. */
const PRICE = 5500;
const MADE = { held: 'capturable', captured: 'success', failed: 'failed' } as const;

function newMoney(id: string, made: keyof typeof MADE, now: number): PlainMoney {
  const holdEndsAt = now + HOLD_MS;
  return {
    ...{ id, pence: PRICE, provider: MADE[made], holdEndsAt, read: null },
    ...{ commands: [], backPence: 0 },
  };
}

/** A carer's permit is free while the property's one free place is free; there is no price for more. */
function apply(desk: PlainDesk, act: ActOf<'apply'>): string {
  if (desk.cases.some(({ forms }) => forms.includes(act.formId))) return 'ok';
  const kase = newCase(act, desk.now);
  const hasPlace = takePlace(desk, kase);
  if (act.type === 'essential_carer' && !hasPlace) return 'faults';
  desk.cases.push(kase);
  return 'ok';
}

function addPaper(desk: PlainDesk, act: ActOf<'add_paper'>): string {
  const kase = caseOf(desk, act.id);
  if (isDecided(kase)) return 'closed';
  if (kase.papers.some(({ id }) => id === act.paperId)) return 'ok';
  receive(kase, newPaper(act, desk.now, act.waits ? 'waiting' : 'not_scanned'));
  kase.version += 1;
  return 'ok';
}

function newPaper(
  { paperId, kind }: { paperId: string; kind: PlainPaper['kind'] },
  receivedAt: number,
  found: PlainPaper['virus'],
): Omit<PlainPaper, 'position'> {
  return { id: paperId, kind, receivedAt, virus: found, isReplaced: false, check: null };
}

function receive(kase: PlainCase, paper: Omit<PlainPaper, 'position'>): void {
  const position = 1 + Math.max(0, ...kase.papers.map((one) => one.position));
  kase.papers.push({ ...paper, position });
  count(kase, 'evidence-received');
}

function virus(kase: PlainCase, paperId: string, found: PlainPaper['virus']): string {
  const paper = kase.papers.find(({ id }) => id === paperId);
  if (paper?.virus !== 'waiting') return 'ok';
  paper.virus = found;
  kase.version += 1;
  count(kase, found === 'infected' ? 'evidence-refused' : 'evidence-scanned');
  return 'ok';
}

/** Whatever is not accepted, or never came, can be asked for. */
function isAnythingAskable(kase: PlainCase): boolean {
  const current = kase.papers.filter(({ isReplaced }) => !isReplaced);
  const isMissing = NEEDED[kase.type].some((kind) => current.every((one) => one.kind !== kind));
  return isMissing || current.some(({ check }) => check?.verdict !== 'accept');
}

function ask(kase: PlainCase, act: ActOf<'ask'>): string {
  return once(kase, act.formId, () => {
    const may = mayDecide(kase, act, false);
    if (may !== 'ok') return may;
    if (!isAnythingAskable(kase)) return 'nothing_asked';
    Object.assign(kase, {
      status: 'awaiting_evidence',
      version: kase.version + 1,
      claimedBy: null,
    });
    const { paperId, kind, remindAt, dueAt } = act;
    const wish = { paperId, kind, remindAt, dueAt, isReminded: false } as const;
    kase.requests.push({ id: act.formId, state: 'open', ...wish });
    count(kase, 'evidence-requested');
    kase.letters.going += 1;
    return 'ok';
  });
}

function answer(desk: PlainDesk, act: ActOf<'answer'>): string {
  const kase = caseOf(desk, act.id);
  const request = kase.requests.find(({ id }) => id === act.requestId);
  if (request?.state === 'answered') return 'already_answered';
  const isOpen = request?.state === 'open' || request?.state === 'lapsed';
  if (!request || !isOpen || kase.status !== 'awaiting_evidence') return 'not_needed';
  request.state = 'answered';
  receive(kase, newPaper(act, desk.now, 'waiting'));
  for (const paper of kase.papers) {
    if (paper.id === request.paperId) paper.isReplaced = true;
  }
  kase.status = 'submitted';
  kase.version += 1;
  count(kase, 'evidence-answered');
  return 'ok';
}

/** The worker does all that is due, until nothing is. There is no virus scanner. */
export function foreseeWorker(desk: PlainDesk): void {
  for (const kase of desk.cases) {
    for (const paper of kase.papers) virus(kase, paper.id, 'not_scanned');
    for (const request of kase.requests) remindAndLapse(desk, kase, request);
    const standing = kase.decisions.find(({ round }) => round === kase.round);
    const waiting = standing?.look?.state === 'waiting' ? standing.look : null;
    if (waiting && waiting.dueAt !== null && waiting.dueAt <= desk.now) {
      waiting.state = 'lapsed';
      count(kase, 'second-look-settled');
      letGo(desk, kase);
    }
    lapseMoneyRequests(kase, desk.now);
    for (const money of kase.oldMoney) moveAtProvider(money, desk.now);
    if (kase.money) moveAtProvider(kase.money, desk.now);
  }
}

function remindAndLapse(
  desk: PlainDesk,
  kase: PlainCase,
  request: PlainCase['requests'][number],
): void {
  if (request.state === 'open' && !request.isReminded && request.remindAt <= desk.now) {
    request.isReminded = true;
    kase.letters.going += 1;
    count(kase, 'evidence-request-reminded');
  }
  if (request.state === 'open' && request.dueAt <= desk.now) {
    request.state = 'lapsed';
    count(kase, 'evidence-request-lapsed');
  }
}
