import { TOO_MANY_EXPORTS } from '../export-log/export-limits.rules.js';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { lastExports } from '../export-log/export-log.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { renderPage } from '../platform/web/render-page.js';
import { sendFile, untilHungUp } from '../platform/web/send-file.js';
import { londonDateOf } from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { ExportFinance, type FinanceExportWish } from './export-finance.js';
import { FinanceExportForm } from './finance-export.form.js';
import { financeExportPage, firstWish } from './finance-export.presenter.js';
import { readPeriod } from './finance-filter.rules.js';
import { readNames } from './finance-lines.queries.js';

const FILES_SHOWN = 10;
const REFUSALS = {
  too_many: {
    status: 429,
    error: fieldError('reason', TOO_MANY_EXPORTS),
  },
  too_long_for_a_sheet: {
    status: 422,
    error: fieldError(
      'format',
      'Excel cannot hold so many lines. Choose CSV, totals or a shorter period',
    ),
  },
} as const;

@Controller('finance-exports')
@Can('take-exports')
export class FinanceExportsController {
  constructor(
    private readonly exportFinance: ExportFinance,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Req() req: Request, @Res() res: Response) {
    const form = firstWish(new FinanceExportForm(), londonDateOf(this.clock.now()));
    await this.show(form, { req, res, errors: [], status: 200 });
  }

  @Post()
  async create(@Req() req: Request, @Res() res: Response) {
    const { form, errors, wish } = this.read(req);
    if (wish === null) return this.show(form, { req, res, errors, status: 422 });
    const signal = untilHungUp(res);
    try {
      const made = await this.exportFinance.run(wish, signal);
      if (!made.ok) {
        const { status, error } = REFUSALS[made.refusal];
        return await this.show(form, { req, res, errors: [error], status });
      }
      await sendFile(res, made);
    } catch (error) {
      // Nobody is there to be told.
      if (!signal.aborted) throw error;
    }
  }

  /** All that is wrong at once, days first as on the page. */
  private read(req: Request): Read {
    const parsed = parseForm(FinanceExportForm, req.body);
    const { form } = parsed;
    const period = readPeriod(form, londonDateOf(this.clock.now()));
    const errors = [...(period.ok ? [] : period.faults), ...(parsed.ok ? [] : parsed.errors)];
    if (!parsed.ok || !period.ok) return { form, errors, wish: null };
    const { kinds, permitType, zone, format, grouping, reason } = form;
    const filter = { from: period.from, to: period.to, kinds, permitType, zone };
    const staffId = currentStaff(req).id;
    return { form, errors, wish: { staffId, filter, format, grouping, reason } };
  }

  private async show(form: FinanceExportForm, { req, res, errors, status }: Answer) {
    const { reader } = this.database;
    const page = financeExportPage({
      ...{ form, errors },
      names: await readNames(reader),
      taken: await lastExports(reader, FILES_SHOWN),
    });
    await renderPage(req, res, { view: 'finance-export/new', page, status });
  }
}

interface Read {
  form: FinanceExportForm;
  errors: readonly FieldError[];
  wish: FinanceExportWish | null;
}

interface Answer {
  req: Request;
  res: Response;
  errors: readonly FieldError[];
  status: number;
}
