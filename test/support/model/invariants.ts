import { APPLICATION_TRANSITIONS } from '../../../src/applications/application-status.rules.js';
import { PaperFiles } from '../../../src/evidence/paper-files.js';
import { findPaperById } from '../../../src/evidence/virus-checks.store.js';
import { Database } from '../../../src/platform/database/transaction.js';
import type { Stage } from './stage.js';
import { type PlainCase, SLOT_LIMITS } from './plain-desk.js';
import { sealSoFar, unsealed } from './seals.js';

/** What the database must never hold, whatever the plain desk thinks: no row is a good answer. */
const NEVER = {
  'I1: two decisions of one round': `
    SELECT application_id FROM decisions WHERE application_id IN (?)
     GROUP BY application_id, round HAVING COUNT(*) > 1`,
  'I1: decided without a decision, or a decision of an open round': `
    SELECT a.id FROM applications a LEFT JOIN decisions d
        ON d.application_id = a.id AND d.round = a.round
     WHERE a.id IN (?) AND (CASE WHEN a.status IN ('approved', 'rejected', 'withdrawn')
           THEN COALESCE(d.outcome, '') <> a.status ELSE d.id IS NOT NULL END)`,
  'I2: two commands for one decision': `
    SELECT decision_id FROM payment_commands
     WHERE application_id IN (?) AND decision_id IS NOT NULL
     GROUP BY decision_id HAVING COUNT(*) > 1`,
  'I2: the money is asked back twice': `
    SELECT application_id FROM payment_commands WHERE application_id IN (?) AND kind = 'release'
     GROUP BY application_id HAVING COUNT(*) > 1`,
  'I2: who asked for an exception answered it': `
    SELECT id FROM refund_exceptions
     WHERE application_id IN (?) AND state IN ('approved', 'declined') AND settled_by = requested_by`,
  'I2: an exception has not one refund, or one that was not approved has': `
    SELECT e.id FROM refund_exceptions e
      LEFT JOIN payment_commands c ON c.cause_id = e.id AND c.amount_pence = e.amount_pence
     WHERE e.application_id IN (?) GROUP BY e.id, e.state
    HAVING COUNT(c.id) <> (e.state = 'approved')`,
  'I2: two payments of one application count at once': `
    SELECT application_id FROM payments WHERE application_id IN (?) AND replaced_at IS NULL
     GROUP BY application_id HAVING COUNT(*) > 1`,
  'I5: a permit without its place': `
    SELECT p.id FROM permits p LEFT JOIN property_slots s ON s.application_id = p.application_id
     WHERE p.application_id IN (?) AND s.application_id IS NULL`,
  'I6: a permit without an accepted paper of residency that may be seen': `
    SELECT p.id FROM permits p WHERE p.application_id IN (?) AND NOT EXISTS (
      SELECT 1 FROM evidence_papers e JOIN paper_checks c ON c.paper_id = e.id
       WHERE e.application_id = p.application_id AND c.verdict = 'accept'
         AND e.kind IN ('utility_bill', 'tenancy_agreement', 'bank_statement')
         AND e.virus_check IN ('clean', 'not_scanned') AND e.replaced_at IS NULL)`,
  'I10: a paper that was not let through is accepted': `
    SELECT e.id FROM evidence_papers e JOIN paper_checks c ON c.paper_id = e.id
     WHERE e.application_id IN (?) AND c.verdict = 'accept'
       AND e.virus_check NOT IN ('clean', 'not_scanned')`,
  'I11: the letter of a decision that waits for its second look is not held': `
    SELECT q.id FROM quality_checks q
     WHERE q.application_id IN (?) AND q.state = 'waiting' AND NOT EXISTS (
      SELECT 1 FROM letters l
       WHERE l.application_id = q.application_id AND l.state = 'held')`,
  'I8: a letter without its one event': `
    SELECT l.id FROM letters l LEFT JOIN timeline_events t
        ON t.application_id = l.application_id AND t.type = 'letter-written'
       AND JSON_VALUE(t.payload, '$.letterId') = l.id
     WHERE l.application_id IN (?) GROUP BY l.id HAVING COUNT(t.id) <> 1`,
} as const;

export async function brokenInvariants(
  { desk, plain }: Stage,
  before: ReadonlyMap<string, PlainCase['status']>,
): Promise<string[]> {
  const ids = plain.cases.map(({ id }) => id);
  if (ids.length === 0) return [];
  const broken: string[] = [];
  // One question for all of them: it is asked after every step.
  const found = await desk.rows<{ what: string }>(
    Object.entries(NEVER)
      .map(([what, sql]) => `SELECT '${what}' AS what FROM (${sql}) AS q`)
      .join(' UNION ALL '),
    Object.keys(NEVER).map(() => ids),
  );
  broken.push(...found.map(({ what }) => what), ...(await overfull({ desk, plain })));
  for (const { id, status } of plain.cases) {
    const was = before.get(id);
    if (was && !isLegalPath(was, status)) broken.push(`I7: from ${was} to ${status}`);
  }
  return broken;
}

/** I4 and I5: no property has more places taken, or more permits that count, than its zone gives. */
async function overfull({ desk, plain }: Stage): Promise<string[]> {
  const taken = await desk.rows<{ kind: 'cap' | 'free'; held: string }>(
    'SELECT kind, COUNT(*) AS held FROM property_slots WHERE uprn IN (?) GROUP BY uprn, kind',
    [plain.uprns],
  );
  const active = await desk.rows<{ held: string }>(
    `SELECT COUNT(*) AS held FROM permits WHERE uprn IN (?) AND permit_type_code = 'resident'
        AND ends_at > ? AND ended_early_at IS NULL GROUP BY uprn`,
    [plain.uprns, new Date(plain.now)],
  );
  return [
    ...taken
      .filter(({ kind, held }) => Number(held) > SLOT_LIMITS[kind])
      .map(({ kind, held }) => `I4: ${held} places of ${kind}`),
    ...active
      .filter(({ held }) => Number(held) > SLOT_LIMITS.cap)
      .map(({ held }) => `I5: ${held} permits`),
  ];
}

type Steps = Readonly<Record<string, Readonly<Record<string, { to: string }>>>>;

/** I7: some way through the table of transitions leads there; a step of a history may go several. */
export function isLegalPath(from: string, to: string): boolean {
  const table: Steps = APPLICATION_TRANSITIONS;
  const reached = new Set([from]);
  for (const status of reached) {
    for (const { to: next } of Object.values(table[status] ?? {})) reached.add(next);
  }
  return reached.has(to);
}

/** When everything is quiet: what the services saw, what nobody may see, and the seals. */
export async function brokenAtRest(stage: Stage): Promise<string[]> {
  const { desk, plain } = stage;
  await sealSoFar(desk);
  return [
    ...(await lettersAtRest(stage)),
    ...(await moneyAtRest(stage)),
    ...(await papersSeen(stage)),
    ...(
      await unsealed(
        desk,
        plain.cases.map(({ id }) => id),
      )
    ).map((said) => `I8: ${said}`),
  ];
}

/** I11: what went, went once; what is held or was dropped never went. */
async function lettersAtRest({ desk, plain }: Stage): Promise<string[]> {
  const ids = plain.cases.map(({ id }) => id);
  if (ids.length === 0) return [];
  const letters = await desk.rows<{ id: string; state: string; kind: string }>(
    'SELECT id, state, kind FROM letters WHERE application_id IN (?)',
    [ids],
  );
  const messages = await desk.sandbox.control.messages();
  return letters.flatMap(({ id, state, kind }) => {
    const went = messages.filter(({ reference }) => reference === id).length;
    const should = state === 'held' || state === 'dropped' ? 0 : 1;
    const isSettled = should === 0 || state === 'sent' || state === 'delivered';
    return went === should && isSettled ? [] : [`I11: ${kind} is ${state} and went ${went} times`];
  });
}

/** I2: at the payment service the money is where the decisions put it, by one request each. */
async function moneyAtRest({ desk, plain }: Stage): Promise<string[]> {
  const [payments, log] = await Promise.all([
    desk.sandbox.control.payments(),
    desk.sandbox.control.log({ service: 'pay' }),
  ]);
  const all = plain.cases.flatMap(({ money, oldMoney, reference }) =>
    [...oldMoney, ...(money ? [money] : [])].map((one) => ({ money: one, reference })),
  );
  return all.flatMap(({ money, reference }) => {
    const payment = payments.find(({ payment_id }) => payment_id === money.id);
    const status = payment?.state.status ?? 'gone';
    const back = payment?.refund_summary.amount_submitted ?? 0;
    const wants = money.provider === 'refunded' ? 'success' : money.provider;
    const acted = log.filter(
      ({ paymentId, operation, acted: did }) =>
        paymentId === money.id && MOVES.includes(operation) && did,
    );
    const moved = money.commands.filter(
      ({ state, effect }) => state === 'settled' && effect !== 'nothing_to_return',
    );
    const isOnce = acted.length <= moved.length;
    return status === wants && back === money.backPence && isOnce
      ? []
      : [`I2: ${reference} is ${status} with ${back} back after ${acted.length} requests`];
  });
}

const MOVES = ['capture', 'cancel', 'refund'];

/** I10: what was not let through is shown to nobody. */
async function papersSeen({ desk, plain }: Stage): Promise<string[]> {
  const files = desk.app.get(PaperFiles);
  const closed = plain.cases
    .flatMap(({ papers }) => papers)
    .filter(({ virus }) => virus === 'waiting' || virus === 'infected');
  const seen: string[] = [];
  for (const { id } of closed) {
    const paper = await findPaperById(desk.app.get(Database).reader, id);
    const because = paper && (await files.readOriginal(paper).then(() => 'shown', reasonOf));
    if (because !== 'withheld') seen.push(`I10: a paper that must not be seen is ${because}`);
  }
  return seen;
}

const reasonOf = (error: unknown) =>
  error instanceof Error && 'because' in error ? String(error.because) : 'an error';
