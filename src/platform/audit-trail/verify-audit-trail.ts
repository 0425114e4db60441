import type { KeyObject } from 'node:crypto';
import type { Reader } from '../database/transaction.js';
import { type Anchor, isGenuine } from './anchor.js';
import {
  type AuditFault,
  type AuditFaultKind,
  type AuditFindings,
  MOST_FAULTS,
} from './audit-faults.js';
import { CHAIN_START, chainHash, type Content, factsHash, type Seal, valuesHash } from './chain.js';
import { rowsById, type SealedRow, sealsAfter, unsealedRows } from './sealed-rows.store.js';
import type { SealedTable } from './sealed-table.js';

export interface ToVerify {
  tables: readonly SealedTable[];
  /** Of the database, oldest first. */
  anchors: readonly Anchor[];
  /** Of the second place; null where a line is none. */
  anchorsElsewhere: readonly (Anchor | null)[];
  valuesKey: Buffer;
  publicKeys: readonly KeyObject[];
  /** Ids below this one had their time to be sealed. */
  sealedBelow: string;
}

const BATCH = 5000;
/** Two workers' clocks may differ by this much when one takes over from the other. */
const CLOCKS_DIFFER_MS = 2000;

/** Walks the whole chain and every sealed row once. Reads only; flat in memory. */
export async function verifyAuditTrail(reader: Reader, trail: ToVerify): Promise<AuditFindings> {
  const found = new Findings();
  const anchors = genuineAnchors(trail, found);
  let before: Pick<Seal, 'sequence' | 'chainHash' | 'sealedAt'> | null = null;
  for (;;) {
    const seals = await sealsAfter(reader, before?.sequence ?? 0, BATCH);
    if (seals.length === 0) break;
    const rows = await sealedRows(reader, trail, seals);
    for (const seal of seals) {
      checkLink(seal, before, found);
      checkAnchors(seal, anchors.get(seal.sequence) ?? [], found);
      checkRow(seal, { trail, rows }, found);
      before = seal;
    }
  }
  for (const sequence of anchors.keys()) {
    if (sequence > (before?.sequence ?? 0)) found.fault('tail_cut', { sequence });
  }
  await findUnsealed(reader, trail, found);
  return found;
}

class Findings implements AuditFindings {
  seals = 0;
  anchors = 0;
  erased = 0;
  faults: AuditFault[] = [];

  fault(fault: AuditFaultKind, at: Partial<Omit<AuditFault, 'fault'>>): void {
    if (this.faults.length >= MOST_FAULTS) return;
    this.faults.push({ fault, sequence: null, source: null, rowId: null, ...at });
  }
}

/** By the sequence they speak of. Those of both places count, for either may have been tampered with. */
function genuineAnchors(trail: ToVerify, found: Findings): Map<number, Anchor[]> {
  const ours = trail.anchors.filter((anchor) => isOurs(anchor, trail, found));
  const elsewhere = trail.anchorsElsewhere.filter((anchor) => isOurs(anchor, trail, found));
  found.anchors = ours.length;
  reportAbsent(elsewhere, { from: ours, as: 'anchor_lost' }, found);
  reportAbsent(ours, { from: elsewhere, as: 'anchor_lost_elsewhere' }, found);
  ours.forEach((anchor, at) => {
    const earlier = ours[at - 1];
    if (earlier && anchor.signedAt < earlier.signedAt) {
      found.fault('clock_back', { sequence: anchor.sequence });
    }
  });
  const bySequence = new Map<number, Anchor[]>();
  for (const anchor of [...ours, ...elsewhere]) {
    bySequence.set(anchor.sequence, [...(bySequence.get(anchor.sequence) ?? []), anchor]);
  }
  return bySequence;
}

function isOurs(anchor: Anchor | null, trail: ToVerify, found: Findings): anchor is Anchor {
  if (anchor && isGenuine(anchor, trail.publicKeys)) return true;
  found.fault('anchor_forged', { sequence: anchor?.sequence ?? null });
  return false;
}

function reportAbsent(
  anchors: readonly Anchor[],
  { from, as }: { from: readonly Anchor[]; as: AuditFaultKind },
  found: Findings,
): void {
  const known = new Set(from.map(({ signature }) => signature));
  for (const { sequence, signature } of anchors) {
    if (!known.has(signature)) found.fault(as, { sequence });
  }
}

function checkLink(
  seal: Seal,
  before: Pick<Seal, 'sequence' | 'chainHash' | 'sealedAt'> | null,
  found: Findings,
): void {
  found.seals += 1;
  const { sequence } = seal;
  if (sequence !== (before?.sequence ?? 0) + 1) found.fault('seal_missing', { sequence });
  else if (chainHash(before?.chainHash ?? CHAIN_START, seal) !== seal.chainHash) {
    found.fault('chain_broken', { sequence });
  }
  if (before && seal.sealedAt.getTime() < before.sealedAt.getTime() - CLOCKS_DIFFER_MS) {
    found.fault('clock_back', { sequence });
  }
}

function checkAnchors({ sequence, chainHash }: Seal, anchors: Anchor[], found: Findings): void {
  if (anchors.some((anchor) => anchor.chainHash !== chainHash)) {
    found.fault('history_differs', { sequence });
  }
}

type RowsBySource = ReadonlyMap<string, Map<string, SealedRow>>;

function checkRow(
  seal: Seal,
  { trail, rows }: { trail: ToVerify; rows: RowsBySource },
  found: Findings,
): void {
  const { sequence, source, rowId } = seal;
  const known = rows.get(source);
  if (!known) return found.fault('source_unknown', { sequence, source, rowId });
  const row = known.get(rowId);
  if (!row) return found.fault('row_missing', { sequence, source, rowId });
  if (factsHash([row.id, ...row.facts]) !== seal.factsHash) {
    found.fault('row_changed', { sequence, source, rowId });
  }
  if (valuesHash([row.id, ...row.values], trail.valuesKey) === seal.valuesHash) return;
  if (isErased(row.values)) found.erased += 1;
  else found.fault('value_changed', { sequence, source, rowId });
}

function isErased(values: Content): boolean {
  return values.length > 0 && values.every((value) => value === null || value === '');
}

async function sealedRows(reader: Reader, trail: ToVerify, seals: Seal[]): Promise<RowsBySource> {
  const rows = new Map<string, Map<string, SealedRow>>();
  for (const table of trail.tables) {
    const ids = seals.filter(({ source }) => source === table.source).map(({ rowId }) => rowId);
    rows.set(table.source, await rowsById(reader, table, ids));
  }
  return rows;
}

async function findUnsealed(reader: Reader, trail: ToVerify, found: Findings): Promise<void> {
  for (const table of trail.tables) {
    const unsealed = await unsealedRows(reader, table, { after: '', limit: MOST_FAULTS });
    for (const { id } of unsealed.filter((row) => row.id < trail.sealedBelow)) {
      found.fault('row_unsealed', { source: table.source, rowId: id });
    }
  }
}
