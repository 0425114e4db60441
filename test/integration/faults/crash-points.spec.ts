import { isDeepStrictEqual } from 'node:util';
import { verifyLedger } from '../../../src/ledger/verify-ledger.queries.js';
import { newChance } from '../../support/faults/chance.js';
import { settlementOf, waitUntilQuiet } from '../../support/faults/settled-cases.js';
import { waitUntil } from '../../support/faults/wait-until.js';
import { booksOf } from '../../support/crash-points/books.js';
import { type CrashDesk, startCrashDesk } from '../../support/crash-points/crash-desk.js';
import { STORIES } from '../../support/crash-points/stories.js';
import type { Answered, Story, Told } from '../../support/crash-points/telling.js';

/** `CRASH_POINTS=all` goes to every point of every story; otherwise so many of each are drawn. */
const isAll = process.env['CRASH_POINTS'] === 'all';
const DRAWN = { web: 1, worker: 1 };
/** Two cores may be busy with many other things. */
const PATIENCE_MS = isAll ? 7_200_000 : 600_000;
const DEATH_MS = 30_000;
/** It may die at something that it does when it has answered, or when the last job is done. */
const LATE_MS = 1000;
/** What runs side by side passes other points another time: so often one is gone to. */
const TRIES = isAll ? 3 : 1;
const chance = newChance('crash points');
const say = (words: string) => process.stderr.write(`${words}\n`);

let desk: CrashDesk;
beforeAll(async () => {
  desk = await startCrashDesk();
}, PATIENCE_MS);
afterAll(() => desk.stop(), 30_000);

type Where = 'web' | 'worker';

async function endOf({ added }: Told) {
  const { command, letters, ...settled } = await settlementOf(desk, added);
  const commands = command.split(',').filter(Boolean).sort();
  const { journals, credits } = await booksOf(desk, added.id);
  // Of money that was taken before anybody looked, the hold is posted when it is read in time.
  const isLate = (kind: string) => added.money === 'captured' && kind === 'hold_placed';
  return {
    ...{ ...settled, commands, letters, credits, notices: await noticesOf(added) },
    journals: journals.filter((kind) => !isLate(kind)),
  };
}

async function noticesOf({ providerPaymentId }: Told['added']): Promise<string[]> {
  const rows = await desk.database.rows<{ result: string }>(
    'SELECT result FROM webhook_inbox WHERE provider_payment_id = ?',
    [providerPaymentId],
  );
  return rows.map(({ result }) => result);
}

const LOOKS = `SELECT id FROM outbox_jobs
  WHERE job = 'follow-letter' AND state = 'waiting' AND due_at <= UTC_TIMESTAMP(3)`;

/** Nothing is left to be done, and whether each letter arrived was asked for the first time. */
async function untilQuiet({ begun }: Told): Promise<void> {
  await begun?.();
  await waitUntilQuiet(desk);
  const areLookedAt = async () => (await desk.database.rows(LOOKS)).length === 0;
  await waitUntil('each letter was looked at', areLookedAt);
}

/** Whatever is written and belongs to a case is written in a transaction that has a name. */
function expectNamed(): void {
  const unnamed = [...desk.web.passed(), ...desk.worker.passed()].filter((point) =>
    point.startsWith('unnamed'),
  );
  expect(unnamed).toEqual([]);
}

type End = Awaited<ReturnType<typeof endOf>>;

interface Undisturbed {
  points: Record<Where, string[]>;
  end: End;
}

/** Every point the story passes when nobody dies, and how it ends then: as its plain words say. */
async function undisturbed(story: Story): Promise<Undisturbed> {
  await Promise.all([desk.web.alive(), desk.worker.alive()]);
  const told = await story.tell(desk);
  desk.web.live();
  desk.worker.live();
  expect(await told.press()).toBe(story.answer);
  await untilQuiet(told);
  const end = await endOf(told);
  const { moved, notices, asked: settledEvents } = story;
  expect(end).toMatchObject({ moved, notices, settledEvents, ...story.books });
  expect(end.commands).toHaveLength(settledEvents);
  expect(end.commands.filter((words) => !words.startsWith('settled '))).toEqual([]);
  expect(end.messages).toBe(end.letters.length);
  expectNamed();
  return { points: { web: desk.web.passed(), worker: desk.worker.passed() }, end };
}

interface Died {
  hasDied: boolean;
  end: End;
}

/** Dies at the point, starts again, and runs until quiet. */
async function dieAt(story: Story, where: Where, point: string): Promise<Died> {
  await Promise.all([desk.web.alive(), desk.worker.alive()]);
  const told = await story.tell(desk);
  desk[where].dieAt(point);
  const answer = await told.press();
  const hasDied = await diedOrQuiet(told, where, answer);
  desk[where].live();
  await Promise.all([desk.web.alive(), desk.worker.alive()]);
  // The very same form or notice: its first sending may have been taken.
  if (answer === null) expect(await told.press()).toBe(story.answer);
  await desk.worker.during(() => untilQuiet(told));
  expectNamed();
  return { hasDied, end: await endOf(told) };
}

/** When all is quiet and nobody died, the point was not passed. */
async function diedOrQuiet(told: Told, where: Where, answer: Answered): Promise<boolean> {
  if (where === 'web') return desk.web.died(answer === null ? DEATH_MS : LATE_MS);
  const isDead = () => desk.worker.died(LATE_MS);
  return Promise.race([desk.worker.died(DEATH_MS), untilQuiet(told).then(isDead, isDead)]);
}

/** One that nobody died at gives its place to the next. */
async function dieAtSome(story: Story, where: Where, { points, end }: Undisturbed) {
  const order = shuffled(points[where]);
  const wanted = isAll ? order.length : Math.min(DRAWN[where], order.length);
  const died: string[] = [];
  const missed: string[] = [];
  const violations: unknown[] = [];
  for (const point of order) {
    if (died.length === wanted) break;
    let hasDied = false;
    for (let tries = 0; tries < TRIES && !hasDied; tries += 1) {
      const came = await dieAt(story, where, point);
      if (!isDeepStrictEqual(came.end, end)) violations.push({ point, ...came });
      hasDied = came.hasDied;
    }
    (hasDied ? died : missed).push(point);
  }
  const others = missed.length === 0 ? '' : `; not passed again: ${missed.join(' ')}`;
  say(`${story.name}, ${where}: died at ${died.length} of ${order.length} points${others}`);
  expect({ where, end, violations }).toEqual({ where, end, violations: [] });
  // What runs side by side passes a point more or less often each time: each name is died at.
  if (isAll) expect(names(died)).toEqual(names(order));
  else expect(died).toHaveLength(wanted);
}

const names = (points: readonly string[]) =>
  [...new Set(points.map((point) => point.split('#')[0]))].sort();

function shuffled(points: readonly string[]): string[] {
  const left = [...points];
  return points.map(() => left.splice(Math.floor(chance.below(left.length)), 1)[0] ?? '');
}

describe('killed at a named point, started again, run until quiet (R9.3)', () => {
  it.each(STORIES)(
    '$name moves the money once, and the ledger says so',
    async (story) => {
      const passed = await undisturbed(story);
      say(`${story.name}: ${JSON.stringify(passed.points)}`);
      await dieAtSome(story, 'web', passed);
      await dieAtSome(story, 'worker', passed);
    },
    PATIENCE_MS,
  );

  it('leaves a ledger that verifies, whoever died', async () => {
    expect(await desk.database.write(verifyLedger)).toMatchObject({ faults: [] });
  });
});
