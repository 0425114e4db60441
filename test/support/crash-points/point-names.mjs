// @ts-check
/**
 * The names of the points at which web or worker can be killed. A transaction has the name of the first
 * of these writes it contains; it is passed before its COMMIT is sent and after that was answered. A write
 * outside of any transaction is a COMMIT of its own.
 * @type {readonly (readonly [string, RegExp])[]}
 */
export const TRANSACTIONS = [
  ['decision', insertInto('decisions')],
  ['hold-ending', insertInto('hold_stages')],
  ['exception-request', insertInto('refund_exceptions')],
  ['exception-decision', update('refund_exceptions')],
  ['notice', insertInto('webhook_inbox')],
  ['command-settled', update('payment_commands', `state\`? = 'settled'.* WHERE `)],
  ['command-sent', update('payment_commands', `state\`? = 'sent'.* WHERE `)],
  ['mark-sending', update('payment_commands', `state\`? = 'unknown'.* WHERE `)],
  ['for-a-person', update('payment_commands', `state\`? = 'needs_attention'.* WHERE `)],
  ['reference-kept', update('payment_commands', `provider_reference\`? = '`)],
  ['problem-noted', update('payment_commands', `last_problem\`? = '`)],
  ['provider-state', update('payments')],
  ['letter-sent', update('letters', `state\`? = 'sent'.* WHERE `)],
  ['letter-sending', update('letters', `state\`? = 'unknown'.* WHERE `)],
  ['letter-delivered', update('letters', `state\`? = 'delivered'.* WHERE `)],
  ['letter-problem', update('letters')],
  ['draft', insertInto('drafts')],
  ['draft', update('drafts')],
  ['claim-kept', update('applications', 'claimed_until = .* WHERE reference = ')],
  ['row-done', update('outbox_jobs', `state = 'done'`)],
  ['row-dead', update('outbox_jobs', `state = 'dead'`)],
  ['row-postponed', update('outbox_jobs', 'due_at = .* attempts = ')],
  ['row-leased', update('outbox_jobs', String.raw`attempts = attempts \+ 1`)],
  ['row-queued', update('outbox_jobs', 'queued_until = .* WHERE id IN ')],
];

/**
 * Single statements that are points of their own, before they are sent and after they were answered.
 * @type {readonly (readonly [string, RegExp])[]}
 */
export const STATEMENTS = [
  ['ledger-post', insertInto('ledger_journals')],
  ['ledger-lines', insertInto('ledger_entries')],
  ['outbox-insert', insertInto('outbox_jobs')],
  ['inbox-insert', insertInto('webhook_inbox')],
  ['finding-insert', insertInto('webhook_findings')],
  ['command-insert', insertInto('payment_commands')],
];

/**
 * Deliberately without a name, for they belong to no case and come when the clock says so: whose turn a
 * task is, the seals over what was written, who looks at a page, what is forgotten after a while.
 */
const ELSEWHERE = new Set([
  ...['periodic_turns', 'audit_seals', 'audit_watermarks', 'audit_anchors'],
  ...['staff_sessions', 'case_presence', 'virus_scanner_state', 'vehicle_register_checks'],
  ...['reconciliation_runs', 'reconciliation_payments', 'reconciliation_findings'],
  // Told to people, and nothing is decided by it.
  'payment_service_state',
  // Settled by the clock; one is only ever opened together with a row of the inbox.
  'webhook_findings',
]);
const FORGETTING = new Set(['drafts', 'searches', 'webhook_inbox', 'vehicle_register_checks']);

const WRITE = /^(INSERT (?:IGNORE )?INTO|REPLACE INTO|UPDATE|DELETE FROM) `?(\w+)/i;

/**
 * The table that this statement writes, if it is a write that a case may depend on.
 * @param {string} sql
 * @returns {string | null}
 */
export function tableWritten(sql) {
  const [, verb = '', table = ''] = WRITE.exec(sql) ?? [];
  if (table === '' || ELSEWHERE.has(table)) return null;
  return /^DELETE/i.test(verb) && FORGETTING.has(table) ? null : table;
}

/** @param {string} table */
function insertInto(table) {
  return new RegExp(`^INSERT (IGNORE )?INTO \`?${table}\\b`, 'i');
}

/**
 * @param {string} table
 * @param {string} [setting]
 */
function update(table, setting) {
  const words = setting === undefined ? '' : `.* SET .*${setting}`;
  return new RegExp(`^UPDATE \`?${table}\\b${words}`, 'i');
}

/** @param {string} sql */
export const oneLine = (sql) => sql.replace(/\s+/g, ' ').trim();
