import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Clock } from '../platform/clock/clock.js';
import type { Tx, UnitOfWork } from '../platform/database/transaction.js';
import { listZoneCodes } from '../zones/zones.queries.js';
import {
  countNotNamed,
  countPropertyChanges,
  dropStretchesNotGiven,
  removeNotNamed,
  writeStaged,
} from './property-changes.store.js';
import { readPropertyFile } from './property-file.js';
import { ImportFaults, type RowFault } from './property-import-faults.js';
import {
  findAddressClashes,
  findOverlapsInFile,
  findOverlapsWithRecorded,
  forgetRows,
  leaveOutHalfReadProperties,
  markInvalid,
  stageRows,
  type StagedRow,
} from './property-import-rows.store.js';
import { readPropertyRow } from './property-row.rules.js';

export interface PropertyImport {
  /** Opens the file anew: after a deadlock the whole import runs again from its start. */
  open: () => Readable;
  /** False: only count what would happen. */
  apply: boolean;
  /** The file names every property there is: what it leaves out is removed. */
  isFull: boolean;
  onProgress?: (progress: { rows: number; bytes: number }) => void;
}

/** Properties, except where rows are said. */
export interface ImportSummary {
  isApplied: boolean;
  rowCount: number;
  newCount: number;
  changedCount: number;
  unchangedCount: number;
  removedCount: number;
  /** A row whose UPRN cannot be read might be any property, so nothing was removed. */
  isRemovalHeldBack: boolean;
  invalidRowCount: number;
  /** Good rows left out because another row of the same property is invalid. */
  leftOutRowCount: number;
  faults: readonly RowFault[];
  /** Faults counted but not kept, in a file that is wrong throughout. */
  faultsNotKept: number;
}

const BATCH = 1000;

/**
 * Compares a file of properties with what is recorded and, when asked to, writes the difference:
 * all of it or nothing, and the same file twice changes nothing the second time.
 */
export class ImportProperties {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws UnusableFile when the file is not a CSV file with the right columns. */
  async run(wish: PropertyImport): Promise<ImportSummary> {
    return this.unitOfWork.run(async (tx) => {
      const importId = randomUUID();
      const faults = new ImportFaults();
      const rowCount = await stageFile(tx, importId, { wish, faults });
      await markClashes(tx, importId, { isFull: wish.isFull, faults });
      const leftOutRowCount = await leaveOutHalfReadProperties(tx, importId);
      const mayRemove = wish.isFull && !faults.hasUnreadableUprn;
      const summary: ImportSummary = {
        isApplied: wish.apply,
        rowCount,
        ...(await countPropertyChanges(tx, importId, wish.isFull)),
        removedCount: mayRemove ? await countNotNamed(tx, importId) : 0,
        isRemovalHeldBack: wish.isFull && !mayRemove,
        invalidRowCount: faults.rowCount,
        leftOutRowCount,
        faults: faults.kept,
        faultsNotKept: faults.notKept,
      };
      if (wish.apply) await this.write(tx, importId, { isFull: wish.isFull, mayRemove });
      await forgetRows(tx, importId);
      return summary;
    });
  }

  private async write(
    tx: Tx,
    importId: string,
    { isFull, mayRemove }: { isFull: boolean; mayRemove: boolean },
  ): Promise<void> {
    const now = this.clock.now();
    if (isFull) await dropStretchesNotGiven(tx, importId);
    await writeStaged(tx, importId, now);
    if (mayRemove) await removeNotNamed(tx, importId, now);
  }
}

/** Reads the file a batch at a time, so that its length does not matter. Returns how many rows it has. */
async function stageFile(
  tx: Tx,
  importId: string,
  { wish, faults }: { wish: PropertyImport; faults: ImportFaults },
): Promise<number> {
  const zoneCodes = await listZoneCodes(tx);
  let batch: StagedRow[] = [];
  let rows = 0;
  for await (const { line, cells, bytes } of readPropertyFile(wish.open())) {
    rows += 1;
    const read = readPropertyRow(cells, zoneCodes);
    if (read.ok) batch.push({ line, isValid: true, row: read.row });
    else {
      faults.add(line, read.faults);
      if (read.uprn === null) faults.hasUnreadableUprn = true;
      else batch.push({ line, isValid: false, row: emptyRow(read.uprn) });
    }
    if (rows % BATCH > 0) continue;
    await stageRows(tx, importId, batch);
    batch = [];
    wish.onProgress?.({ rows, bytes });
  }
  await stageRows(tx, importId, batch);
  return rows;
}

function emptyRow(uprn: string): StagedRow['row'] {
  const nothing = { zoneCode: null, validFrom: null, validTo: null };
  return { uprn, address: '', town: '', postcode: '', ...nothing };
}

/** What only shows when rows are held against each other and against what is recorded. */
async function markClashes(
  tx: Tx,
  importId: string,
  { isFull, faults }: { isFull: boolean; faults: ImportFaults },
): Promise<void> {
  const checks = [findAddressClashes, findOverlapsInFile];
  // A full file replaces the recorded stretches, so it cannot contradict them.
  if (!isFull) checks.push(findOverlapsWithRecorded);
  for (const find of checks) {
    const clashes = await find(tx, importId);
    for (const { line, ...fault } of clashes) faults.add(line, [fault]);
    await markInvalid(
      tx,
      importId,
      clashes.map((clash) => clash.line),
    );
  }
}
