/** What can be wrong with the trail; `sequence` is the seal's number, where there is one. */
export interface AuditFault {
  fault: AuditFaultKind;
  sequence: number | null;
  source: string | null;
  rowId: string | null;
}

export const AUDIT_FAULT_WORDS = {
  seal_missing: 'a seal is missing from the chain',
  chain_broken: 'the chain does not fit together here: a seal was changed, moved or made anew',
  row_missing: 'a sealed row is gone',
  row_changed: 'a sealed row is not what it was',
  value_changed: 'the content of a sealed row is not what it was',
  row_unsealed: 'a row was never sealed: it was put in beside the application',
  tail_cut: 'an anchor says the chain was longer than it is now',
  history_differs: 'an anchor says the chain was different here: it was made anew since',
  anchor_forged: 'an anchor has no signature of ours',
  anchor_lost: 'an anchor of the second place is missing from the database',
  anchor_lost_elsewhere: 'an anchor of the database is missing from the second place',
  clock_back: 'time runs backwards here',
  source_unknown: 'a seal names a table this release does not know',
} as const;

export type AuditFaultKind = keyof typeof AUDIT_FAULT_WORDS;

export interface AuditFindings {
  seals: number;
  anchors: number;
  /** Rows whose personal content was erased; the chain stays whole. */
  erased: number;
  faults: AuditFault[];
}

/** Enough to act on; a trail rewritten whole has a fault in every row. */
export const MOST_FAULTS = 100;
