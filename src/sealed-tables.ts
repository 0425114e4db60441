import type { SealedTable } from './platform/audit-trail/sealed-table.js';

/**
 * What is sealed into the audit chain: every event of every case, and the words people wrote with
 * it. The application may add to these tables and read them, nothing else.
 */
export const sealedTables: readonly SealedTable[] = [
  {
    source: 'timeline',
    table: 'timeline_events',
    facts: ['application_id', 'type', 'happened_at', 'actor_kind', 'actor_id', 'payload'],
    values: [],
  },
  {
    source: 'decisions',
    table: 'decisions',
    facts: ['application_id', 'outcome', 'decided_by', 'decided_at'],
    values: ['reasons', 'private_note'],
  },
  {
    source: 'notes',
    table: 'case_notes',
    facts: ['application_id', 'written_by', 'written_at'],
    values: ['words'],
  },
];
