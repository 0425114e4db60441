import { randomUUID } from 'node:crypto';
import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ledgerOf } from '../ledger/ledger.queries.js';
import { StaleWrite } from '../platform/database/conditional-write.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { differencePage } from './difference.presenter.js';
import { standingOf } from './difference-words.rules.js';
import { type Difference, findDifference } from './differences.queries.js';
import { ExplainDifference } from './explain-difference.js';
import { ExplanationForm } from './reconciliation.form.js';
import { RECONCILIATION } from './reconciliation.presenter.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const EXPLAINED_ALREADY = 'Somebody else explained this difference while you were writing';

@Controller('reconciliation/differences')
@Can('see-reconciliation')
export class DifferencesController {
  constructor(
    private readonly explainDifference: ExplainDifference,
    private readonly database: Database,
  ) {}

  @Get(':id')
  async show(@Param('id') id: string, @Req() req: Request, @Res() res: Response) {
    const difference = await this.difference(id);
    const form = Object.assign(new ExplanationForm(), { formId: randomUUID() });
    await this.showPage(difference, { form, errors: [] }, { req, res, status: 200 });
  }

  /** Pressed twice it is one explanation; the first person's words stand. */
  @Post(':id/explanation')
  @Can('reconcile')
  async explain(@Param('id') id: string, @Req() req: Request, @Res() res: Response) {
    const difference = await this.difference(id);
    const parsed = parseForm(ExplanationForm, req.body);
    const { form } = parsed;
    if (!parsed.ok) {
      const shown = { form: { ...form, formId: randomUUID() }, errors: parsed.errors };
      return this.showPage(difference, shown, { req, res, status: 422 });
    }
    const { words, formId } = form;
    const staffId = currentStaff(req).id;
    try {
      await this.explainDifference.run({ formId, differenceId: id, words, staffId });
    } catch (error) {
      if (!(error instanceof StaleWrite)) throw error;
      const now = await this.difference(id);
      if (now.explanation?.words === words) return redirectSeeOther(res, pathOf(id));
      const errors = [fieldError('words', EXPLAINED_ALREADY)];
      return this.showPage(now, { form, errors }, { req, res, status: 409 });
    }
    redirectSeeOther(res, pathOf(id));
  }

  private async showPage(
    difference: Difference,
    { form, errors }: { form: ExplanationForm; errors: readonly FieldError[] },
    { req, res, status }: { req: Request; res: Response; status: number },
  ) {
    const { paymentId } = difference;
    const mayClose =
      standingOf(difference) === 'open' && mayDo(currentStaff(req).role, 'reconcile');
    const page = differencePage({
      difference,
      journals: paymentId === null ? [] : await ledgerOf(this.database.reader, { paymentId }),
      // What was typed is shown again even when there is nothing left to close.
      form: mayClose || status === 409 ? form : null,
      errors,
    });
    await renderPage(req, res, { view: 'reconciliation/difference', page, status });
  }

  private async difference(id: string): Promise<Difference> {
    const found = UUID.test(id) ? await findDifference(this.database.reader, id) : null;
    if (!found) throw new NotFoundException();
    return found;
  }
}

function pathOf(id: string): string {
  return `${RECONCILIATION}/differences/${id}`;
}
