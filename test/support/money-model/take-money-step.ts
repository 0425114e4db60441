import type { MoneyStep } from './a-money-step.js';
import { decide, endHold, giveExceptions, goTo } from './decide-money.js';
import { brokenMoney } from './money-invariants.js';
import { FOREIGN_PENCE, type MoneyHistory, type PlainMoneyCase } from './money-history.js';
import { type MoneyTruth, truthOf } from './money-truth.js';
import { askPerson, commandsForPeople, helpOut } from './ask-people.js';
import { dieAtWork, keepOne, moneyJobs, readNow, workByRedis, workOnce } from './work-money.js';

/** Does the step; throws when the money is not where it must be. */
export async function takeMoneyStep(history: MoneyHistory, step: MoneyStep): Promise<void> {
  const came = await walk(history, step);
  history.told.push(`${JSON.stringify(step)}: ${came}`);
  if (NOTHING.test(came)) return;
  const broken = await brokenMoney(history);
  if (broken.length > 0) fail(history, broken);
}

/** Nothing was there to be done, so nothing can be wrong that was not before. */
const NOTHING = /^(not now|nothing .*|waits|set|)$/;

export function fail({ told }: MoneyHistory, broken: readonly string[]): never {
  throw new Error(`${broken.join('\n')}\n\n${told.join('\n')}`);
}

function walk(history: MoneyHistory, step: MoneyStep): Promise<string> {
  switch (step.step) {
    case 'decide':
      return decide(history, kaseOf(history, step), step.outcome);
    case 'hold_ends':
      return endHold(history, kaseOf(history, step));
    case 'exceptions':
      return giveExceptions(history, kaseOf(history, step), step.pence);
    case 'bad_luck':
      return haveBadLuck(history, step);
    case 'work':
      return work(history, step);
    case 'die':
      return dieAtWork(history, step);
    case 'fault':
    case 'meanwhile':
      return spoil(history, step);
    case 'outside':
      return outside(history, step);
    case 'read':
      return readNow(history, kaseOf(history, step));
    case 'keep':
      return keepOne(history, step.pick);
    case 'lag':
      return lag(history, step.isBehind);
    case 'time':
      return passTime(history, step.seconds);
    case 'person':
      return askPerson(history, step);
  }
}

function kaseOf({ cases }: MoneyHistory, { kase }: { kase: number }): PlainMoneyCase {
  const found = cases[kase % cases.length];
  if (!found) throw new Error('A history has cases.');
  return found;
}

type StepOf<K> = Extract<MoneyStep, { step: K }>;

async function work(history: MoneyHistory, { way, pick }: StepOf<'work'>): Promise<string> {
  if (way === 'redis') return workByRedis(history);
  const jobs = await moneyJobs(history);
  const chosen = way === 'one' ? [jobs[pick % Math.max(1, jobs.length)]] : jobs;
  const due = chosen.filter((job) => job !== undefined);
  if (way === 'at_once') await Promise.all(due.map((job) => workOnce(history, job)));
  else for (const job of due) await workOnce(history, job);
  return due.map(({ job }) => job).join(', ');
}

async function spoil(
  history: MoneyHistory,
  step: StepOf<'fault'> | StepOf<'meanwhile'>,
): Promise<string> {
  const { providerPaymentId: paymentId } = kaseOf(history, step);
  const fault = step.step === 'fault' ? step.fault : (`meanwhile-${step.what}` as const);
  await history.desk.sandbox.control.addFault({
    ...{ service: 'pay', operation: step.operation, paymentId, fault },
    amountPence: FOREIGN_PENCE,
  });
  return 'waits';
}

async function outside(history: MoneyHistory, step: StepOf<'outside'>): Promise<string> {
  const kase = kaseOf(history, step);
  const before = await truthOf(history, kase);
  if (await looksLikeOurs(history, kase, { step, truth: before })) return 'not now';
  const { control } = history.desk.sandbox;
  const happened = await control.letHappen(kase.providerPaymentId, step.what, step.pence);
  const after = await truthOf(history, kase);
  const known = new Set(before.refunds.map(({ refund_id: id }) => id));
  const made = after.refunds.map(({ refund_id: id }) => id).filter((id) => !known.has(id));
  kase.strangers.push(...made);
  if (step.isNoticed) await notice(history, kase);
  return happened ? `${after.status}, ${after.refunded} back` : 'could not be';
}

/** Notices came of it, the payment is read, and what was seen is kept. */
async function notice(history: MoneyHistory, kase: PlainMoneyCase): Promise<void> {
  const came = await readNow(history, kase);
  if (came !== 'no answer') await keepOne(history, history.readings.length - 1);
}

/**
 * Pay has no key that would say whose a refund is: one of exactly the amount that we are waiting to
 * see is taken for ours, lest it be sent twice; also when ours, already sent, fails later and is tried
 * again. Nobody could say that this is wrong.
 */
async function looksLikeOurs(
  { desk }: MoneyHistory,
  { paymentId, pence: taken }: PlainMoneyCase,
  { step, truth }: { step: StepOf<'outside'>; truth: MoneyTruth },
): Promise<boolean> {
  if (step.what !== 'refunded') return false;
  const pence = Math.min(step.pence, taken - truth.refunded);
  const isAll = pence === taken - truth.refunded;
  const waiting = await desk.rows(
    `SELECT 1 FROM payment_commands
      WHERE payment_id = ? AND (kind = 'refund' AND amount_pence = ? OR kind = 'release' AND ?)
        AND sent_at IS NOT NULL AND state <> 'settled'`,
    [paymentId, pence, isAll],
  );
  return waiting.length > 0;
}

/** An exception of the approved case meets one fate after the other; each time a person tries again. */
async function haveBadLuck(history: MoneyHistory, step: StepOf<'bad_luck'>): Promise<string> {
  const kase = kaseOf(history, { kase: 1 });
  await lag(history, step.isBehind);
  const came = [await giveExceptions(history, kase, [step.pence])];
  for (const fault of step.fates) {
    await spoil(history, { step: 'fault', kase: 1, operation: 'refund', fault });
    for (const seconds of [0, 400, 0]) {
      await work(history, { step: 'work', way: 'all', pick: 0 });
      // In 400 seconds the bank has answered.
      if (seconds > 0) await passTime(history, seconds);
    }
    came.push(await tryAgain(history, kase));
  }
  return came.join('; ');
}

async function tryAgain(history: MoneyHistory, { id }: PlainMoneyCase): Promise<string> {
  const waiting = await commandsForPeople(history);
  const own = waiting.filter(({ applicationId }) => applicationId === id);
  const came: string[] = [];
  for (const command of own) came.push(await helpOut(history, command, 'again'));
  return came.join(', ');
}

async function lag({ desk }: MoneyHistory, isBehind: boolean): Promise<string> {
  await desk.sandbox.control.changeSettings({ refundListLagMs: isBehind ? 90_000 : 0 });
  return 'set';
}

export async function passTime(history: MoneyHistory, seconds: number): Promise<string> {
  await goTo(history, history.now + seconds * 1000);
  return new Date(history.now).toISOString();
}
