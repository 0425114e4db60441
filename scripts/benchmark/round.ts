import type { DataSource } from 'typeorm';
import { type Doing, doings, type Officer, readSamples } from './doings.js';
import { type Figure, figure } from './figures.js';
import { measure, type Measured } from './measure.js';
import { Visitor } from './visitor.js';

export interface Round {
  source: DataSource;
  /** Address of the floor. */
  floor: string;
  officers: readonly Officer[];
  users: number;
  seconds: number;
  /** Of the cases there are, for the figures' names. */
  at: string;
}

/** Figures of one round, and the p95 of each doing at many users. */
export interface RoundFigures {
  figures: Figure[];
  p95: Map<string, number>;
}

/** Everything at one user and at many, and the floor of each right after it. */
export async function measureAll(round: Round): Promise<RoundFigures> {
  const found: RoundFigures = { figures: [], p95: new Map() };
  for (const doing of doings(await readSamples(round.source))) {
    const bytes = await bytesOf(doing, round);
    for (const users of [1, round.users]) {
      const real = await measureDoing(doing, { ...round, users });
      await doing.afterwards?.(round.source);
      const byHand = await measureFloor(doing, bytes, { ...round, users });
      found.figures.push(...figuresOf(doing, { real, byHand }, { ...round, users }, round.users));
      if (users === round.users) found.p95.set(doing.name, real.p95);
    }
  }
  return found;
}

function figuresOf(
  doing: Doing,
  { real, byHand }: { real: Measured; byHand: Measured },
  { users, at }: Round,
  many: number,
): Figure[] {
  const name = `${doing.name}, ${users} ${users === 1 ? 'user' : 'users'}, ${at}`;
  console.log(
    `  ${name}: ${real.count} times, p95 ${real.p95.toFixed(1)} ms, by hand ${byHand.p95.toFixed(1)} ms`,
  );
  return [
    figure(`${name}: throughput`, 'requests/s', real.perSecond, { floor: byHand.perSecond }),
    figure(`${name}: p50`, 'ms', real.p50, { floor: byHand.p50 }),
    figure(`${name}: p95`, 'ms', real.p95, {
      floor: byHand.p95,
      ...(users === many ? { aim: 3 } : {}),
    }),
  ];
}

/** The size of the page that the floor has to send too; what is done once ends in a redirect. */
async function bytesOf(doing: Doing, { officers: [officer] }: Round): Promise<number> {
  if (doing.floor === 'write' || !officer) return 500;
  return (await doing.act(officer)).bytes;
}

function measureDoing(doing: Doing, { users, seconds, officers }: Round): Promise<Measured> {
  const mostEach = doing.mostEach ?? Infinity;
  return measure({ users, seconds, mostEach }, async (user) => {
    const officer = officers[user];
    if (!officer) throw new Error('There are fewer officers than users.');
    await doing.act(officer);
  });
}

async function measureFloor(doing: Doing, bytes: number, round: Round): Promise<Measured> {
  const people = Array.from({ length: round.users }, () => new Visitor(round.floor));
  const load = { users: round.users, seconds: Math.max(1, round.seconds / 2) };
  const measured = await measure(load, async (user) => {
    const of = doing.of[Math.floor(Math.random() * doing.of.length)] ?? '';
    const path = `/${doing.floor}?bytes=${bytes}&of=${encodeURIComponent(of)}`;
    const answer = await people[user]?.get(path);
    if (answer?.status !== 200) throw new Error(`The floor answered ${answer?.status}.`);
  });
  people.forEach((person) => person.leave());
  return measured;
}
