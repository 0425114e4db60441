import { randomUUID } from 'node:crypto';
import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type AssignableStaff, assignableStaff } from '../case-claims/assignable-staff.queries.js';
import { Database } from '../platform/database/transaction.js';
import { parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { isRowId } from '../shared/row-id.js';
import { Can } from '../staff/can.decorator.js';
import { type CurrentStaff, currentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { bulkCheckPage, bulkRefusedPage } from './bulk-check.presenter.js';
import { bulkResultPage } from './bulk-result.presenter.js';
import { bulkRunOf, chosenRows } from './bulk-runs.queries.js';
import { BulkForm } from './bulk.form.js';
import { type BulkAct, type ChosenCase, readChosen } from './bulk.rules.js';
import { WorkInBulk } from './work-in-bulk.js';

const ONLY_SUPERVISORS = 'Only a supervisor assigns cases, and only to those who review them';

@Controller('bulk-work')
@Can('claim')
export class BulkWorkController {
  constructor(
    private readonly workInBulk: WorkInBulk,
    private readonly database: Database,
  ) {}

  /** The first press only asks; the second does it, once. */
  @Post()
  async create(@Req() req: Request, @Res() res: Response) {
    const parsed = parseForm(BulkForm, { formId: randomUUID(), ...(req.body as object) });
    const { form } = parsed;
    if (!parsed.ok) {
      const back = parsed.errors.some(({ field }) => field === 'back') ? '/queue' : form.back;
      return refuse(parsed.errors, back, req, res);
    }
    const { back } = form;
    const staff = currentStaff(req);
    const chosen = form.chosen.flatMap((text) => readChosen(text) ?? []);
    if (chosen.length === 0) return refuse([{ text: 'Choose at least one case' }], back, req, res);
    const to = await this.target(form, staff);
    if (!to) return refuse([{ text: ONLY_SUPERVISORS }], back, req, res);
    const act = form.act as BulkAct;
    if (form.step !== 'send') return this.check({ act, to, chosen, form }, req, res);
    const { formId } = form;
    await this.workInBulk.run({ formId, by: staff, act, toId: to.id, chosen, back });
    redirectSeeOther(res, `/bulk-work/${formId}`);
  }

  @Get(':runId')
  async show(@Param('runId') runId: string, @Req() req: Request, @Res() res: Response) {
    const wanted = { runId, staffId: currentStaff(req).id };
    const run = isRowId(runId) ? await bulkRunOf(this.database.reader, wanted) : null;
    if (!run) throw new NotFoundException();
    await renderPage(req, res, { view: 'bulk-work/result', page: bulkResultPage(run) });
  }

  /** Who is to hold the cases; null when this person may not choose them. */
  private async target(form: BulkForm, staff: CurrentStaff): Promise<AssignableStaff | null> {
    if (form.act === 'release' || form.to === '' || form.to === staff.id) return staff;
    if (!mayDo(staff.role, 'assign')) return null;
    const assignable = await assignableStaff(this.database.reader);
    return assignable.find(({ id }) => id === form.to) ?? null;
  }

  private async check({ act, to, chosen, form }: Checking, req: Request, res: Response) {
    const references = chosen.map(({ reference }) => reference);
    const page = bulkCheckPage({
      act,
      toName: to.name,
      isMyself: to.id === currentStaff(req).id,
      rows: await chosenRows(this.database.reader, references),
      back: form.back,
      hidden: [
        ...form.chosen.map((value) => ({ name: 'chosen', value })),
        ...Object.entries({ act, to: to.id, back: form.back, formId: form.formId }).map(
          ([name, value]) => ({ name, value }),
        ),
        { name: 'step', value: 'send' },
      ],
    });
    await renderPage(req, res, { view: 'bulk-work/check', page });
  }
}

interface Checking {
  act: BulkAct;
  to: AssignableStaff;
  chosen: ChosenCase[];
  form: BulkForm;
}

async function refuse(errors: { text: string }[], back: string, req: Request, res: Response) {
  const page = bulkRefusedPage(
    errors.map(({ text }) => text),
    back,
  );
  await renderPage(req, res, { view: 'bulk-work/check', page, status: 422 });
}
