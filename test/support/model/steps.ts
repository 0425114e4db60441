import { isDeepStrictEqual } from 'node:util';
import { ClaimCase } from '../../../src/claims/claim-case.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { Crash, CrashingUnitOfWork } from '../../integration/deciding/crashing-unit-of-work.js';
import type { Act } from './acts.js';
import { carryOut } from './carry-out.js';
import { differences } from './compare.js';
import { drawForm } from './draw-form.js';
import { foresee, foreseeWorker } from './foresee.js';
import { take } from './foresee-work.js';
import { brokenInvariants } from './invariants.js';
import { learn } from './learn.js';
import { count, hasDecided, type PlainCase, type PlainDesk, STAFF_KEYS } from './plain-desk.js';
import { sealSoFar } from './seals.js';
import type { Stage } from './stage.js';
import type { Step } from './a-step.js';
import { nextStep, type Wish } from './wishes.js';
import { dieInAJob, flush, workThroughRedis, workUntilQuiet } from './worker-turns.js';

/** A history under way. */
export interface History extends Stage {
  /** Every form that did something, to be sent again at any time. */
  sent: Act[];
  told: string[];
}

/** Does the step to both desks and throws when they part. */
export async function takeStep(history: History, step: Step): Promise<void> {
  const before = new Map(history.plain.cases.map(({ id, status }) => [id, status]));
  await walk(history, step);
  const parted = [...(await differences(history)), ...(await brokenInvariants(history, before))];
  if (parted.length > 0) fail(history, parted.join('\n'));
}

export function fail(history: History, words: string): never {
  throw new Error(`${words}\nWhat had happened:\n  ${history.told.join('\n  ')}`);
}

async function walk(history: History, step: Step): Promise<void> {
  const { desk, plain } = history;
  switch (step.step) {
    case 'act':
      return act(history, step.wish, step.way);
    case 'crash':
      return crash(history, step.wish, step.beforeWrite);
    case 'race':
      return race(history, await drawForm(history, step.one), await drawForm(history, step.other));
    case 'go_on':
      return goOn(history, step);
    case 'grant':
      return grant(history, step);
    case 'send_old': {
      const old = history.sent[step.pick % Math.max(1, history.sent.length)];
      return old && send(history, old, 'old form');
    }
    case 'next':
      return nextCase(history, step.pick);
    case 'time':
      plain.now += step.seconds * 1000;
      history.told.push(`the clock goes to ${new Date(plain.now).toISOString()}`);
      return desk.setClock(plain.now);
    case 'work':
      return work(history, step.way);
    case 'die':
      history.told.push(`a worker dies in job ${step.row} at ${step.at}`);
      await dieInAJob(desk, { row: step.row, step: step.at });
      // Whatever it had done by then is done once, and the rest of it now.
      return work(history, 'plain');
    case 'flush':
      return flush(desk);
    case 'seal':
      return sealSoFar(desk);
  }
}

async function act(history: History, wish: Wish, way: 'once' | 'again' | 'at_once') {
  const form = await drawForm(history, wish);
  if (!form) return;
  if (way === 'at_once') return race(history, form, form);
  await send(history, form, way);
  if (way === 'again') await send(history, form, 'the same again');
}

/** One form, one answer, and the same from the plain desk. */
async function send(history: History, form: Act, how: string): Promise<void> {
  const came = await carryOut(history, form);
  const foreseen = foresee(history.plain, form);
  tell(history, form, `${how}: ${came}`);
  if (came !== foreseen) fail(history, `It answers ${came} and should answer ${foreseen}.`);
  if (foreseen === 'ok') history.sent.push(form);
  await learn(history);
}

function tell(history: History, form: Act, words: string): void {
  const who = 'by' in form ? ` by ${form.by}` : '';
  const at = history.plain.cases.findIndex((kase) => 'id' in form && kase.id === form.id);
  history.told.push(`${form.do} case ${at}${who}, ${words} ${JSON.stringify(form)}`);
}

/** The process dies before a write, or before the commit; the same form is sent again afterwards. */
async function crash(history: History, wish: Wish, beforeWrite: number): Promise<void> {
  const form = await drawForm(history, wish);
  if (!form || isOfMany(form)) return;
  const dying = new CrashingUnitOfWork(history.desk.app.get(UnitOfWork), beforeWrite);
  const came = await carryOut(history, form, dying).catch((error: unknown) => error);
  const isRefused = typeof came === 'string';
  if (!isRefused && !(came instanceof Crash)) throw came;
  tell(history, form, isRefused ? `refused before a crash: ${came}` : 'crashed');
  const parted = await differences(history);
  if (parted.length > 0) fail(history, `A crash left something: ${parted.join('; ')}`);
  await send(history, form, 'after the crash');
}

/** Both at the same moment: what came must be what comes of one after the other, in some order. */
async function race(history: History, one: Act | null, other: Act | null): Promise<void> {
  if (!one || !other) return;
  // A list of cases is a transaction for each, so that it has no one place in an order.
  if (isOfMany(one) || isOfMany(other)) {
    await send(history, one, 'before the next');
    return send(history, other, 'after the last');
  }
  // The share that is looked at again is one setting for both.
  if ('sampled' in one && 'sampled' in other) other.sampled = one.sampled;
  const came = await Promise.all([carryOut(history, one), carryOut(history, other)]);
  tell(history, one, `at once with the next: ${came[0]}`);
  tell(history, other, `at once with the last: ${came[1]}`);
  const orders = [inOrder(history.plain, one, other), swapped(inOrder(history.plain, other, one))];
  const possible = orders.filter(({ answers }) => isDeepStrictEqual(answers, came));
  const parted: string[] = [];
  for (const { after } of possible) {
    const tried = { ...history, plain: after };
    await learn(tried);
    const differing = await differences(tried);
    parted.push(...differing);
    if (differing.length > 0) continue;
    Object.assign(history.plain, after);
    if (came[0] === 'ok') history.sent.push(one);
    if (came[1] === 'ok') history.sent.push(other);
    return;
  }
  const wanted = JSON.stringify(orders.map(({ answers }) => answers));
  fail(history, `At once they answer ${came.join()}; in order ${wanted}. ${parted.join('; ')}`);
}

/** Several transactions, one after the other. */
const OF_MANY: readonly Act['do'][] = ['assign_all', 'give_all_back', 'reject_all', 'pay_again'];
const isOfMany = (form: Act) => OF_MANY.includes(form.do);

interface Order {
  answers: string[];
  after: PlainDesk;
}

function inOrder(plain: PlainDesk, first: Act, second: Act): Order {
  const after = structuredClone(plain);
  return { answers: [foresee(after, first), foresee(after, second)], after };
}

const swapped = ({ answers, after }: Order): Order => ({ answers: answers.toReversed(), after });

/** One case is taken on as an officer would, step by step. */
async function goOn(history: History, { kase, picks }: Extract<Step, { step: 'go_on' }>) {
  for (const pick of picks) {
    const { cases } = history.plain;
    const found = cases[kase % Math.max(1, cases.length)];
    const next = found ? nextStep(found, pick) : 'apply';
    const usual = { isAnybody: false, isStale: false, isWrong: false };
    if (next === 'work') await work(history, 'plain');
    else await act(history, { do: next, kase, pick, ...usual }, 'once');
  }
}

/** More than a new case needs until it is approved. */
const WAY_TO_A_PERMIT = 14;

/** A new application on the straight way to its permit; some must be paid twice for that. */
async function grant(history: History, { turn, isLapsed }: Extract<Step, { step: 'grant' }>) {
  const { cases } = history.plain;
  const usual = { isAnybody: false, isStale: false, isWrong: false };
  const pick = 1 + 60 * turn;
  const atHome = turn % 2 === 0 ? 0 : 3;
  const before = cases.length;
  await act(
    history,
    { do: 'apply', kase: atHome, pick: pick + (isLapsed ? 3 : 0), ...usual },
    'once',
  );
  const made = cases.length > before ? cases[before] : undefined;
  for (let step = 0; made && step < WAY_TO_A_PERMIT && made.status !== 'approved'; step += 1) {
    const next = nextStep(made, pick);
    if (next === 'work') await work(history, 'plain');
    else await act(history, { do: next, kase: before, pick, ...usual }, 'once');
  }
  await work(history, 'plain');
  for (const own of [turn + 1, turn * 7 + 3]) {
    const next = made?.status === 'approved' ? nextStep(made, own) : 'apply';
    if (next === 'apply' || next === 'work') continue;
    await act(history, { do: next, kase: before, pick: own, ...usual }, 'once');
  }
}

async function work(history: History, way: 'plain' | 'redis' | 'flushed'): Promise<void> {
  history.told.push(`the worker works (${way})`);
  if (way === 'plain') await workUntilQuiet(history.desk);
  else await workThroughRedis(history.desk, way === 'flushed');
  foreseeWorker(history.plain);
}

/** The next case is one that waits or whose lease ran out, never one on hold or decided before. */
async function nextCase(history: History, pick: number): Promise<void> {
  const { desk, plain } = history;
  const by = STAFF_KEYS[pick % STAFF_KEYS.length] ?? 'ann';
  const came = await desk.app.get(ClaimCase).claimNext(desk.staff[by]);
  history.told.push(`next case for ${by}: ${came}`);
  const free = plain.cases.filter((kase) => isFree(plain, kase) && !hasDecided(kase, by));
  const given = free.find(({ reference }) => reference === came);
  if (!given && (came !== null || free.length > 0)) {
    const names = free.map(({ reference }) => reference).join();
    fail(history, `The next case was ${came} and should be one of [${names}].`);
  }
  if (!given) return;
  take(plain, given, by);
  count(given, 'case-claimed');
}

function isFree({ now }: PlainDesk, kase: PlainCase): boolean {
  if (kase.status === 'submitted') return kase.onHoldUntil === null || kase.onHoldUntil <= now;
  return kase.status === 'in_review' && kase.claimedUntil <= now;
}
