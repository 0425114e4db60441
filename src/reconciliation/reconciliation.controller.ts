import { randomUUID } from 'node:crypto';
import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { londonDateOf } from '../shared/london-date.js';
import { isRowId } from '../shared/row-id.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import {
  countsOfRun,
  differencesOfRun,
  openDifferences,
} from '../payment-comparisons/differences.queries.js';
import { readPeriod } from '../payment-comparisons/period.rules.js';
import { PeriodForm } from './reconciliation.form.js';
import { RECONCILIATION, reconciliationPage, usualPeriod } from './reconciliation.presenter.js';
import {
  countKept,
  findRun,
  latestRuns,
} from '../payment-comparisons/reconciliation-runs.queries.js';
import { correctionTotals } from '../payment-comparisons/corrections.queries.js';
import { watchComparisons } from '../payment-comparisons/watch.queries.js';
import { troublesOf } from '../payment-comparisons/watch.rules.js';
import { reconciliationStanding } from './standing.presenter.js';
import { runPage } from './run.presenter.js';
import { StartReconciliation } from './start-reconciliation.js';

const MOST_LISTED = 200;
const MOST_RUNS = 30;

@Controller('reconciliation')
@Can('see-reconciliation')
export class ReconciliationController {
  constructor(
    private readonly startReconciliation: StartReconciliation,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const usual = { ...usualPeriod(this.clock.now()), formId: randomUUID() };
    await this.showIndex({ form: Object.assign(new PeriodForm(), usual), errors: [] }, req, res);
  }

  /** Pressed twice it is one comparison. */
  @Post()
  @Can('reconcile')
  async create(@Req() req: Request, @Res() res: Response) {
    const { form, ...parsed } = parseForm(PeriodForm, req.body);
    const read = readPeriod(form, londonDateOf(this.clock.now()));
    const errors = [
      ...(parsed.ok ? [] : parsed.errors),
      ...(read.ok ? [] : [fieldError(read.field, read.text, `#${read.field}-day`)]),
    ];
    if (errors.length > 0 || !read.ok) {
      const formId = isRowId(form.formId) ? form.formId : randomUUID();
      return this.showIndex({ form: { ...form, formId }, errors }, req, res);
    }
    const { formId: id } = form;
    await this.startReconciliation.run({ id, askedBy: currentStaff(req).id, ...read.period });
    redirectSeeOther(res, `${RECONCILIATION}/runs/${id}`);
  }

  @Get('runs/:id')
  async show(@Param('id') id: string, @Req() req: Request, @Res() res: Response) {
    const { reader } = this.database;
    const run = isRowId(id) ? await findRun(reader, id) : null;
    if (!run) throw new NotFoundException();
    const page = runPage({
      run,
      counts: await countsOfRun(reader, id),
      differences: await differencesOfRun(reader, id, MOST_LISTED),
      waiting: await countKept(reader, id),
      now: this.clock.now(),
    });
    await renderPage(req, res, { view: 'reconciliation/run', page });
  }

  private async showIndex(
    { form, errors }: { form: PeriodForm; errors: readonly FieldError[] },
    req: Request,
    res: Response,
  ) {
    const { reader } = this.database;
    const now = this.clock.now();
    const totals = await correctionTotals(reader);
    const watched = await watchComparisons(reader);
    const { lastEndedAt } = watched;
    const troubles = troublesOf(watched, now);
    const page = reconciliationPage({
      differences: await openDifferences(reader, MOST_LISTED),
      standing: reconciliationStanding({ troubles, totals, lastEndedAt }),
      openCount: totals.open,
      runs: await latestRuns(reader, MOST_RUNS),
      form: mayDo(currentStaff(req).role, 'reconcile') ? form : null,
      errors,
      now,
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'reconciliation/index', page, status });
  }
}
