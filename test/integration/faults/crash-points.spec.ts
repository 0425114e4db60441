import { newChance } from '../../support/faults/chance.js';
import { settlementOf, waitUntilQuiet } from '../../support/faults/settled-cases.js';
import { booksOf } from '../../support/crash-points/books.js';
import { type CrashDesk, startCrashDesk } from '../../support/crash-points/crash-desk.js';
import { STORIES, type Story, type Told } from '../../support/crash-points/stories.js';

/** `CRASH_POINTS=all` goes to every point of every story; otherwise so many of each are drawn. */
const isAll = process.env['CRASH_POINTS'] === 'all';
const DRAWN = { web: 1, worker: 2 };
/** Two cores may be busy with many other things. */
const PATIENCE_MS = isAll ? 7_200_000 : 600_000;
const DEATH_MS = 30_000;
const chance = newChance('crash points');

let desk: CrashDesk;
beforeAll(async () => {
  desk = await startCrashDesk();
}, PATIENCE_MS);
afterAll(() => desk.stop(), 30_000);

type Where = 'web' | 'worker';

async function endOf({ added }: Told) {
  const { command, letters, ...settled } = await settlementOf(desk, added);
  const commands = command.split(',').sort();
  const { journals, credits } = await booksOf(desk, added.id);
  // Of money that was taken before anybody looked, the hold is posted when it is read in time.
  const isLate = (kind: string) => added.money === 'captured' && kind === 'hold_placed';
  return {
    ...{ ...settled, commands, letters, credits },
    journals: journals.filter((kind) => !isLate(kind)),
  };
}

async function untilQuiet({ begun }: Told): Promise<void> {
  await begun?.();
  await waitUntilQuiet(desk);
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
  expect(await told.press()).toBe(303);
  await untilQuiet(told);
  const end = await endOf(told);
  expect(end).toMatchObject({
    ...{ moved: story.moved, settledEvents: story.moved.length, ...story.books },
    commands: end.commands.map(() => expect.stringMatching(/^settled /) as string),
  });
  expect(end.messages).toBe(end.letters.length);
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
  // The very same form: its first sending may have been taken.
  if (answer === null) expect(await told.press()).toBe(303);
  await untilQuiet(told);
  return { hasDied, end: await endOf(told) };
}

/** What runs side by side does not pass every point each time: then all is quiet, and nobody died. */
async function diedOrQuiet(told: Told, where: Where, answer: number | null): Promise<boolean> {
  if (where === 'web') return answer === null && (await desk.web.died(DEATH_MS));
  const isDead = () => desk.worker.isDead();
  return Promise.race([desk.worker.died(DEATH_MS), untilQuiet(told).then(isDead, isDead)]);
}

/** What runs side by side passes other points another time: one that nobody died at gives its place to the next. */
async function dieAtSome(story: Story, where: Where, { points, end }: Undisturbed) {
  const order = shuffled(points[where]);
  const wanted = isAll ? order.length : Math.min(DRAWN[where], order.length);
  let [tried, deaths] = [0, 0];
  for (const point of order) {
    if (deaths === wanted) break;
    const came = await dieAt(story, where, point);
    expect({ where, point, ...came.end }).toEqual({ where, point, ...end });
    tried += 1;
    deaths += Number(came.hasDied);
  }
  process.stderr.write(`${story.name}, ${where}: ${tried} points, ${deaths} deaths\n`);
  expect(deaths).toBeGreaterThanOrEqual(isAll ? tried / 2 : wanted);
}

function shuffled(points: readonly string[]): string[] {
  const left = [...points];
  return points.map(() => left.splice(Math.floor(chance.below(left.length)), 1)[0] ?? '');
}

describe('killed at a named point, started again, run until quiet (R9.3)', () => {
  it.each(STORIES)(
    '$name moves the money once, and the ledger says so',
    async (story) => {
      const passed = await undisturbed(story);
      process.stderr.write(`${story.name}: ${JSON.stringify(passed.points)}\n`);
      await dieAtSome(story, 'web', passed);
      await dieAtSome(story, 'worker', passed);
    },
    PATIENCE_MS,
  );
});
