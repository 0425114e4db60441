import { randomBytes, randomUUID } from 'node:crypto';
import { approvalFactsOf } from '../../../src/approval-gate/approval-facts.queries.js';
import { approvalObstacles } from '../../../src/approval-gate/approval-obstacles.rules.js';
import { approvalTerms, termsKey } from '../../../src/approval/approval-terms.rules.js';
import { vehicleElsewhere } from '../../../src/approval/vehicle-elsewhere.queries.js';
import { askableOf } from '../../../src/ask-again/askable-of.js';
import { type CaseFile, readCaseFile } from '../../../src/case-file/case-file.queries.js';
import { moneyKey, moneyOf } from '../../../src/case-file/case-words.rules.js';
import {
  answerDueAt,
  reminderDueAt,
  usualAnswerBy,
} from '../../../src/evidence-requests/answer-by.rules.js';
import { answerPolicyOn } from '../../../src/policy/policy-book.rules.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { addDays, londonDateOf, startOfLondonDay } from '../../../src/shared/london-date.js';
import type { Act, ActOf } from './acts.js';
import { aimedAt, drawMoneyAct } from './draw-money.js';
import { elsewhereOf } from './foresee-decisions.js';
import type { Stage } from './stage.js';
import {
  hasDecided,
  NEEDED,
  type PaperKindKey,
  type PlainCase,
  ROLES,
  STAFF_KEYS,
  type StaffKey,
} from './plain-desk.js';
import type { Wish } from './wishes.js';

/** Fills the form for a wish as the desk stands now; null where the desk shows no such form. */
export async function drawForm(stage: Stage, wish: Wish): Promise<Act | null> {
  if (wish.do === 'apply') return drawApplication(stage, wish);
  const kase = aimedAt(stage.plain, wish);
  if (!kase) return null;
  const by = whoFor(kase, wish);
  const form = { id: kase.id, by, seen: seenBy(kase, wish), formId: randomUUID() };
  switch (wish.do) {
    case 'add_paper': {
      const kind = missingKind(kase) ?? NEEDED[kase.type][wish.pick % NEEDED[kase.type].length];
      const paper = { id: kase.id, paperId: newId(), waits: wish.pick % 4 !== 0 };
      return kind ? { do: 'add_paper', ...paper, kind } : null;
    }
    case 'virus':
      return drawVirus(kase, wish);
    case 'answer':
      return drawAnswer(kase);
    case 'check':
      return drawCheck(kase, wish, form);
    case 'correct':
      return { do: 'correct', ...form, registration: aRegistration(wish.pick) };
    case 'hold': {
      const wakeOn = addDays(londonDateOf(new Date(stage.plain.now)), 1 + (wish.pick % 20));
      return { do: 'hold', ...form, wakeOn, wakesAt: startOfLondonDay(wakeOn).getTime() };
    }
    case 'assign_all':
    case 'give_all_back':
      return drawBulk(stage, wish, form);
    case 'claim':
    case 'release':
    case 'end_hold':
    case 'note':
    case 'take_over':
      return { do: wish.do, ...form };
    case 'ask_exception':
    case 'answer_exception':
    case 'take_back':
    case 'ask_payment':
    case 'pay_again':
    case 'reject_all':
      return drawMoneyAct(stage, { ...wish, do: wish.do }, { form, kase });
    case 'ask':
    case 'approve':
    case 'reject':
    case 'withdraw':
    case 'look':
    case 'reopen':
    case 'open_review':
    case 'settle_review':
      return drawDecision(stage, { ...wish, do: wish.do }, { form, kase });
  }
}

export type Form = Pick<ActOf<'claim'>, 'id' | 'by' | 'seen' | 'formId'>;

function seenBy(kase: PlainCase, { isStale }: Wish): number {
  return isStale ? kase.version - 1 : kase.version;
}

/** Mostly whoever may do it; else anybody. */
function whoFor(kase: PlainCase, wish: Wish): StaffKey {
  const anybody = STAFF_KEYS[wish.pick % STAFF_KEYS.length] ?? 'ann';
  if (wish.isAnybody) return anybody;
  const fresh = STAFF_KEYS.filter((key) => !hasDecided(kase, key));
  const turned = [...fresh.slice(wish.pick % 4), ...fresh];
  if (wish.do === 'look' || wish.do === 'reopen') {
    return turned.find((key) => ROLES[key] === 'supervisor') ?? anybody;
  }
  const isFree = kase.status !== 'in_review' || wish.do === 'take_over';
  if (isFree) return turned.find((key) => key !== kase.claimedBy) ?? anybody;
  return kase.claimedBy ?? anybody;
}

export function missingKind(kase: PlainCase): PaperKindKey | undefined {
  return NEEDED[kase.type].find((kind) =>
    kase.papers.every((paper) => paper.kind !== kind || paper.isReplaced),
  );
}

const LETTERS = 'ABCDEFGHJK';

/** A mark in the usual form that nothing else has. */
function aRegistration(pick: number): string {
  const letter = (at: number) => LETTERS.charAt(Math.floor(pick / 10 ** at) % 10);
  return `AB${12 + (pick % 12)}${letter(0)}${letter(1)}${letter(2)}`;
}

async function drawApplication({ desk, plain }: Stage, wish: Wish): Promise<Act> {
  const isFree = wish.pick % 4 === 3;
  const made = (['held', 'held', 'captured', 'held', 'failed'] as const)[wish.pick % 5] ?? 'held';
  const paymentId = isFree ? null : randomBytes(13).toString('hex');
  if (paymentId !== null) {
    await desk.sandbox.control.makePayment({
      ...{ payment_id: paymentId, amount: 5500, state: made, reference: paymentId },
      created_date: new Date(plain.now).toISOString(),
    });
  }
  return {
    ...{ do: 'apply', id: newId(), formId: randomUUID(), paymentId, made },
    filledAt: plain.now,
    // Most at one property, so that its places run out.
    uprn: plain.uprns[wish.kase === 3 ? 1 : 0] ?? '',
    type: isFree ? 'essential_carer' : 'resident',
    // Now and then a vehicle that is on another case too.
    registration: (wish.pick % 5 === 0 && plain.cases[0]?.registration) || aRegistration(wish.pick),
  };
}

function drawVirus(kase: PlainCase, wish: Wish): Act | null {
  const waiting = kase.papers.find(({ virus }) => virus === 'waiting') ?? kase.papers[0];
  const found = wish.isWrong ? 'infected' : 'clean';
  return waiting ? { do: 'virus', id: kase.id, paperId: waiting.id, found } : null;
}

function drawAnswer(kase: PlainCase): Act | null {
  const request = kase.requests.at(-1);
  if (!request) return null;
  const { id: requestId, kind } = request;
  return { do: 'answer', id: kase.id, requestId, paperId: newId(), kind };
}

function drawCheck(kase: PlainCase, wish: Wish, form: Form): Act | null {
  const open = kase.papers.filter(
    ({ check, isReplaced }) => check?.verdict !== 'accept' && !isReplaced,
  );
  const from = open.length > 0 ? open : kase.papers;
  const paper = from[wish.pick % Math.max(1, from.length)];
  const verdict = wish.isWrong ? 'ask_again' : 'accept';
  return paper ? { do: 'check', ...form, position: paper.position, verdict } : null;
}

function drawBulk({ plain }: Stage, wish: Wish, { by, formId }: Form): Act {
  const chosen = plain.cases.map((kase) => ({
    ...{ id: kase.id, reference: kase.reference },
    seen: seenBy(kase, wish),
  }));
  const twice = wish.isWrong ? chosen.slice(0, 1) : [];
  const to = ROLES[by] === 'supervisor' ? (STAFF_KEYS[wish.pick % 4] ?? by) : by;
  const name = wish.do === 'assign_all' ? 'assign_all' : 'give_all_back';
  return { do: name, by, to, formId, chosen: [...chosen, ...twice] };
}

export interface Drawing {
  form: Form;
  kase: PlainCase;
}

type ToDecide = Wish & {
  do: ActOf<
    'approve' | 'reject' | 'withdraw' | 'look' | 'reopen' | 'open_review' | 'settle_review' | 'ask'
  >['do'];
};

async function drawDecision(stage: Stage, wish: ToDecide, { form, kase }: Drawing): Promise<Act> {
  const { reader } = stage.desk.app.get(Database);
  const now = new Date(stage.plain.now);
  const file = await readCaseFile(reader, kase.reference, now);
  if (!file) throw new Error('A case of the plain desk is not in the real one.');
  const money = moneyKey(moneyOf(file.payment, file.commands));
  const withMoney = { ...form, money, isMoneyWrong: wish.isWrong };
  const sampled = wish.pick % 3 === 0;
  switch (wish.do) {
    case 'ask':
      return drawAsking(stage, file, { form, kase });
    case 'approve': {
      const vehicleReason = wish.pick % 4 === 0 ? null : 'The household has both, by the V5C.';
      const terms = await termsShown(stage, file, form.formId);
      const shown = { terms, areTermsWrong: wish.isWrong, sampled, vehicleReason };
      return { do: 'approve', ...form, ...shown, elsewhere: elsewhereOf(stage.plain, kase) };
    }
    case 'reject':
      return { do: 'reject', ...withMoney, sampled } as const;
    case 'withdraw':
      return { do: 'withdraw', ...withMoney } as const;
    case 'look':
      return { do: 'look', ...form, answer: wish.pick % 2 === 0 ? 'agree' : 'disagree' } as const;
    case 'reopen':
      return { do: 'reopen', ...withMoney, who: wish.pick % 2 === 0 ? 'queue' : 'me' } as const;
    case 'open_review':
      return { do: 'open_review', ...form, receivedOn: londonDateOf(now) } as const;
    case 'settle_review': {
      const outcome = (['upheld', 'overturned', 'given_up'] as const)[wish.pick % 3] ?? 'upheld';
      return { do: 'settle_review', ...withMoney, outcome } as const;
    }
  }
}

async function termsShown({ desk, plain }: Stage, file: CaseFile, formId: string) {
  const { reader } = desk.app.get(Database);
  const now = new Date(plain.now);
  const facts = await approvalFactsOf(reader, file, { now, formId });
  if (approvalObstacles(facts).length > 0) return '';
  const elsewhere = await vehicleElsewhere(reader, file.application, now);
  return termsKey(approvalTerms(facts), facts, elsewhere);
}

function drawAsking({ plain }: Stage, file: CaseFile, { form, kase }: Drawing): ActOf<'ask'> {
  const today = londonDateOf(new Date(plain.now));
  const policy = answerPolicyOn(file.policy, today);
  const answerByOn = usualAnswerBy(today, policy);
  const first = askableOf(file)[0];
  const kinds: readonly string[] = first?.acceptedKinds ?? [];
  return {
    ...{ do: 'ask', ...form, answerByOn, key: first?.key ?? '', paperId: first?.paperId ?? null },
    kind: NEEDED[kase.type].find((kind) => kinds.includes(kind)) ?? 'v5c',
    reason: first?.suggested ?? '',
    remindAt: reminderDueAt(answerByOn, policy).getTime(),
    dueAt: answerDueAt(answerByOn).getTime(),
  };
}
