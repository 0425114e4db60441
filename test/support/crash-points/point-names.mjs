// @ts-check
/**
 * The names of the points at which web or worker can be killed. A transaction has the name of the first
 * of these writes it contains; it is passed before its COMMIT is sent and after that was answered.
 * @type {readonly (readonly [string, RegExp])[]}
 */
export const TRANSACTIONS = [
  ['decision', insertInto('decisions')],
  ['hold-ending', insertInto('hold_stages')],
  ['exception-request', insertInto('refund_exceptions')],
  ['exception-decision', /^UPDATE `?refund_exceptions\b/i],
  ['notice', insertInto('webhook_inbox')],
  ['command-settled', /^UPDATE `?payment_commands\b.* SET .*state`? = 'settled'.* WHERE /i],
  ['command-sent', /^UPDATE `?payment_commands\b.* SET .*state`? = 'sent'.* WHERE /i],
  ['mark-sending', /^UPDATE `?payment_commands\b.* SET .*state`? = 'unknown'.* WHERE /i],
  ['for-a-person', /^UPDATE `?payment_commands\b.* SET .*state`? = 'needs_attention'.* WHERE /i],
  ['reference-kept', /^UPDATE `?payment_commands\b.* SET .*provider_reference`? = '/i],
  ['provider-state', /^UPDATE `?payments\b/i],
  ['row-done', /^UPDATE outbox_jobs SET state = 'done'/i],
  ['row-postponed', /^UPDATE outbox_jobs\s+SET due_at = /i],
  ['row-leased', /^UPDATE outbox_jobs\s+SET attempts = attempts \+ 1/i],
  ['row-queued', /^UPDATE outbox_jobs SET queued_until/i],
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
  ['command-insert', insertInto('payment_commands')],
];

/** @param {string} table */
function insertInto(table) {
  return new RegExp(`^INSERT (IGNORE )?INTO \`?${table}\\b`, 'i');
}

/** @param {string} sql */
export const oneLine = (sql) => sql.replace(/\s+/g, ' ').trim();
