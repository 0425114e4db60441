import { availableParallelism } from 'node:os';
import { fork } from 'node:child_process';
import type { DemoCase } from '../plan/demo-case.js';
import type { DemoDesk } from './demo-desk.js';
import { type Portal, sendApplication } from './send-application.js';

/** Drawing and converting papers is most of the work, so it is shared out among processes. */
const MOST_PROCESSES = 4;

/** A share of the applications: number `index` of `count`, from 0. */
export interface Share {
  index: number;
  count: number;
}

/**
 * The applications that rest on nothing decided before them. Those of one property stay together
 * and in their order, since one sees the other.
 */
export function earlyArrivals(
  cases: readonly DemoCase[],
  { index, count }: Share = { index: 0, count: 1 },
): DemoCase[] {
  const early = cases.filter(({ isLate, concerns }) => !isLate && concerns === null);
  const homes = [...new Set(early.map(({ home }) => home.uprn))];
  return early
    .filter(({ home }) => homes.indexOf(home.uprn) % count === index)
    .sort((one, other) => other.cameHoursAgo - one.cameHoursAgo);
}

export async function receiveArrivals(
  desk: DemoDesk,
  portal: Portal,
  cases: readonly DemoCase[],
): Promise<void> {
  for (const demo of cases) {
    await sendApplication(desk, portal, demo);
    process.send?.({ received: demo.key });
  }
}

/** Runs this script again once for each processor, each with its share. */
export async function receiveInParallel(
  script: string,
  cases: readonly DemoCase[],
  say: (text: string) => void,
): Promise<void> {
  const count = Math.min(MOST_PROCESSES, availableParallelism());
  const total = earlyArrivals(cases).length;
  let received = 0;
  const children = Array.from({ length: count }, (_, index) => {
    const child = fork(script, ['--share', `${index}/${count}`], { stdio: 'inherit' });
    child.on('message', () => {
      received += 1;
      if (received % 10 === 0 || received === total) say(`${received} of ${total} received`);
    });
    return child;
  });
  const endings = children.map(
    (child) =>
      new Promise<void>((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (code) => {
          if (code === 0) resolve();
          else reject(new Error(`A process that receives applications ended with ${code}.`));
        });
      }),
  );
  try {
    await Promise.all(endings);
  } finally {
    for (const child of children) child.kill();
  }
}
