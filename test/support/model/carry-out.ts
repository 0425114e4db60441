import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { localDate } from '../../../src/shared/london-date.js';
import type { Act, ActOf, MoneyAct } from './acts.js';
import { aboutMoney, becameOf, payAgain, rejectMany } from './carry-out-money.js';
import type { ModelDesk } from './model-desk.js';
import { caseOf } from './plain-desk.js';
import { NOT_IN_ZONE } from './reasons.js';
import { addPaper, answer, concludeVirusCheck } from './send-papers.js';
import type { Outcome, Stage } from './stage.js';
import { type UseCases, useCasesOf } from './use-cases.js';

/** Does the act to the real desk: `ok`, or the refusal. The unit of work may be one that dies. */
export async function carryOut(stage: Stage, act: Act, unitOfWork?: UnitOfWork): Promise<string> {
  const { desk } = stage;
  const use = useCasesOf(desk, unitOfWork ?? desk.app.get(UnitOfWork));
  if (act.do === 'apply') return answerOf(await apply(stage, use, act));
  if (act.do === 'assign_all' || act.do === 'give_all_back') return inBulk(desk, use, act);
  if (act.do === 'reject_all') return rejectMany(desk, use, act);
  if (act.do === 'approve' || act.do === 'reject') {
    desk.settings.QUALITY_SAMPLE_PERCENT = act.sampled ? 100 : 0;
  }
  return answerOf(await toOneCase(stage, use, act));
}

function answerOf({ ok, refusal }: Outcome): string {
  return ok ? 'ok' : String(refusal);
}

type OneCase = Exclude<Act, { do: 'apply' | 'assign_all' | 'give_all_back' | 'reject_all' }>;

function toOneCase(stage: Stage, use: UseCases, act: OneCase): Promise<Outcome> {
  switch (act.do) {
    case 'add_paper':
      return addPaper(stage, use, act);
    case 'virus':
      return concludeVirusCheck(stage, use, act);
    case 'answer':
      return answer(use, act);
    case 'check':
    case 'correct':
      return mark(stage, use, act);
    case 'ask_exception':
    case 'answer_exception':
    case 'take_back':
    case 'ask_payment':
      return aboutMoney(stage, use, act);
    case 'pay_again':
      return payAgain(stage.desk, use, act);
    case 'claim':
    case 'release':
    case 'take_over':
    case 'hold':
    case 'end_hold':
    case 'note':
    case 'ask':
    case 'approve':
    case 'reject':
    case 'withdraw':
    case 'look':
    case 'reopen':
    case 'open_review':
    case 'settle_review':
      return withForm(stage, use, act);
  }
}

type WithForm = Exclude<
  OneCase,
  { do: 'add_paper' | 'virus' | 'answer' | 'check' | 'correct' | MoneyAct['do'] }
>;

function withForm({ desk, plain }: Stage, use: UseCases, act: WithForm): Promise<Outcome> {
  const { uprn } = caseOf(plain, act.id);
  const [officer, seenVersion] = [desk.staff[act.by], act.seen];
  const form = { applicationId: act.id, uprn, officer, seenVersion, formId: act.formId };
  const judged = { ...form, privateNote: null };
  switch (act.do) {
    case 'claim':
      return use.claims.claim(form);
    case 'release':
      return use.claims.release(form);
    case 'take_over':
      return use.takeOver.run({ ...form, reason: 'She is ill today.' });
    case 'hold':
      return use.hold.run({
        ...form,
        ...{ reason: 'colleague', words: 'Ann looks it up.', wakeOn: localDate(act.wakeOn) },
      });
    case 'end_hold':
      return use.hold.end(form);
    case 'note':
      return use.note.run({ ...form, writtenBy: officer.id, words: 'She rang.', tell: '' });
    case 'ask': {
      const asking = { asked: [act.key], reason: { [act.key]: act.reason }, words: {} };
      return use.ask.run({ ...form, asking, answerByOn: localDate(act.answerByOn) });
    }
    case 'approve':
      return use.approve.run({
        ...{ ...judged, vehicleReason: act.vehicleReason },
        termsShown: act.areTermsWrong ? 'wrong' : act.terms,
      });
    case 'look':
      return use.look.run({ ...form, answer: act.answer, note: 'The bill is in date.' });
    case 'open_review': {
      const receivedOn = localDate(act.receivedOn);
      return use.openReview.run({ ...form, channel: 'email', receivedOn, asked: 'Please look.' });
    }
    case 'reject':
    case 'withdraw':
    case 'reopen':
    case 'settle_review':
      return withMoney(use, act, {
        ...judged,
        moneyShown: act.isMoneyWrong ? 'held-1' : act.money,
      });
  }
}

type MoneyForm = Parameters<UseCases['withdraw']['run']>[0] extends infer Command
  ? Omit<Command & object, 'reason' | 'letterShown'>
  : never;

function withMoney(
  use: UseCases,
  act: ActOf<'reject' | 'withdraw' | 'reopen' | 'settle_review'>,
  form: MoneyForm,
): Promise<Outcome> {
  switch (act.do) {
    case 'reject':
      return use.reject.run({ ...form, reasons: [NOT_IN_ZONE] });
    case 'withdraw':
      return use.withdraw.run({ ...form, reason: { code: 'asked_for', ownWords: '' } });
    case 'reopen':
      return use.reopen.run({ ...form, who: act.who, reason: 'The bill is in date.' });
    case 'settle_review':
      return use.settleReview.run({ ...form, outcome: act.outcome, reasons: 'We looked again.' });
  }
}

const V5C_REFERENCE = '12345678901';

function mark(
  { desk, plain }: Stage,
  use: UseCases,
  act: ActOf<'check' | 'correct'>,
): Promise<Outcome> {
  const kase = caseOf(plain, act.id);
  const order = { reference: kase.reference, staffId: desk.staff[act.by].id, version: act.seen };
  if (act.do === 'correct') {
    const { registration } = act;
    return use.correct.run({ ...order, typed: { registration, reason: 'typing_slip', why: '' } });
  }
  const paper = kase.papers.find(({ position }) => position === act.position);
  const isAccepted = act.verdict === 'accept';
  const [year, month] = new Date(paper?.receivedAt ?? 0).toISOString().split('-');
  return use.check.run({
    ...order,
    position: act.position,
    isAllMatching: isAccepted,
    typed: {
      ...{ kind: paper?.kind ?? '', mark: {}, why: {}, termFrom: {}, termTo: {}, note: '' },
      datedOn: isAccepted && year && month ? { day: '1', month, year } : {},
      documentReference: paper?.kind === 'v5c' ? V5C_REFERENCE : '',
      verdict: act.verdict,
    },
  });
}

function apply({ desk }: Stage, use: UseCases, act: ActOf<'apply'>): Promise<Outcome> {
  return use.receive.run({
    client: { id: desk.clientId },
    files: [],
    receivedAt: desk.clock.now(),
    body: {
      clientReference: act.formId,
      permitType: act.type,
      applicant: {
        name: `Priya ${randomName(act.formId)}`,
        email: 'priya@example.com',
        ...{ mobile: null, contactPreference: 'email', assistedChannel: null },
      },
      property: { uprn: act.uprn },
      vehicle: {
        ...{ registration: act.registration, declaredMake: 'Ford', declaredColour: 'Blue' },
        ...{ keeperName: 'Priya Example', keeperKind: 'own' },
      },
      startOn: new Date(act.filledAt + 20 * 86_400_000).toISOString().slice(0, 10),
      durationMonths: 12,
      declarationAcceptedAt: new Date(act.filledAt).toISOString(),
      payment:
        act.paymentId === null ? null : { providerPaymentId: act.paymentId, amountPence: 5500 },
      concernsPermit: null,
    },
  });
}

const randomName = (formId: string) => `Sample${formId.replace(/[^a-f]/g, '')}`;

async function inBulk(
  desk: ModelDesk,
  use: UseCases,
  act: ActOf<'assign_all' | 'give_all_back'>,
): Promise<string> {
  const wasSent = (await desk.rows('SELECT 1 FROM bulk_runs WHERE id = ?', [act.formId])).length;
  await use.bulk.run({
    formId: act.formId,
    by: desk.staff[act.by],
    act: act.do === 'assign_all' ? 'assign' : 'release',
    toId: desk.staff[act.to].id,
    chosen: act.chosen.map(({ reference, seen }) => ({ reference, seenVersion: seen })),
    back: '/queue',
  });
  if (wasSent > 0) return 'same';
  return becameOf(desk, act.formId);
}
