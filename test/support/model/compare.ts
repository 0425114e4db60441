import type { Stage } from './stage.js';
import type { PlainCase } from './plain-desk.js';

interface SeenCase {
  id: string;
  status: string;
  version: number;
  claimed_by: string | null;
  claimed_until: Date | null;
  on_hold_until: Date | null;
  round: number;
  registration: string;
}

/** Kept true by counting letters, commands and looks themselves. */
const COUNTED_OTHERWISE = [
  ...['letter-written', 'letter-sent', 'letter-failed', 'payment-settled'],
  ...['payment-needs-attention', 'register-asked', 'register-answered'],
];

/** In what the real desk differs from the plain one, in words; empty when in nothing. */
export async function differences(stage: Stage): Promise<string[]> {
  const ids = stage.plain.cases.map(({ id }) => id);
  if (ids.length === 0) return [];
  const { rows } = stage.desk;
  const [cases, events, letters, papers, decisions, slots, permits, money] = await Promise.all([
    rows<SeenCase>('SELECT * FROM applications WHERE id IN (?)', [ids]),
    rows<Row>(
      `SELECT application_id AS id, CONCAT(type, ' ', COUNT(*)) AS said FROM timeline_events
        WHERE application_id IN (?) AND type NOT IN (?) GROUP BY application_id, type`,
      [ids, COUNTED_OTHERWISE],
    ),
    rows<Row>(
      `SELECT application_id AS id, CASE state WHEN 'held' THEN state WHEN 'dropped' THEN state
              ELSE 'going' END AS said FROM letters WHERE application_id IN (?)`,
      [ids],
    ),
    rows<Row>(
      `SELECT p.application_id AS id, CONCAT_WS(' ', p.position, p.kind, p.virus_check,
              p.replaced_at IS NOT NULL, COALESCE(c.verdict, 'none')) AS said
         FROM evidence_papers p LEFT JOIN paper_checks c ON c.paper_id = p.id
        WHERE p.application_id IN (?)`,
      [ids],
    ),
    rows<Row>(
      `SELECT d.application_id AS id,
              CONCAT_WS(' ', d.round, d.outcome, COALESCE(q.state, 'none')) AS said
         FROM decisions d LEFT JOIN quality_checks q ON q.decision_id = d.id
        WHERE d.application_id IN (?)`,
      [ids],
    ),
    rows<Row>('SELECT application_id AS id, kind AS said FROM property_slots WHERE uprn IN (?)', [
      stage.plain.uprns,
    ]),
    rows<Row>('SELECT application_id AS id, uprn AS said FROM permits WHERE uprn IN (?)', [
      stage.plain.uprns,
    ]),
    moneyRows(stage, ids),
  ]);
  const seen = { events, letters, papers, decisions, slots, permits, ...money };
  return stage.plain.cases.flatMap((kase) => [
    ...differencesOf('case', plainCase(stage, kase), realCase(cases, kase)),
    ...Object.entries(wanted(stage, kase)).flatMap(([what, said]) =>
      differencesOf(
        what,
        said,
        seen[what as keyof typeof seen]
          .filter(({ id }) => id === kase.id)
          .map(({ said: it }) => it),
      ).map((words) => `${kase.reference}: ${words}`),
    ),
  ]);
}

async function moneyRows({ desk: { rows } }: Stage, ids: string[]) {
  const [commands, exceptions, payRequests, payments] = await Promise.all(
    MONEY_ROWS.map((sql) => rows<Row>(sql, [ids])),
  );
  return {
    ...{ commands: commands ?? [], exceptions: exceptions ?? [] },
    ...{ payRequests: payRequests ?? [], payments: payments ?? [] },
  };
}

const MONEY_ROWS = [
  `SELECT application_id AS id,
          CONCAT_WS(' ', kind, IF(state = 'unknown', 'requested', state), effect) AS said
     FROM payment_commands WHERE application_id IN (?)`,
  `SELECT application_id AS id, CONCAT_WS(' ', amount_pence, state) AS said
     FROM refund_exceptions WHERE application_id IN (?)`,
  'SELECT application_id AS id, state AS said FROM payment_requests WHERE application_id IN (?)',
  `SELECT application_id AS id, CONCAT_WS(' ', amount_pence, replaced_at IS NULL) AS said
     FROM payments WHERE application_id IN (?)`,
] as const;

interface Row {
  id: string;
  said: string;
}

function differencesOf(what: string, plain: string[], real: string[]): string[] {
  const [wants, has] = [[...plain].sort().join(', '), [...real].sort().join(', ')];
  return wants === has ? [] : [`${what} should be [${wants}] and are [${has}]`];
}

function plainCase({ desk }: Stage, kase: PlainCase): string[] {
  const { status, version, round, registration, onHoldUntil } = kase;
  const holder = status === 'in_review' ? kase.claimedBy : null;
  const id = holder === null ? '' : desk.staff[holder].id;
  const until = holder === null ? '' : new Date(kase.claimedUntil).toISOString();
  const wakes = onHoldUntil === null ? '' : new Date(onHoldUntil).toISOString();
  return [[status, version, round, registration, id, until, wakes].join(' ')];
}

function realCase(cases: readonly SeenCase[], { id }: PlainCase): string[] {
  const row = cases.find((one) => one.id === id);
  if (!row) return ['nothing'];
  const isHeld = row.status === 'in_review';
  const until = isHeld ? (row.claimed_until?.toISOString() ?? '') : '';
  const holder = isHeld ? (row.claimed_by ?? '') : '';
  const wakes = row.on_hold_until?.toISOString() ?? '';
  return [[row.status, row.version, row.round, row.registration, holder, until, wakes].join(' ')];
}

function wanted({ plain }: Stage, kase: PlainCase) {
  const { going, held, dropped } = kase.letters;
  const states = { going, held, dropped };
  return {
    events: Object.entries(kase.events).map(([type, times]) => `${type} ${times}`),
    letters: Object.entries(states).flatMap(([state, many]) => Array<string>(many).fill(state)),
    papers: kase.papers.map(({ position, kind, virus, isReplaced, check }) =>
      [position, kind, virus, Number(isReplaced), check?.verdict ?? 'none'].join(' '),
    ),
    decisions: kase.decisions.map(({ round, outcome, look }) =>
      [round, outcome, look?.state ?? 'none'].join(' '),
    ),
    commands: [...kase.oldMoney, ...(kase.money ? [kase.money] : [])]
      .flatMap(({ commands }) => commands)
      .map(({ kind, state, effect }) =>
        [kind, state, ...(effect === null ? [] : [effect])].join(' '),
      ),
    exceptions: kase.exceptions.map(({ pence, state }) => `${pence} ${state}`),
    payRequests: kase.payRequests.map(({ state }) => state),
    payments: [
      ...kase.oldMoney.map(({ pence }) => `${pence} 0`),
      ...(kase.money ? [`${kase.money.pence} 1`] : []),
    ],
    slots: plain.slots.filter(({ caseId }) => caseId === kase.id).map(({ kind }) => kind),
    permits: plain.permits.filter(({ caseId }) => caseId === kase.id).map(({ uprn }) => uprn),
  };
}
