import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { notOpenPage } from '../case-forms/not-open.presenter.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { decidersOf } from '../decisions/open-case.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { nameOfStaff } from '../staff/staff-accounts.queries.js';
import { SecondLookForm } from './second-look.form.js';
import { secondLookPage } from './second-look.presenter.js';
import {
  checkLook,
  isLookAnswer,
  LOOK_FAULT_WORDS,
  LOOK_REFUSAL_WORDS,
  lookFault,
  type LookRefusal,
} from './second-look.rules.js';
import { lettersThatWait } from './second-looks.queries.js';
import { SettleSecondLook } from './settle-second-look.js';

@Controller('applications/:reference/second-look')
@Can('second-look')
@KeepsDraft('second-look')
export class SecondLookController {
  constructor(
    private readonly settleSecondLook: SettleSecondLook,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const refusal = refusalOf(file, req, null);
    if (refusal) {
      const because = LOOK_REFUSAL_WORDS[refusal];
      const page = notOpenPage({ reference, because, isDecided: file.decision !== null });
      return renderPage(req, res, { view: 'case-forms/not-open', page, status: 409 });
    }
    const drawn = newCaseForm(file.application, this.clock.now());
    await this.showForm(
      file,
      Object.assign(resumeDraft(req, SecondLookForm) ?? new SecondLookForm(), drawn),
      { req, res, errors: [] },
    );
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const parsed = parseForm(SecondLookForm, req.body);
    const { form } = parsed;
    const errors = parsed.ok ? faultsOf(form) : parsed.errors;
    const { answer, note, formId } = form;
    if (errors.length === 0 && isLookAnswer(answer)) {
      const { id: applicationId, uprn } = file.application;
      const seenVersion = Number(form.version);
      const officer = currentStaff(req);
      const looked = { applicationId, uprn, officer, seenVersion, formId, answer, note };
      const outcome = await this.settleSecondLook.run(looked);
      if (outcome.ok) return redirectSeeOther(res, '/second-looks');
      if (!(outcome.refusal in LOOK_FAULT_WORDS)) {
        return this.refused(file, form, { req, res, refusal: outcome.refusal as LookRefusal });
      }
    }
    const refusal = refusalOf(file, req, Number(form.version));
    if (refusal) return this.refused(file, form, { req, res, refusal });
    await this.showForm(file, form, { req, res, errors });
  }

  private async refused(
    { application }: CaseFile,
    form: SecondLookForm,
    { req, res, refusal }: { req: Request; res: Response; refusal: LookRefusal },
  ) {
    await renderStaleCase(req, res, this.database.reader, {
      application,
      drawnAt: form.drawnAt,
      because: LOOK_REFUSAL_WORDS[refusal],
      typed: [{ label: 'What you found', text: form.note }],
    });
  }

  private async showForm(
    file: CaseFile,
    form: SecondLookForm,
    { req, res, errors }: { req: Request; res: Response; errors: readonly FieldError[] },
  ) {
    const { decision, secondLook } = file;
    if (!decision || !secondLook) throw new Error('A second look waits without its decision.');
    const { reader } = this.database;
    const page = secondLookPage({
      ...{ file, now: this.clock.now(), decision, draft: form, errors },
      caseForm: sameCaseForm(form),
      decidedBy: (await nameOfStaff(reader, decision.decidedBy)) ?? 'Somebody',
      dueAt: secondLook.dueAt,
      letters: await lettersThatWait(reader, file.application.id),
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'second-looks/show', page, status });
  }

  private caseFile(reference: string): Promise<CaseFile> {
    return caseFileOr404(this.database.reader, reference, this.clock.now());
  }
}

function refusalOf(file: CaseFile, req: Request, seenVersion: number | null): LookRefusal | null {
  const checked = checkLook({
    check: file.secondLook,
    version: file.application.version,
    seenVersion,
    deciders: decidersOf(file),
    by: currentStaff(req),
  });
  return checked.ok ? null : checked.refusal;
}

function faultsOf(form: SecondLookForm): FieldError[] {
  const fault = lookFault(form);
  if (fault === null) return [];
  return [fieldError(fault === 'not_answered' ? 'answer' : 'note', LOOK_FAULT_WORDS[fault])];
}
