import type { DataSource } from 'typeorm';
import { type Doing, doings, type Floor, type Officer, readSamples } from './doings.js';
import { type Figure, figure } from './figures.js';
import { measure, type Measured } from './measure.js';
import { processorMs } from './processor-time.js';
import type { Profiles } from './profiled.js';
import { Visitor } from './visitor.js';

export interface Round {
  source: DataSource;
  /** Address of the floor. */
  floor: string;
  /** The processes of both, whose processor time is read. */
  pids: { web: number; floor: number };
  officers: readonly Officer[];
  users: number;
  seconds: number;
  /** The names of what is measured; everything when left out. */
  only?: readonly string[] | undefined;
  /** Where the processor time goes at many users; a profile itself costs time. */
  profiles?: Profiles | undefined;
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
  const samples = await readSamples(round.source);
  const found: RoundFigures = {
    figures: await leastOfAll(samples.references, round),
    p95: new Map(),
  };
  for (const doing of doings(samples).filter(({ name }) => round.only?.includes(name) ?? true)) {
    const bytes = await bytesOf(doing, round);
    for (const users of [1, round.users]) {
      const measuring = () => measureDoing(doing, { ...round, users });
      const profiles = users === round.users ? round.profiles : undefined;
      const real = await (profiles ? profiles.during(doing.name, measuring) : measuring());
      await doing.afterwards?.(round.source);
      const byHand = await measureFloor(doing, bytes, { ...round, users });
      found.figures.push(...figuresOf(doing, { real, byHand }, { ...round, users }, round.users));
      if (users === round.users) found.p95.set(doing.name, real.p95);
      found.figures.push(...(await figuresBesides(doing, real, { ...round, users })));
    }
  }
  return found;
}

async function figuresBesides(
  { name, besides }: Doing,
  real: Timed,
  round: Round,
): Promise<Figure[]> {
  if (!besides) return [];
  const byHand = await measureFloor(besides, 500, round);
  const of = `${name}, ${inWords(round.users)}, ${round.at}: p95 to ${besides.words}`;
  return [figure(of, 'ms', real.p95, { floor: byHand.p95 })];
}

/** What this machine gives for one row by its key: no page, but it says how fast the minute was. */
async function leastOfAll(of: readonly string[], round: Round): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const users of [1, round.users]) {
    const { perSecond, p95 } = await measureFloor({ floor: 'row', of }, 500, { ...round, users });
    const name = `one row by its key, ${inWords(users)}, ${round.at}`;
    figures.push(
      figure(`${name}: throughput`, 'requests/s', perSecond),
      figure(`${name}: p95`, 'ms', p95),
    );
  }
  return figures;
}

function figuresOf(
  doing: Doing,
  { real, byHand }: { real: Timed; byHand: Timed },
  { users, at }: Round,
  many: number,
): Figure[] {
  const name = `${doing.name}, ${inWords(users)}, ${at}`;
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
    figure(`${name}: processor time of the process`, 'ms', real.processorMs, {
      floor: byHand.processorMs,
    }),
  ];
}

function inWords(users: number): string {
  return `${users} ${users === 1 ? 'user' : 'users'}`;
}

/** The size of the page that the floor has to send too; what is done once ends in a redirect. */
async function bytesOf(doing: Doing, { officers: [officer] }: Round): Promise<number> {
  if (doing.floor === 'write' || !officer) return 500;
  return (await doing.act(officer)).bytes;
}

/** With the milliseconds of processor that one time took the process that answers. */
type Timed = Measured & { processorMs: number };

async function timed(pid: number, work: () => Promise<Measured>): Promise<Timed> {
  const before = processorMs(pid);
  const measured = await work();
  return { ...measured, processorMs: (processorMs(pid) - before) / measured.begun };
}

function measureDoing(doing: Doing, { users, seconds, officers, pids }: Round): Promise<Timed> {
  const mostEach = doing.mostEach ?? Infinity;
  return timed(pids.web, () =>
    measure({ users, seconds, mostEach }, async (user) => {
      const officer = officers[user];
      if (!officer) throw new Error('There are fewer officers than users.');
      await doing.act(officer);
    }),
  );
}

async function measureFloor(asked: Floor, bytes: number, round: Round): Promise<Timed> {
  const people = Array.from({ length: round.users }, () => new Visitor(round.floor));
  const load = { users: round.users, seconds: Math.max(1, round.seconds / 2) };
  const act = async (user: number) => {
    const of = asked.of[Math.floor(Math.random() * asked.of.length)] ?? '';
    const path = `/${asked.floor}?bytes=${bytes}&of=${encodeURIComponent(of)}`;
    const answer = await people[user]?.get(path);
    if (answer?.status !== 200) throw new Error(`The floor answered ${answer?.status}.`);
  };
  const measured = await timed(round.pids.floor, () => measure(load, act));
  people.forEach((person) => person.leave());
  return measured;
}
