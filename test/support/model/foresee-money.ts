import type { ActOf, MoneyAct } from './acts.js';
import { mayDecide, moveMoney, rejectNow } from './foresee-decisions.js';
import { inBulk, once, take } from './foresee-work.js';
import {
  caseOf,
  count,
  hasDecided,
  isDecided,
  LEASE_MS,
  type PlainCase,
  type PlainCommand,
  type PlainDesk,
  type PlainException,
  type PlainMoney,
  ROLES,
  type StaffKey,
  waitingLook,
} from './plain-desk.js';

/** What becomes of asking for money, giving it back and rejecting many: `ok`, or why not. */
export function foreseeMoney(desk: PlainDesk, act: MoneyAct): string {
  switch (act.do) {
    case 'ask_exception':
      return askException(caseOf(desk, act.id), act);
    case 'answer_exception':
      return answerException(caseOf(desk, act.id), act);
    case 'take_back':
      return takeBack(caseOf(desk, act.id), act);
    case 'ask_payment':
      return askPayment(caseOf(desk, act.id), act);
    case 'pay_again':
      return payAgain(desk, caseOf(desk, act.id), act);
    case 'reject_all':
      return inBulk(desk, act, (kase, seen) => rejectOne(desk, kase, { ...act, seen }));
  }
}

const sum = (exceptions: readonly PlainException[], state: PlainException['state']) =>
  exceptions.filter((one) => one.state === state).reduce((pence, one) => pence + one.pence, 0);

/** Only of money that is known to be taken for a permit, and no more than is left (R-CAN-2). */
function askException(kase: PlainCase, act: ActOf<'ask_exception'>): string {
  return once(kase, act.formId, () => {
    const { money, exceptions } = kase;
    if (kase.status !== 'approved') return 'not_approved';
    if (money === null) return 'free';
    if (money.read?.state !== 'success') return 'not_taken';
    const left = money.pence - sum(exceptions, 'approved') - sum(exceptions, 'requested');
    if (left === 0) return 'nothing_left';
    if (kase.version !== act.seen) return 'stale';
    if (act.pence > left) return 'too_much';
    const { by, pence, isAskedByResident, formId } = act;
    const asked = { formId, id: '', lapsesAt: null, by, pence, isAskedByResident };
    exceptions.push({ ...asked, state: 'requested' });
    count(kase, 'exception-requested');
    return 'ok';
  });
}

function exceptionOf({ exceptions }: PlainCase, id: string): PlainException {
  const found = exceptions.find((one) => one.id === id);
  if (!found) throw new Error('The plain desk knows no such exception.');
  return found;
}

/** Nobody signs twice, and officers may not sign at all as the council has set it. */
function answerException(kase: PlainCase, act: ActOf<'answer_exception'>): string {
  return once(kase, act.formId, () => {
    const exception = exceptionOf(kase, act.exceptionId);
    if (exception.state !== 'requested') return 'not_waiting';
    if (exception.by === act.by) return 'own_request';
    if (ROLES[act.by] !== 'supervisor') return 'no_power';
    if (kase.version !== act.seen) return 'stale';
    exception.state = act.answer === 'approve' ? 'approved' : 'declined';
    count(kase, 'exception-settled');
    if (act.answer === 'approve') moveMoney(kase, 'refund', exception.pence);
    if (act.answer === 'approve' || exception.isAskedByResident) kase.letters.going += 1;
    return 'ok';
  });
}

function takeBack(kase: PlainCase, act: ActOf<'take_back'>): string {
  return once(kase, act.formId, () => {
    const exception = exceptionOf(kase, act.exceptionId);
    if (exception.state !== 'requested') return 'not_waiting';
    if (exception.by !== act.by) return 'not_yours';
    exception.state = 'withdrawn';
    count(kase, 'exception-settled');
    return 'ok';
  });
}

/** Only where the provider said that nothing is held or taken, and we gave nothing back (R-PAY-1). */
function isLapsed({ money }: PlainCase): boolean {
  const isGivenBack = money?.commands.some(({ kind }) => kind === 'release') ?? false;
  const known = money?.read?.state;
  return !isGivenBack && (known === 'failed' || known === 'cancelled');
}

function askPayment(kase: PlainCase, act: ActOf<'ask_payment'>): string {
  return once(kase, act.formId, () => {
    const may = mayDecide(kase, act, false);
    if (may !== 'ok') return may;
    if (!isLapsed(kase)) return 'nothing_to_pay';
    const version = kase.version + 1;
    Object.assign(kase, { status: 'awaiting_evidence', version, claimedBy: null });
    kase.payRequests.push({ id: act.formId, by: act.by, state: 'open', dueAt: act.dueAt });
    count(kase, 'payment-asked-again');
    kase.letters.going += 1;
    return 'ok';
  });
}

/** Paid, the case goes back to who asked, unless he decided it before (R-ST-3). */
function payAgain(desk: PlainDesk, kase: PlainCase, act: ActOf<'pay_again'>): string {
  const request = kase.payRequests.find(({ id }) => id === act.requestId);
  if (request?.state === 'paid') return 'paid';
  if (kase.status !== 'awaiting_evidence') return 'not_needed';
  if (request?.state === 'lapsed') return 'too_late';
  if (request?.state !== 'open' || !kase.money) return 'not_needed';
  if (desk.now >= request.dueAt) return 'too_late';
  request.state = 'paid';
  kase.oldMoney.push(kase.money);
  kase.money = { ...NEW_MONEY, pence: act.pence, commands: [] };
  const holder = hasDecided(kase, request.by) ? null : request.by;
  Object.assign(kase, {
    status: holder === null ? 'submitted' : 'in_review',
    version: kase.version + 1,
    claimedBy: holder,
    claimedUntil: desk.now + LEASE_MS,
  });
  count(kase, 'payment-made-again');
  return 'ok';
}

/** Which it is, and until when it is held, only the provider knows. */
const NEW_MONEY = {
  id: '',
  provider: 'capturable',
  holdEndsAt: 0,
  read: null,
  backPence: 0,
} as const;

function rejectOne(
  desk: PlainDesk,
  kase: PlainCase,
  { by, seen, sampled }: { by: StaffKey; seen: number; sampled: boolean },
): string {
  if (ROLES[by] !== 'supervisor') return 'not_allowed';
  if (isDecided(kase)) return waitingLook(kase) ? 'awaiting_second_look' : 'already_decided';
  if (kase.status === 'awaiting_evidence') return 'waits_for_resident';
  const isOnHold = kase.onHoldUntil !== null && kase.onHoldUntil > desk.now;
  if (kase.status === 'submitted' && isOnHold) return 'on_hold';
  const isTheirs = kase.status === 'in_review' && kase.claimedBy === by;
  const isOthers = kase.status === 'in_review' && !isTheirs;
  if (isOthers && kase.claimedUntil > desk.now) return 'held_by_another';
  if (hasDecided(kase, by)) return 'decided_before';
  if (kase.version !== seen) return 'changed';
  if (!isTheirs) {
    take(desk, kase, by);
    count(kase, 'case-claimed');
  }
  rejectNow(desk, kase, { by, sampled });
  return 'ok';
}

/** What nobody answered or paid in time. */
export function lapseMoneyRequests(kase: PlainCase, now: number): void {
  for (const exception of kase.exceptions) {
    if (exception.state !== 'requested' || (exception.lapsesAt ?? now + 1) > now) continue;
    exception.state = 'lapsed';
    count(kase, 'exception-settled');
  }
  for (const request of kase.payRequests) {
    if (request.state !== 'open' || request.dueAt > now) continue;
    request.state = 'lapsed';
    count(kase, 'payment-request-lapsed');
  }
}

/** A hold ends by itself after 120 hours; what was taken is refunded, what is held is let go. */
export function moveAtProvider(money: PlainMoney, now: number): void {
  if (money.provider === 'capturable' && money.holdEndsAt <= now) money.provider = 'failed';
  const open = money.commands.filter(({ state }) => state === 'requested');
  for (const command of open) Object.assign(command, carriedOut(money, command));
  if (money.read !== null && open.length === 0) return;
  const holdEndsAt = money.provider === 'capturable' ? money.holdEndsAt : null;
  money.read = { state: money.provider, holdEndsAt };
}

function carriedOut(money: PlainMoney, { kind, pence }: PlainCommand) {
  const settled = (effect: string) => ({ state: 'settled', effect }) as const;
  if (kind === 'capture') {
    if (money.provider === 'capturable') money.provider = 'success';
    return money.provider === 'success'
      ? settled('captured')
      : ({ state: 'needs_attention', effect: null } as const);
  }
  if (kind === 'refund') {
    money.backPence += pence;
    return settled('refunded');
  }
  if (money.provider === 'capturable') {
    money.provider = 'cancelled';
    return settled('hold_cancelled');
  }
  if (money.provider === 'success') {
    money.provider = 'refunded';
    money.backPence = money.pence;
    return settled('refunded');
  }
  return settled('nothing_to_return');
}
