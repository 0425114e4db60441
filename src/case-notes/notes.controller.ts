import { BadRequestException, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { DespiteConflict } from '../conflicts-of-interest/despite-conflict.decorator.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { NoteForm } from './note.form.js';
import { notePage } from './note.presenter.js';
import { WriteNote } from './write-note.js';

@Controller('applications/:reference/notes')
@Can('write-note')
@DespiteConflict()
export class NotesController {
  constructor(
    private readonly writeNote: WriteNote,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const application = await this.application(reference);
    const caseForm = newCaseForm(application, this.clock.now());
    const page = notePage({ reference: application.reference, caseForm, words: '', errors: [] });
    await renderPage(req, res, { view: 'case-notes/new', page });
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const application = await this.application(reference);
    const parsed = parseForm(NoteForm, req.body);
    if (!parsed.ok) {
      const page = notePage({
        reference: application.reference,
        caseForm: sameCaseForm(parsed.form),
        words: parsed.form.words,
        errors: parsed.errors,
      });
      return renderPage(req, res, { view: 'case-notes/new', page, status: 422 });
    }
    const outcome = await this.writeNote.run({
      applicationId: application.id,
      writtenBy: currentStaff(req).id,
      words: parsed.form.words,
      formId: parsed.form.formId,
    });
    if (!outcome.ok) throw new BadRequestException('This form belongs to another case.');
    redirectSeeOther(res, `/applications/${application.reference}#notes`);
  }

  private async application(reference: string) {
    const file = await caseFileOr404(this.database.reader, reference, this.clock.now());
    return file.application;
  }
}
