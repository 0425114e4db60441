import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { renderPage } from '../platform/web/render-page.js';
import { NoteForm } from '../case-notes/note.form.js';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { newCaseForm } from '../case-forms/case-form.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { casePage } from './case-page.presenter.js';
import { readCasePage } from './case-page.queries.js';

@Controller('applications/:reference')
@Can('see-case')
export class CasePageController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  @Get()
  @KeepsDraft('notes')
  async show(
    @Param('reference') reference: string,
    @Query('looks') looks: unknown,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const now = this.clock.now();
    const staff = currentStaff(req);
    const reading = { now, staffId: staff.id };
    const rows = await readCasePage(this.database.reader, reference, reading);
    if (!rows) throw new NotFoundException();
    const page = casePage({
      rows,
      staff,
      caseForm: newCaseForm(rows.file.application, now),
      note: resumeDraft(req, NoteForm) ?? new NoteForm(),
      now,
      withLooks: looks === 'shown',
      isRegisterAsked: this.settings.isRegisterAsked,
    });
    await renderPage(req, res, { view: 'case-page/show', page });
  }
}
