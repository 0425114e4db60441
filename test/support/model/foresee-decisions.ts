import type { ActOf } from './acts.js';
import { closeRequests, once } from './foresee-work.js';
import {
  caseOf,
  count,
  freePlace,
  hasDecided,
  HOUR_MS,
  isDecided,
  isPlaceToBeHad,
  LEASE_MS,
  NEEDED,
  type PlainCase,
  type PlainCommand,
  type PlainDecision,
  type PlainDesk,
  ROLES,
  type StaffKey,
  takePlace,
  waitingLook,
} from './plain-desk.js';

type Deciding = ActOf<
  'approve' | 'reject' | 'withdraw' | 'look' | 'reopen' | 'open_review' | 'settle_review'
>;

/** What becomes of deciding a case, and of deciding it again: `ok`, or why not. */
export function foreseeDecision(desk: PlainDesk, act: Deciding): string {
  const kase = caseOf(desk, act.id);
  return once(kase, act.formId, () => {
    switch (act.do) {
      case 'approve':
        return approve(desk, kase, act);
      case 'reject':
        return reject(desk, kase, act);
      case 'withdraw':
        return withdraw(desk, kase, act);
      case 'look':
        return look(desk, kase, act);
      case 'reopen':
        return reopen(desk, kase, act);
      case 'open_review':
        return openReview(kase, act);
      case 'settle_review':
        return settleReview(desk, kase, act);
    }
  });
}

/** Whoever holds an open case, did not decide it before and saw it as it is, may decide it. */
export function mayDecide(
  kase: PlainCase,
  { by, seen }: Pick<Deciding, 'by' | 'seen'>,
  isJudging = true,
): string {
  if (isDecided(kase)) return 'already_decided';
  if (kase.status !== 'in_review') return 'not_open';
  if (kase.claimedBy !== by) return 'not_yours';
  if (isJudging && hasDecided(kase, by)) return 'decided_before';
  return kase.version === seen ? 'ok' : 'stale';
}

function approve(desk: PlainDesk, kase: PlainCase, act: ActOf<'approve'>): string {
  const may = mayDecide(kase, act);
  if (may !== 'ok') return may;
  if (!isApprovable(desk, kase)) return 'cannot_be_approved';
  const elsewhere = elsewhereOf(desk, kase);
  if (act.areTermsWrong || String(elsewhere) !== String(act.elsewhere)) return 'terms_changed';
  if (elsewhere.length > 0 && act.vehicleReason === null) return 'vehicle_reason_needed';
  const isLooked = act.sampled;
  decide(kase, { act, outcome: 'approved', isLooked });
  if (!takePlace(desk, kase)) throw new Error('A place was foreseen and is none.');
  desk.permits.push({ uprn: kase.uprn, caseId: kase.id });
  moveMoney(kase, 'capture');
  return 'ok';
}

/** The permits that run with its vehicle, and the cases at other addresses that ask for one. */
export function elsewhereOf(desk: PlainDesk, kase: PlainCase): string[] {
  const others = desk.cases.filter(
    ({ id, registration }) => id !== kase.id && registration === kase.registration,
  );
  return others.flatMap((other) => {
    if (desk.permits.some(({ caseId }) => caseId === other.id)) return [`permit of ${other.id}`];
    return !isDecided(other) && other.uprn !== kase.uprn ? [other.id] : [];
  });
}

/** Every need proved by a paper that may be seen, a place to be had, and money held or taken. */
export function isApprovable(desk: PlainDesk, kase: PlainCase): boolean {
  const isProved = NEEDED[kase.type].every((kind) =>
    kase.papers.some(
      (paper) =>
        paper.kind === kind &&
        !paper.isReplaced &&
        paper.check?.verdict === 'accept' &&
        (paper.virus === 'clean' || paper.virus === 'not_scanned'),
    ),
  );
  return isProved && isPlaceToBeHad(desk, kase) && isMoneyThere(desk, kase);
}

function isMoneyThere(desk: PlainDesk, { money }: PlainCase): boolean {
  if (money === null) return true;
  if (money.commands.some(({ kind }) => kind === 'release')) return false;
  if (money.read?.state === 'success') return true;
  const holdEndsAt = money.read?.holdEndsAt ?? 0;
  return money.read?.state === 'capturable' && holdEndsAt > desk.now;
}

function reject(desk: PlainDesk, kase: PlainCase, act: ActOf<'reject'>): string {
  const may = mayDecide(kase, act);
  if (may !== 'ok') return may;
  if (act.isMoneyWrong) return 'money_changed';
  rejectNow(desk, kase, act);
  return 'ok';
}

export function rejectNow(
  desk: PlainDesk,
  kase: PlainCase,
  act: { by: StaffKey; sampled: boolean },
): void {
  const holdEndsAt = kase.money?.read?.holdEndsAt ?? null;
  // Its letter speaks of the hold: two hours before that ends it must have gone.
  const isTime = holdEndsAt === null || holdEndsAt - 2 * HOUR_MS - desk.now >= HOUR_MS;
  const isLooked = act.sampled && isTime;
  decide(kase, { act, outcome: 'rejected', isLooked });
  if (!isLooked) giveUpPlaceAndMoney(desk, kase);
}

function withdraw(desk: PlainDesk, kase: PlainCase, act: ActOf<'withdraw'>): string {
  if (isDecided(kase)) return 'already_decided';
  if (kase.version !== act.seen) return 'stale';
  if (act.isMoneyWrong) return 'money_changed';
  closeRequests(kase);
  decide(kase, { act, outcome: 'withdrawn', isLooked: false });
  giveUpPlaceAndMoney(desk, kase);
  return 'ok';
}

interface Made {
  act: { by: PlainDecision['by'] };
  outcome: PlainDecision['outcome'];
  isLooked: boolean;
}

function decide(kase: PlainCase, { act, outcome, isLooked }: Made): void {
  kase.status = outcome;
  kase.version += 1;
  const waits = isLooked ? ({ state: 'waiting', dueAt: null } as const) : null;
  kase.decisions.push({ round: kase.round, outcome, by: act.by, look: waits });
  count(kase, `application-${outcome}`);
  if (isLooked) count(kase, 'second-look-asked');
  kase.letters[isLooked ? 'held' : 'going'] += 1;
}

function giveUpPlaceAndMoney(desk: PlainDesk, kase: PlainCase): void {
  freePlace(desk, kase);
  const isGivenBack = kase.money?.commands.some(({ kind }) => kind === 'release');
  if (!isGivenBack) moveMoney(kase, 'release');
}

export function moveMoney(kase: PlainCase, kind: PlainCommand['kind'], pence = 0): void {
  if (kase.money === null) return;
  kase.money.commands.push({ kind, pence, state: 'requested', effect: null });
  count(kase, 'payment-requested');
}

function look(desk: PlainDesk, kase: PlainCase, act: ActOf<'look'>): string {
  const waiting = waitingLook(kase);
  if (!waiting || ROLES[act.by] !== 'supervisor') return 'nothing_waits';
  if (hasDecided(kase, act.by)) return 'own_decision';
  if (kase.version !== act.seen) return 'stale';
  const isRejection = kase.status === 'rejected';
  waiting.state = act.answer === 'agree' ? 'agreed' : 'disagreed';
  count(kase, 'second-look-settled');
  if (act.answer === 'disagree' && isRejection) {
    kase.letters.dropped += kase.letters.held;
    kase.letters.held = 0;
    nextRound(desk, kase, null);
    return 'ok';
  }
  kase.version += 1;
  letGo(desk, kase);
  return 'ok';
}

/** The second look is over and the decision stands. */
export function letGo(desk: PlainDesk, kase: PlainCase): void {
  if (kase.status === 'rejected') giveUpPlaceAndMoney(desk, kase);
  kase.letters.going += kase.letters.held;
  kase.letters.held = 0;
}

function nextRound(desk: PlainDesk, kase: PlainCase, holder: PlainDecision['by'] | null): void {
  Object.assign(kase, {
    status: holder === null ? 'submitted' : 'in_review',
    version: kase.version + 1,
    round: kase.round + 1,
    claimedBy: holder,
    claimedUntil: desk.now + LEASE_MS,
  });
  takePlace(desk, kase);
  count(kase, 'decision-reopened');
}

function reopen(desk: PlainDesk, kase: PlainCase, act: ActOf<'reopen'>): string {
  if (kase.status !== 'rejected' || ROLES[act.by] !== 'supervisor') return 'not_rejected';
  if (hasDecided(kase, act.by)) return 'own_decision';
  if (waitingLook(kase)) return 'second_look_waits';
  if (kase.hasOpenReview) return 'review_is_open';
  if (kase.version !== act.seen) return 'stale';
  if (act.isMoneyWrong) return 'money_changed';
  nextRound(desk, kase, act.who === 'me' ? act.by : null);
  kase.letters.going += 1;
  return 'ok';
}

function openReview(kase: PlainCase, act: ActOf<'open_review'>): string {
  if (kase.status !== 'rejected') return 'not_rejected';
  if (waitingLook(kase)) return 'not_told_yet';
  if (kase.hasOpenReview) return 'open_already';
  if (kase.version !== act.seen) return 'stale';
  kase.version += 1;
  kase.hasOpenReview = true;
  kase.letters.going += 1;
  count(kase, 'review-opened');
  return 'ok';
}

function settleReview(desk: PlainDesk, kase: PlainCase, act: ActOf<'settle_review'>): string {
  if (!kase.hasOpenReview) return 'no_review';
  if (hasDecided(kase, act.by)) return 'own_decision';
  if (kase.version !== act.seen) return 'stale';
  if (act.outcome !== 'given_up' && act.isMoneyWrong) return 'money_changed';
  kase.hasOpenReview = false;
  count(kase, 'review-settled');
  if (act.outcome === 'overturned') nextRound(desk, kase, act.by);
  else kase.version += 1;
  if (act.outcome !== 'given_up') kase.letters.going += 1;
  return 'ok';
}
