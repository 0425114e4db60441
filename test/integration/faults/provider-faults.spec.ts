import type { FaultKind } from '../../../sandbox/control/faults.js';
import {
  type FaultBench,
  type FaultCase,
  startFaultBench,
  type Web,
} from '../../support/faults/fault-bench.js';
import {
  addOfficer,
  fillApproval,
  fillRejection,
  type Officer,
  press,
} from '../../support/faults/officers.js';
import {
  MONEY_MOVES,
  type MoneyMove,
  settledOnce,
  settlementOf,
  waitUntilQuiet,
} from '../../support/faults/settled-cases.js';
import { waitUntil } from '../../support/faults/wait-until.js';

/** Two cores may be busy with many other things. */
const PATIENCE_MS = 300_000;
interface Spoilt {
  fault: FaultKind;
  /** Meets the reading of the payment instead of what moves the money. */
  operation?: 'read' | 'list-refunds';
  delayMs?: number;
  times?: number;
}

/** Longer than the ten seconds that we wait for an answer. */
const TOO_LONG_MS = 11_000;

const SPOILT: readonly Spoilt[] = [
  { fault: 'drop-before' },
  { fault: 'drop-after' },
  { fault: 'drop-after', times: 2 },
  { fault: 'status-500', times: 2 },
  { fault: 'status-503' },
  { fault: 'status-429', times: 2 },
  { fault: 'status-409' },
  { fault: 'delay', delayMs: 800 },
  { fault: 'delay', delayMs: TOO_LONG_MS },
  { fault: 'delay-answer', delayMs: TOO_LONG_MS },
  { fault: 'drop-before', operation: 'read' },
  { fault: 'status-500', operation: 'read', times: 2 },
  { fault: 'status-503', operation: 'list-refunds' },
];

let bench: FaultBench;
let web: Web;
let officer: Officer;

beforeAll(async () => {
  bench = await startFaultBench();
  web = await bench.startWeb();
  officer = await addOfficer(bench, web.url);
}, PATIENCE_MS);
afterAll(() => bench.stop(), 30_000);

/** Decides a case over the web; the payment service will misbehave about it. */
async function decideSpoilt(move: MoneyMove, spoilt: Spoilt): Promise<FaultCase> {
  const { money, decision } = MONEY_MOVES[move];
  const added = await bench.addCase(officer.id, money);
  await bench.sandbox.control.addFault({
    ...{ service: 'pay', paymentId: added.providerPaymentId },
    ...{ operation: move, ...spoilt },
  });
  const browser = officer.at(web.url);
  const fill = decision === 'approve' ? fillApproval : fillRejection;
  expect((await press(browser, await fill(browser, added))).status).toBe(303);
  return added;
}

const requestsAbout = ({ providerPaymentId }: FaultCase) =>
  bench.sandbox.control.log({ service: 'pay', paymentId: providerPaymentId });

const inWords = ({ fault, operation, delayMs, times }: Spoilt) =>
  [fault, operation && `of ${operation}`, delayMs && `${delayMs} ms`, times && `${times} times`]
    .filter(Boolean)
    .join(' ');

describe('a payment service that misbehaves (R1.3, R1.4, R1.6)', () => {
  const table = (['cancel', 'refund', 'capture'] as const).flatMap((move) =>
    SPOILT.map((spoilt) => ({ move, spoilt, words: `${move}: ${inWords(spoilt)}` })),
  );
  const cases = new Map<string, FaultCase>();

  beforeAll(async () => {
    for (const { move, spoilt, words } of table) {
      cases.set(words, await decideSpoilt(move, spoilt));
    }
    bench.startWorker();
    bench.startWorker();
    await waitUntilQuiet(bench);
    await waitUntil('the last delay is over', async () => {
      const asked = await Promise.all([...cases.values()].map(requestsAbout));
      return asked.every((requests) => requests.some(({ fault }) => fault));
    });
  }, PATIENCE_MS);

  it.each(table)('moves the money once: $words', async ({ move, words }) => {
    const added = cases.get(words) as FaultCase;
    expect(await settlementOf(bench, added)).toEqual(settledOnce(move));
  });
});
