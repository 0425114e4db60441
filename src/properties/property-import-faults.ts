import type { CellFault } from './property-row.rules.js';

/** One faulty cell and the line of the file it stands on. */
export interface RowFault extends CellFault {
  readonly line: number;
}

const MOST_KEPT = 10_000;

/** The faults found so far: every row counted, the first ten thousand faults kept. */
export class ImportFaults {
  readonly kept: RowFault[] = [];
  notKept = 0;
  rowCount = 0;
  hasUnreadableUprn = false;

  /** Call once for each invalid row. */
  add(line: number, faults: readonly CellFault[]): void {
    this.rowCount += 1;
    for (const fault of faults) {
      if (this.kept.length < MOST_KEPT) this.kept.push({ line, ...fault });
      else this.notKept += 1;
    }
  }
}
