import { callPay } from '../../../sandbox/pay/call-pay.js';
import type { Sandbox } from '../../../sandbox/start-sandbox.js';
import type { FaultBench, FaultCase } from './fault-bench.js';
import { waitUntil } from './wait-until.js';

type Bench = Pick<FaultBench, 'database' | 'sandbox'>;

/** What became of a case's money and letters, here and at the services. */
export interface Settled {
  command: string;
  letters: string[];
  /** What happened to the money at the payment service since the case was made. */
  moved: string[];
  /** Messages the service was given. */
  messages: number;
  settledEvents: number;
  sentEvents: number;
}

/** What moves the money, by its name at the payment service, and how it comes to that. */
export const MONEY_MOVES = {
  cancel: { money: 'held', decision: 'reject', command: 'settled hold_cancelled' },
  refund: { money: 'captured', decision: 'reject', command: 'settled refunded' },
  capture: { money: 'held', decision: 'approve', command: 'settled captured' },
} as const;

export type MoneyMove = keyof typeof MONEY_MOVES;

/** A decision done exactly once: one effect at the payment service, one message, both known here. */
export function settledOnce(move: MoneyMove): Settled {
  return {
    command: MONEY_MOVES[move].command,
    moved: [move],
    letters: ['sent'],
    messages: 1,
    settledEvents: 1,
    sentEvents: 1,
  };
}

export async function settlementOf(bench: Bench, added: FaultCase): Promise<Settled> {
  const { id } = added;
  const { database, sandbox } = bench;
  const commands = await database.rows<{ state: string; effect: string | null }>(
    'SELECT state, effect FROM payment_commands WHERE application_id = ?',
    [id],
  );
  const letters = await database.rows<{ id: string; state: string }>(
    'SELECT id, state FROM letters WHERE application_id = ?',
    [id],
  );
  const events = await database.rows<{ type: string }>(
    'SELECT type FROM timeline_events WHERE application_id = ?',
    [id],
  );
  const messages = await Promise.all(
    letters.map((letter) => sandbox.control.messages({ reference: letter.id })),
  );
  return {
    command: commands.map(({ state, effect }) => `${state} ${effect}`).join(),
    letters: letters.map(({ state }) => (state === 'delivered' ? 'sent' : state)),
    moved: await movesOf(sandbox, added),
    messages: messages.flat().length,
    settledEvents: events.filter(({ type }) => type === 'payment-settled').length,
    sentEvents: events.filter(({ type }) => type === 'letter-sent').length,
  };
}

/** From the payment's own history: a capture asked for twice is one, as at the real service. */
async function movesOf(sandbox: Sandbox, { providerPaymentId, money }: FaultCase) {
  const path = `/v1/payments/${providerPaymentId}`;
  const history = await callPay(sandbox.payUrl, 'GET', `${path}/events`);
  const { events } = history.json as { events: { state: { status: string } }[] };
  const since = events.map(({ state }) => state.status);
  const returned = await callPay(sandbox.payUrl, 'GET', `${path}/refunds`);
  const { _embedded } = returned.json as { _embedded: { refunds: unknown[] } };
  return [
    ...since.filter((status) => status === 'cancelled').map(() => 'cancel'),
    ...since
      .filter((status) => status === 'success')
      .map(() => 'capture')
      .slice(money === 'held' ? 0 : 1),
    ..._embedded.refunds.map(() => 'refund'),
  ];
}

const OPEN_JOBS = `SELECT id, job, subject_id AS subject, attempts, last_problem AS problem, due_at AS dueAt,
         queued_until AS queuedUntil, lease_until AS leaseUntil
    FROM outbox_jobs WHERE state = 'waiting' AND job <> 'follow-letter'`;

/** Waits until every release, capture and letter of the bench is done. */
export async function waitUntilQuiet({ database }: Bench): Promise<void> {
  await waitUntil(
    'every job is done',
    async () => {
      await skipPauses(database);
      return (await database.rows(OPEN_JOBS)).length === 0;
    },
    { describe: () => database.rows(OPEN_JOBS) },
  );
}

/** A job that waits a minute for the service to make up its mind waits no longer: the test is sure. */
async function skipPauses(database: FaultBench['database']): Promise<void> {
  await database.rows(
    `UPDATE letters SET sent_at = sent_at - INTERVAL 2 MINUTE
      WHERE state = 'unknown' AND sent_at > UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE
        AND id IN (SELECT subject_id FROM outbox_jobs
                    WHERE job = 'send-letter' AND state = 'waiting'
                      AND due_at > UTC_TIMESTAMP(3) + INTERVAL 20 SECOND)`,
  );
  await database.rows(
    `UPDATE outbox_jobs SET due_at = UTC_TIMESTAMP(3)
      WHERE state = 'waiting' AND job <> 'follow-letter'
        AND due_at > UTC_TIMESTAMP(3) + INTERVAL 5 SECOND`,
  );
}
