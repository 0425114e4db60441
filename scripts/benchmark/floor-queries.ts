/**
 * What the floor asks: one query a page, written by hand, for the rows that the page shows. What the
 * desk keeps in memory (permit types, prices, zones, wordings) is asked for by neither.
 */
export interface FloorQuery {
  sql: string;
  /** So often, in one transaction; else once, and a transaction by itself. */
  times?: number;
}

/** Rows that an approval writes: status, decision, events, command, jobs, letter, place and permit. */
export const ROWS_OF_AN_APPROVAL = 13;

/** The first rows of one status in the order of the queue, by the index that has it. */
const queueRows = (
  where: string,
) => `(SELECT a.id, a.reference, a.applicant_name, a.permit_type_code,
    a.zone_code, a.status, a.received_at, a.hold_order_at, a.claimed_until, s.display_name AS holder
  FROM applications a LEFT JOIN staff_accounts s ON s.id = a.claimed_by
 WHERE ${where} ORDER BY a.hold_order_at, a.received_at, a.id LIMIT 25)`;

const QUEUE = ['submitted', 'in_review', 'awaiting_evidence']
  .map((status) => queueRows(`a.status = '${status}'`))
  .join(' UNION ALL ');

/** A list of the case `a`, each of its rows as one row; a page's lists are one statement together. */
const list = (columns: string, from: string) =>
  `SELECT JSON_ARRAY(${columns}) AS content FROM applications a JOIN ${from} AND a.reference = ?`;

const PAPERS = list(
  'e.position, e.kind, e.received_at, e.virus_check, c.verdict, c.dated_on, c.marks, c.note',
  `evidence_papers e LEFT JOIN paper_checks c ON c.paper_id = e.id
    WHERE e.application_id = a.id AND e.replaced_at IS NULL`,
);
const REQUESTS = list(
  'r.state, r.asked_at, r.answer_by_on, r.items, r.answered_at',
  'evidence_requests r WHERE r.application_id = a.id',
);
const DECISIONS = list(
  'd.round, d.outcome, d.decided_at, d.reasons',
  'decisions d WHERE d.application_id = a.id',
);
const CASE = `SELECT JSON_ARRAY(a.id, a.reference, a.version, a.status, a.round, a.permit_type_code,
    a.received_at, a.declared_at, a.applicant_name, a.applicant_email, a.applicant_mobile,
    a.contact_preference, a.zone_code, a.registration, a.vehicle_class, a.declared_make,
    a.declared_colour, a.keeper_name, a.keeper_kind, a.start_on, a.duration_months, a.price_pence,
    a.claimed_until, a.on_hold_until, a.hold_ends_at, a.paused_seconds, a.decided_at, p.address,
    p.town, p.postcode, holder.display_name, pay.state, pay.amount_pence, pay.refunded_pence) AS content
  FROM applications a JOIN properties p ON p.uprn = a.uprn
  LEFT JOIN staff_accounts holder ON holder.id = a.claimed_by
  LEFT JOIN payments pay ON pay.application_id = a.id
 WHERE a.reference = ?`;

const AROUND_THE_CASE = [
  list('z.zone_code, z.valid_from, z.valid_to', 'property_zones z WHERE z.uprn = a.uprn'),
  list('k.kind, k.state, k.requested_at', 'payment_commands k WHERE k.application_id = a.id'),
  list('s.kind, s.position, s.application_id', 'property_slots s WHERE s.uprn = a.uprn'),
  list(
    `m.reference, m.holder_name, m.starts_at, m.ends_at,
     (SELECT v.registration FROM permit_vehicles v WHERE v.permit_id = m.id LIMIT 1)`,
    `permits m
      WHERE m.uprn = a.uprn AND m.ends_at > UTC_TIMESTAMP(3)`,
  ),
  list(
    'o.reference, o.status, o.applicant_name, o.registration, o.received_at',
    'applications o WHERE o.uprn = a.uprn AND o.id <> a.id',
  ),
  list(
    'o.reference, o.status, o.applicant_name, o.received_at',
    'applications o WHERE o.applicant_email = a.applicant_email AND o.id <> a.id',
  ),
  list(
    'v.registration, v.covered_to, m.reference',
    `permit_vehicles v JOIN permits m ON m.id = v.permit_id
      WHERE v.registration_weak_key = a.registration_weak_key`,
  ),
  list('l.kind, l.channel, l.written_at, l.state', 'letters l WHERE l.application_id = a.id'),
  list(
    'n.words, n.written_at, s.display_name',
    `case_notes n JOIN staff_accounts s ON s.id = n.written_by WHERE n.application_id = a.id`,
  ),
  list(
    'h.reason, h.words, h.wake_on',
    'case_holds h WHERE h.application_id = a.id AND h.ended_at IS NULL',
  ),
  list('s.id, s.display_name', 'staff_accounts s WHERE s.disabled_at IS NULL'),
  list(
    's.display_name, w.seen_at',
    `case_presence w JOIN staff_accounts s ON s.id = w.staff_id WHERE w.application_id = a.id`,
  ),
  list(
    't.type, t.happened_at, t.actor_kind, t.payload, s.display_name',
    `timeline_events t LEFT JOIN staff_accounts s ON s.id = t.actor_id
      WHERE t.application_id = a.id`,
  ),
  list(
    'g.state, g.facts, g.answered_at',
    'vehicle_register_checks g WHERE g.application_id = a.id',
  ),
];

const PAPER = 'evidence_papers e ON e.application_id = a.id AND e.position = 1';

const AROUND_THE_PAPER = [
  list(
    'g.page_number, g.width, g.height',
    `${PAPER} JOIN evidence_pages g WHERE g.paper_id = e.id`,
  ),
  list(
    'b.page_number, b.reason, b.redacted_at',
    `${PAPER} JOIN evidence_redactions b WHERE b.paper_id = e.id`,
  ),
  list(
    'o.application_id, o.received_at',
    `${PAPER} JOIN evidence_papers o
      WHERE o.content_mark = e.content_mark AND o.application_id <> a.id`,
  ),
];

const WRITE = 'INSERT INTO benchmark_writes (words) VALUES (?)';

const together = (parts: readonly string[]) => parts.join(' UNION ALL ');

export const FLOOR_QUERIES = {
  queue: { sql: `${QUEUE} ORDER BY hold_order_at, received_at, id LIMIT 25` },
  filtered: { sql: queueRows("a.status = 'submitted' AND a.zone_order = ?") },
  search: { sql: 'SELECT a.* FROM applications a WHERE a.registration_key = ? LIMIT 25' },
  case: { sql: together([CASE, PAPERS, REQUESTS, DECISIONS, ...AROUND_THE_CASE]) },
  review: { sql: together([CASE, PAPERS, REQUESTS, DECISIONS, ...AROUND_THE_PAPER]) },
  /** No page: what this machine gives at all. */
  row: { sql: 'SELECT a.* FROM applications a WHERE a.reference = ?' },
  write: { sql: WRITE },
  /** Beside the floor: what writing as many rows as an approval takes by hand. */
  writes: { sql: WRITE, times: ROWS_OF_AN_APPROVAL },
} as const satisfies Record<string, FloorQuery>;

export type FloorName = keyof typeof FLOOR_QUERIES;
