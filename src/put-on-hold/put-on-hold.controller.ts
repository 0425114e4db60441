import { BadRequestException, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { CaseForm, newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { wakesTooLateForMoney } from '../holds/wake-date.rules.js';
import { settingOn } from '../policy/policy-settings.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { londonDateOf } from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { PutOnHoldForm } from './put-on-hold.form.js';
import { putOnHoldPage } from './put-on-hold.presenter.js';
import { decideHold, HOLD_REFUSAL_WORDS } from './put-on-hold.rules.js';
import { PutOnHold } from './put-on-hold.js';
import { readHoldForm } from './read-hold-form.rules.js';

@Controller('applications/:reference/hold')
@Can('claim')
@KeepsDraft('hold')
export class PutOnHoldController {
  constructor(
    private readonly putOnHold: PutOnHold,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const { application } = file;
    const now = this.clock.now();
    const drawn = newCaseForm(application, now);
    const asked = { application, officer: currentStaff(req), seenVersion: application.version };
    const decided = decideHold(asked);
    if (!decided.ok) return this.refused(file, drawn, decided.refusal, req, res);
    await this.show(
      { file, form: Object.assign(resumeDraft(req, PutOnHoldForm) ?? new PutOnHoldForm(), drawn) },
      req,
      res,
    );
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const parsed = parseForm(PutOnHoldForm, req.body);
    const { form } = parsed;
    if (!parsed.ok) return this.show({ file, form, errors: parsed.errors }, req, res);
    const read = readHoldForm(form, this.clock.now(), this.mostDays(file));
    if (!read.ok) {
      const errors = read.faults.map(({ field, text }) => fieldError(field, text, hrefOf(field)));
      return this.show({ file, form, errors }, req, res);
    }
    const isLate = wakesTooLateForMoney(read.wakeOn, file.application.holdEndsAt);
    if (isLate && form.lateForMoney !== 'yes') {
      return this.show({ file, form, isLateForMoney: true }, req, res);
    }
    const outcome = await this.putOnHold.run({
      applicationId: file.application.id,
      officer: currentStaff(req),
      seenVersion: Number(form.version),
      formId: form.formId,
      words: form.words,
      ...{ reason: read.reason, wakeOn: read.wakeOn },
    });
    if (outcome.ok) return redirectSeeOther(res, `/applications/${file.application.reference}`);
    await this.refused(file, form, outcome.refusal, req, res);
  }

  @Post('end')
  async end(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const parsed = parseForm(CaseForm, req.body);
    if (!parsed.ok) throw new BadRequestException(parsed.errors[0]?.text);
    const outcome = await this.putOnHold.end({
      applicationId: file.application.id,
      officer: currentStaff(req),
      seenVersion: Number(parsed.form.version),
    });
    // Pressed twice, or it has woken: the case stands as the person wanted.
    if (outcome.ok || outcome.refusal === 'not_on_hold') {
      return redirectSeeOther(res, `/applications/${file.application.reference}`);
    }
    await this.refused(file, parsed.form, outcome.refusal, req, res);
  }

  private async refused(
    { application }: CaseFile,
    form: { drawnAt: string; words?: string },
    refusal: keyof typeof HOLD_REFUSAL_WORDS,
    ...[req, res]: [Request, Response]
  ) {
    await renderStaleCase(req, res, this.database.reader, {
      application,
      drawnAt: form.drawnAt,
      because: HOLD_REFUSAL_WORDS[refusal],
      typed: [{ label: 'In your own words', text: form.words ?? '' }],
    });
  }

  /** As the council has set it for today. */
  private mostDays({ policy }: CaseFile): number {
    return settingOn(policy.settings, 'hold_most_days', londonDateOf(this.clock.now()));
  }

  private async show(shown: Shown, req: Request, res: Response) {
    const { file, form, errors = [], isLateForMoney = false } = shown;
    const page = putOnHoldPage({
      ...{ file, errors, isLateForMoney, draft: form },
      now: this.clock.now(),
      caseForm: sameCaseForm(form),
      mostDays: this.mostDays(file),
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'put-on-hold/new', page, status });
  }

  private caseFile(reference: string): Promise<CaseFile> {
    return caseFileOr404(this.database.reader, reference, this.clock.now());
  }
}

interface Shown {
  file: CaseFile;
  form: PutOnHoldForm;
  errors?: readonly FieldError[];
  isLateForMoney?: boolean;
}

function hrefOf(field: string): string {
  return field === 'wakeOn' ? '#wakeOn-day' : `#${field}`;
}
