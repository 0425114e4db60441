import type { Reader } from '../platform/database/transaction.js';
import { type LocalDate, localDate } from '../shared/london-date.js';
import { isPaperKind, type PaperKind } from './paper-kinds.rules.js';

export interface TargetLine {
  code: string;
  name: string;
  validFrom: LocalDate;
  days: number;
}

/** Every target there was, is and will be, by type and day. */
export async function targetLines(reader: Reader): Promise<TargetLine[]> {
  const rows: { code: string; name: string; valid_from: string; days: number }[] =
    await reader.query(
      `SELECT code, name, valid_from, target_working_days AS days FROM permit_types
        ORDER BY display_order, code, valid_from`,
    );
  return rows.map(({ valid_from: from, ...row }) => ({ ...row, validFrom: localDate(from) }));
}

export interface NeedLine {
  permitTypeCode: string;
  need: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  paperKinds: PaperKind[];
  displayOrder: number;
}

/** Every line of the evidence matrix of one type, the oldest first. */
export async function needLines(reader: Reader, permitTypeCode: string): Promise<NeedLine[]> {
  const rows: NeedRow[] = await reader.query(
    `SELECT need, valid_from, valid_to, paper_kinds, display_order FROM permit_evidence_needs
      WHERE permit_type_code = ? ORDER BY display_order, need, valid_from`,
    [permitTypeCode],
  );
  return rows.map((row) => ({
    permitTypeCode,
    need: row.need,
    validFrom: localDate(row.valid_from),
    validTo: row.valid_to === null ? null : localDate(row.valid_to),
    paperKinds: row.paper_kinds.split(',').filter(isPaperKind),
    displayOrder: row.display_order,
  }));
}

interface NeedRow {
  need: string;
  valid_from: string;
  valid_to: string | null;
  paper_kinds: string;
  display_order: number;
}
