import { wordsKey } from '../../../src/bulk-rejection/words-key.rules.js';
import { type CaseFile, readCaseFile } from '../../../src/case-file/case-file.queries.js';
import { payByOn, payDueAt } from '../../../src/payment-requests/pay-by.rules.js';
import { Database } from '../../../src/platform/database/transaction.js';
import type { Act, MoneyAct } from './acts.js';
import type { Drawing } from './draw-form.js';
import {
  type PlainCase,
  type PlainDesk,
  type PlainException,
  ROLES,
  STAFF_KEYS,
  type StaffKey,
} from './plain-desk.js';
import { NOT_IN_ZONE } from './reasons.js';
import type { Stage } from './stage.js';
import type { Wish } from './wishes.js';

/** The case of the wish; acts about the money mostly look for one that they can be about. */
export function aimedAt({ cases }: PlainDesk, wish: Wish): PlainCase | undefined {
  const first = wish.kase % Math.max(1, cases.length);
  const turned = [...cases.slice(first), ...cases.slice(0, first)];
  const fits = FITS[wish.do];
  return (fits && !wish.isAnybody && turned.find(fits)) || turned[0];
}

const isAsked = ({ exceptions }: PlainCase) =>
  exceptions.some(({ state }) => state === 'requested');
const isOpen = ({ status }: PlainCase) => status === 'submitted' || status === 'in_review';
const FITS: Partial<Record<Act['do'], (kase: PlainCase) => boolean>> = {
  ask_exception: ({ status, money }) => status === 'approved' && money?.read?.state === 'success',
  answer_exception: isAsked,
  take_back: isAsked,
  ask_payment: ({ status, money }) => status === 'in_review' && money?.read?.state === 'failed',
  pay_again: ({ payRequests }) => payRequests.at(-1)?.state === 'open',
  reject_all: isOpen,
};

/** Odd amounts, all of it, and more than there is. */
const PENCE = [1, 1835, 2750, 2751, 5500, 5501];

/** The forms about the money; null where the desk shows no such form. */
export async function drawMoneyAct(
  stage: Stage,
  wish: Wish & { do: MoneyAct['do'] },
  { form, kase }: Drawing,
): Promise<Act | null> {
  switch (wish.do) {
    case 'ask_exception':
      return {
        ...{ do: 'ask_exception', ...form },
        ...{ pence: PENCE[wish.pick % PENCE.length] ?? 1, isAskedByResident: wish.pick % 4 < 2 },
      };
    case 'answer_exception':
    case 'take_back':
      return drawAnswer(wish, { form, kase });
    case 'ask_payment': {
      const { policy } = await fileOf(stage, kase);
      const dueAt = payDueAt(payByOn(policy.settings, new Date(stage.plain.now))).getTime();
      return { do: 'ask_payment', ...form, dueAt };
    }
    case 'pay_again':
      return drawPaying(stage, kase);
    case 'reject_all': {
      const { formId, seen } = form;
      const key = wordsKey(await fileOf(stage, kase), [NOT_IN_ZONE]);
      const chosen = [{ id: kase.id, reference: kase.reference, seen }];
      const by = wish.isAnybody ? form.by : (supervisorFor(kase, wish) ?? form.by);
      const run = { formId, by, to: by, chosen, wordsKey: key };
      return { do: 'reject_all', ...run, sampled: wish.pick % 3 === 0 };
    }
  }
}

/** Mostly one who may: a supervisor who did not ask, or whoever asked and takes it back. */
function drawAnswer(wish: Wish, { form, kase }: Drawing): Act | null {
  const exception = wish.isWrong ? kase.exceptions[0] : kase.exceptions.at(-1);
  if (!exception) return null;
  const { id: exceptionId } = exception;
  if (wish.do === 'take_back') {
    const by = wish.isAnybody ? form.by : exception.by;
    return { do: 'take_back', ...form, by, exceptionId };
  }
  // Now and then whoever asked tries to sign, too.
  const signer = wish.pick % 3 === 0 ? exception.by : signerFor(exception);
  const by = wish.isAnybody ? form.by : (signer ?? form.by);
  const answer = wish.pick % 4 === 0 ? 'decline' : 'approve';
  return { do: 'answer_exception', ...form, by, exceptionId, answer };
}

function signerFor({ by }: PlainException): StaffKey | undefined {
  return STAFF_KEYS.find((key) => ROLES[key] === 'supervisor' && key !== by);
}

/** Who holds the case already, if she is one. */
function supervisorFor({ claimedBy, decisions }: PlainCase, { pick }: Wish): StaffKey | undefined {
  const all = STAFF_KEYS.filter((key) => ROLES[key] === 'supervisor');
  const fresh = all.filter((key) => decisions.every(({ by }) => by !== key));
  return fresh.find((key) => key === claimedBy) ?? fresh[pick % Math.max(1, fresh.length)];
}

async function drawPaying({ desk }: Stage, kase: PlainCase): Promise<Act | null> {
  const request = kase.payRequests.at(-1);
  if (!request) return null;
  const [row] = await desk.rows<{ pence: string }>(
    'SELECT amount_pence AS pence FROM payment_requests WHERE id = ?',
    [request.id],
  );
  return { do: 'pay_again', id: kase.id, requestId: request.id, pence: Number(row?.pence) };
}

async function fileOf({ desk, plain }: Stage, { reference }: PlainCase): Promise<CaseFile> {
  const { reader } = desk.app.get(Database);
  const file = await readCaseFile(reader, reference, new Date(plain.now));
  if (!file) throw new Error('A case of the plain desk is not in the real one.');
  return file;
}
