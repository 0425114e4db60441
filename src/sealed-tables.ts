import type { SealedTable } from './platform/audit-trail/sealed-table.js';

/**
 * What is sealed into the audit chain: every event of every case, the words people wrote with it,
 * what the council changed of its policy, and who searched. The application may add to these tables
 * and read them, nothing else.
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
    facts: [
      'application_id',
      'round',
      'outcome',
      'decided_by',
      'decided_at',
      'sample_draw',
      'sample_percent',
    ],
    values: ['reasons', 'private_note'],
  },
  {
    source: 'notes',
    table: 'case_notes',
    facts: ['application_id', 'written_by', 'written_at'],
    values: ['words'],
  },
  {
    source: 'reopenings',
    table: 'decision_reopenings',
    facts: ['application_id', 'decision_id', 'because', 'reopened_by', 'reopened_at'],
    values: ['reason', 'private_note'],
  },
  {
    source: 'policy',
    table: 'policy_changes',
    facts: ['subject', 'changed_by', 'changed_at', 'holds_from', 'before_text', 'after_text'],
    values: [],
  },
  {
    source: 'searches',
    table: 'search_events',
    facts: ['staff_id', 'searched_at', 'kinds', 'results', 'is_more'],
    values: [],
  },
];
