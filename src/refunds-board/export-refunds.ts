import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EXPORTS_AN_HOUR, MOST_EXPORTED_ROWS } from '../export-log/export-limits.rules.js';
import { exportsInLastHour, recordExport } from '../export-log/export-log.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { londonDateOf } from '../shared/london-date.js';
import { filtersInWords } from './refunds-filter.presenter.js';
import { refundsCsv } from './refunds-csv.js';
import type { RefundFilters } from './refunds.form.js';
import { readRefunds } from './refunds.queries.js';

interface ExportCommand {
  staffId: string;
  filters: RefundFilters;
  reason: string;
}

interface ExportedFile {
  name: string;
  bytes: Buffer;
}

/**
 * Makes the file of the board as it is narrowed. It leaves only once the log has it, with its
 * fingerprint, and nobody takes more than a few in an hour (S4.3).
 */
@Injectable()
export class ExportRefunds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(command: ExportCommand): Promise<Outcome<ExportedFile, 'too_many'>> {
    const at = this.clock.now();
    const { filters } = command;
    const limit = MOST_EXPORTED_ROWS;
    const found = await readRefunds(this.database.reader, { filters, from: null, limit, now: at });
    const words = filtersInWords(filters);
    const text = refundsCsv(found.rows, { at, filters: words, isCut: found.isMoreAfter });
    const bytes = Buffer.from(text, 'utf8');
    const isLogged = await this.unitOfWork.run((tx) =>
      this.log(tx, command, { at, bytes, words, rowCount: found.rows.length }),
    );
    if (!isLogged) return refuse('too_many');
    return ok({ name: `refunds-${londonDateOf(at)}.csv`, bytes });
  }

  private async log(
    tx: Tx,
    { staffId, reason }: ExportCommand,
    file: { at: Date; bytes: Buffer; words: string; rowCount: number },
  ): Promise<boolean> {
    const { at, bytes, rowCount } = file;
    if ((await exportsInLastHour(tx, staffId, at)) >= EXPORTS_AN_HOUR) return false;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const kind = 'refunds';
    await recordExport(tx, { staffId, kind, filters: file.words, reason, rowCount, sha256, at });
    return true;
  }
}
