import type { Act, ActOf, BulkAct } from './acts.js';
import {
  caseOf,
  count,
  hasDecided,
  isDecided,
  LEASE_MS,
  type PlainCase,
  type PlainDesk,
  ROLES,
  type StaffKey,
} from './plain-desk.js';

type Working = ActOf<
  | 'claim'
  | 'release'
  | 'take_over'
  | 'hold'
  | 'end_hold'
  | 'note'
  | 'check'
  | 'correct'
  | 'assign_all'
  | 'give_all_back'
>;

/** What becomes of working on a case short of deciding it: `ok`, or why not. */
export function foreseeWork(desk: PlainDesk, act: Working): string {
  switch (act.do) {
    case 'claim':
      return claim(desk, caseOf(desk, act.id), act);
    case 'release':
      return release(caseOf(desk, act.id), act);
    case 'take_over':
      return takeOver(desk, caseOf(desk, act.id), act);
    case 'hold':
      return hold(caseOf(desk, act.id), act);
    case 'end_hold':
      return endHold(desk, caseOf(desk, act.id), act);
    case 'note':
      return once(caseOf(desk, act.id), act.formId, (kase) => {
        count(kase, 'note-written');
        return 'ok';
      });
    case 'check':
      return check(caseOf(desk, act.id), act);
    case 'correct':
      return correct(caseOf(desk, act.id), act);
    case 'assign_all':
      return inBulk(desk, act, (kase, seen) => assign(desk, kase, { ...act, seen }));
    case 'give_all_back':
      return inBulk(desk, act, (kase, seen) => giveBack(kase, { ...act, seen }));
  }
}

/** The same form sent again has the same result and does nothing more (R6.5). */
export function once(kase: PlainCase, formId: string, work: (kase: PlainCase) => string): string {
  if (kase.forms.includes(formId)) return 'ok';
  const came = work(kase);
  if (came === 'ok') kase.forms.push(formId);
  return came;
}

type Seen = Pick<Extract<Act, { seen: number }>, 'by' | 'seen'>;

function claim(desk: PlainDesk, kase: PlainCase, { by, seen }: Seen): string {
  if (kase.status === 'in_review') {
    if (kase.claimedBy === by) return 'already_yours';
    if (kase.claimedUntil > desk.now) return 'held_by_another';
  }
  if (isDecided(kase)) return 'already_decided';
  if (hasDecided(kase, by)) return 'decided_before';
  if (kase.version !== seen) return 'stale';
  take(desk, kase, by);
  count(kase, 'case-claimed');
  return 'ok';
}

/** The case is somebody's for one lease; what it waited for is waited for no more. */
export function take(desk: PlainDesk, kase: PlainCase, holder: StaffKey): void {
  const wasOnHold = kase.onHoldUntil !== null && kase.onHoldUntil > desk.now;
  Object.assign(kase, {
    status: 'in_review',
    version: kase.version + 1,
    claimedBy: holder,
    claimedUntil: desk.now + LEASE_MS,
    onHoldUntil: null,
  });
  closeRequests(kase);
  if (wasOnHold) count(kase, 'case-hold-ended');
}

/** Neither a paper nor a payment is waited for any more. */
export function closeRequests(kase: PlainCase): void {
  const toPay = kase.payRequests.at(-1);
  if (toPay?.state === 'open') {
    toPay.state = 'closed';
    count(kase, 'payment-request-closed');
  }
  const waiting = kase.requests.find(({ state }) => state === 'open' || state === 'lapsed');
  if (!waiting) return;
  waiting.state = 'closed';
  count(kase, 'evidence-request-closed');
}

function release(kase: PlainCase, { by, seen }: Seen): string {
  if (kase.status !== 'in_review' || kase.claimedBy !== by) return 'not_yours';
  if (kase.version !== seen) return 'stale';
  putBack(kase);
  count(kase, 'case-released');
  return 'ok';
}

function putBack(kase: PlainCase): void {
  Object.assign(kase, { status: 'submitted', version: kase.version + 1, claimedBy: null });
}

function takeOver(desk: PlainDesk, kase: PlainCase, act: ActOf<'take_over'>): string {
  return once(kase, act.formId, () => {
    if (kase.status !== 'in_review') return isDecided(kase) ? 'already_decided' : 'not_held';
    if (kase.claimedBy === act.by) return 'already_yours';
    if (hasDecided(kase, act.by)) return 'decided_before';
    if (kase.version !== act.seen) return 'stale';
    take(desk, kase, act.by);
    count(kase, 'case-taken-over');
    return 'ok';
  });
}

function hold(kase: PlainCase, act: ActOf<'hold'>): string {
  return once(kase, act.formId, () => {
    if (kase.status !== 'in_review' || kase.claimedBy !== act.by) return 'not_yours';
    if (kase.version !== act.seen) return 'stale';
    putBack(kase);
    kase.onHoldUntil = act.wakesAt;
    count(kase, 'case-put-on-hold');
    return 'ok';
  });
}

function endHold(desk: PlainDesk, kase: PlainCase, { seen }: Seen): string {
  const isOn = kase.onHoldUntil !== null && kase.onHoldUntil > desk.now;
  if (kase.status !== 'submitted' || !isOn) return 'not_on_hold';
  if (kase.version !== seen) return 'stale';
  Object.assign(kase, { version: kase.version + 1, onHoldUntil: null });
  count(kase, 'case-hold-ended');
  return 'ok';
}

/** Only whoever holds the case marks its papers. */
function mayMark(kase: PlainCase, { by, seen }: Seen): string {
  if (isDecided(kase)) return 'decided';
  if (kase.status !== 'in_review' || kase.claimedBy === null) return 'not_claimed';
  if (kase.claimedBy !== by) return 'claimed_by_other';
  return kase.version === seen ? 'ok' : 'stale';
}

function check(kase: PlainCase, act: ActOf<'check'>): string {
  const paper = kase.papers.find(
    ({ position, isReplaced }) => position === act.position && !isReplaced,
  );
  if (!paper) return 'unknown';
  if (paper.check?.by === act.by && paper.check.verdict === act.verdict) return 'ok';
  const may = mayMark(kase, act);
  if (may !== 'ok') return may;
  if (paper.virus === 'waiting' || paper.virus === 'infected') return 'faults';
  paper.check = { by: act.by, verdict: act.verdict };
  kase.version += 1;
  count(kase, 'paper-checked');
  return 'ok';
}

function correct(kase: PlainCase, act: ActOf<'correct'>): string {
  const may = mayMark(kase, act);
  if (may === 'stale' && kase.registration === act.registration) return 'ok';
  if (may !== 'ok') return may;
  if (kase.registration === act.registration) return 'faults';
  kase.registration = act.registration;
  kase.version += 1;
  for (const { check: marked, kind, isReplaced } of kase.papers) {
    const isOpenAgain = marked?.verdict === 'accept' && kind === 'v5c' && !isReplaced;
    if (isOpenAgain) marked.verdict = 'undecided';
  }
  count(kase, 'registration-corrected');
  return 'ok';
}

export function inBulk(
  desk: PlainDesk,
  { formId, chosen }: Pick<BulkAct, 'formId' | 'chosen'>,
  work: (kase: PlainCase, seen: number) => string,
): string {
  const [first] = chosen;
  if (first && caseOf(desk, first.id).forms.includes(formId)) return 'same';
  const came = chosen.map(({ id, seen }, at) =>
    chosen.findIndex((one) => one.id === id) < at ? 'twice_in_list' : work(caseOf(desk, id), seen),
  );
  if (first) caseOf(desk, first.id).forms.push(formId);
  return came.join();
}

function assign(
  desk: PlainDesk,
  kase: PlainCase,
  { by, to, seen }: { by: StaffKey; to: StaffKey; seen: number },
): string {
  if (isDecided(kase)) return 'already_decided';
  if (kase.status === 'awaiting_evidence') return 'waits_for_resident';
  const isOnHold = kase.onHoldUntil !== null && kase.onHoldUntil > desk.now;
  if (kase.status === 'submitted' && isOnHold) return 'on_hold';
  if (kase.status === 'in_review') {
    if (kase.claimedBy === to) return 'already_theirs';
    if (kase.claimedUntil > desk.now) return 'held_by_another';
  }
  if (hasDecided(kase, to)) return 'decided_before';
  if (kase.version !== seen) return 'changed';
  take(desk, kase, to);
  count(kase, to === by ? 'case-claimed' : 'case-assigned');
  return 'ok';
}

function giveBack(kase: PlainCase, { by, seen }: Seen): string {
  if (isDecided(kase)) return 'already_decided';
  if (kase.status !== 'in_review') return 'not_held';
  if (kase.claimedBy !== by && ROLES[by] !== 'supervisor') return 'not_yours';
  if (kase.version !== seen) return 'changed';
  putBack(kase);
  count(kase, 'case-released');
  return 'ok';
}
