import { BadRequestException, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { applicationOr404 } from '../case-file/application-or-404.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { type CaseFormFields, newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { DespiteConflict } from '../conflicts-of-interest/despite-conflict.decorator.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { colleaguesOf } from './colleagues.queries.js';
import { MENTION_REFUSAL_WORDS } from './mention.rules.js';
import { NoteForm } from './note.form.js';
import { notePage } from './note.presenter.js';
import { WriteNote } from './write-note.js';

@Controller('applications/:reference/notes')
@Can('write-note')
@KeepsDraft('notes')
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
    const { words, tell } = resumeDraft(req, NoteForm) ?? new NoteForm();
    await this.show({ application, caseForm, words, tell, errors: [] }, req, res);
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const application = await this.application(reference);
    const parsed = parseForm(NoteForm, req.body);
    const { words, tell, formId } = parsed.form;
    const shown = { application, caseForm: sameCaseForm(parsed.form), words, tell };
    if (!parsed.ok) return this.show({ ...shown, errors: parsed.errors }, req, res);
    const outcome = await this.writeNote.run({
      applicationId: application.id,
      writtenBy: currentStaff(req).id,
      ...{ words, tell, formId },
    });
    if (outcome.ok) return redirectSeeOther(res, `/applications/${application.reference}#notes`);
    if (outcome.refusal === 'no_such_case' || outcome.refusal === 'form_of_another_case') {
      throw new BadRequestException('This form belongs to another case.');
    }
    const { field, text } = MENTION_REFUSAL_WORDS[outcome.refusal];
    await this.show({ ...shown, errors: [fieldError(field, text)] }, req, res);
  }

  private async show({ application, ...shown }: Shown, req: Request, res: Response) {
    const colleagues = await colleaguesOf(this.database.reader, currentStaff(req).id);
    const page = notePage({ reference: application.reference, ...shown, colleagues });
    const status = shown.errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'case-notes/new', page, status });
  }

  private application(reference: string) {
    return applicationOr404(this.database.reader, reference);
  }
}

interface Shown {
  application: { id: string; reference: string };
  caseForm: CaseFormFields;
  words: string;
  tell: string;
  errors: readonly FieldError[];
}
