import { sealedTables } from './sealed-tables.js';

/** What the application's account in the database may add to and read, and nothing else. */
export const appendOnlyTables: readonly string[] = [
  ...sealedTables.map(({ table }) => table),
  'evidence_redactions',
  'hold_stages',
  'evidence_deliveries',
  'wording_versions',
  'returns_another_way',
  'double_returns',
  'export_log',
  'ledger_journals',
  'ledger_entries',
  'reconciliation_explanations',
  'audit_seals',
  'audit_anchors',
];
