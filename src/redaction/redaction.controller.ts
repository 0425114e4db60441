import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { notOpenPage } from '../case-forms/not-open.presenter.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { isRedactionReason, REDACTION_REASONS } from '../evidence/redaction-reasons.rules.js';
import { refuseHealthPaper } from '../evidence/refuse-health-paper.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { type PageOnDesk, readPageOnDesk } from './page-on-desk.queries.js';
import { RedactPage } from './redact-page.js';
import { redactionCheckPage } from './redaction-check.presenter.js';
import { RedactionForm } from './redaction.form.js';
import { redactionPage } from './redaction.presenter.js';
import { mayRedact, REDACTION_REFUSAL_WORDS, type RedactionRefusal } from './redaction.rules.js';
import { BOX_NUMBERS, BOX_SIDES, readBoxes } from './typed-boxes.rules.js';

/** An officer blacks out what the check of a paper does not need (S13.4). */
@Controller('applications/:reference/evidence/:position/redaction')
@Can('review')
export class RedactionController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly redactPage: RedactPage,
  ) {}

  @Get('new')
  async new(@Param() at: PaperPlace, @Req() req: Request, @Res() res: Response) {
    const { page } = req.query;
    const desk = await this.desk(at, typeof page === 'string' ? page : '1', req);
    const { application } = desk.file;
    const may = mayRedact(application, { staffId: currentStaff(req).id, version: null });
    if (!may.ok) {
      const because = REDACTION_REFUSAL_WORDS[may.refusal];
      const isDecided = may.refusal === 'decided';
      const notOpen = notOpenPage({ reference: application.reference, because, isDecided });
      return renderPage(req, res, { view: 'case-forms/not-open', page: notOpen, status: 409 });
    }
    const drawn = newCaseForm(application, this.clock.now());
    await this.showForm({ desk, form: Object.assign(new RedactionForm(), drawn) }, req, res);
  }

  @Post()
  async create(@Param() at: PaperPlace, @Req() req: Request, @Res() res: Response) {
    const parsed = parseForm(RedactionForm, req.body);
    const { form } = parsed;
    const desk = await this.desk(at, form.page, req);
    if (desk.redactions.some(({ formId }) => formId === form.formId)) return this.done(desk, res);
    const staffId = currentStaff(req).id;
    const may = mayRedact(desk.file.application, { staffId, version: Number(form.version) });
    if (!may.ok) return this.refused({ desk, form, refusal: may.refusal }, req, res);
    const errors = parsed.ok ? faultsOf(form) : parsed.errors;
    if (form.step === 'change') return this.showForm({ desk, form }, req, res);
    if (errors.length > 0) return this.showForm({ desk, form, errors }, req, res);
    if (form.step === 'check') return this.showCheck({ desk, form }, req, res);
    await this.burn({ desk, form }, req, res);
  }

  private async burn({ desk, form }: Shown, req: Request, res: Response) {
    if (!isRedactionReason(form.reason)) throw new Error('The reason was checked before.');
    const outcome = await this.redactPage.run({
      paper: desk.paper.paper,
      page: desk.page,
      staffId: currentStaff(req).id,
      version: Number(form.version),
      formId: form.formId,
      boxes: readBoxes(form).boxes,
      reason: form.reason,
    });
    if (outcome.ok) return this.done(desk, res);
    await this.refused({ desk, form, refusal: outcome.refusal }, req, res);
  }

  /** Back to the paper, which says what was done to it. */
  private done({ file, paper, page }: PageOnDesk, res: Response): void {
    const path = `/applications/${file.application.reference}/evidence/${paper.position}`;
    redirectSeeOther(res, `${path}?page=${page.pageNumber}`);
  }

  private async refused({ desk, form, refusal }: Refused, req: Request, res: Response) {
    const { application } = desk.file;
    await renderStaleCase(req, res, this.database.reader, {
      application,
      drawnAt: form.drawnAt,
      because: REDACTION_REFUSAL_WORDS[refusal],
      typed: [
        { label: 'Boxes', text: boxesInWords(form) },
        {
          label: 'Why',
          text: isRedactionReason(form.reason) ? REDACTION_REASONS[form.reason] : '',
        },
      ],
    });
  }

  private async showForm({ desk, form, errors = [] }: Shown, req: Request, res: Response) {
    const drawn = { desk, now: this.clock.now(), caseForm: sameCaseForm(form) };
    const page = redactionPage({ ...drawn, draft: form, errors });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'redaction/new', page, status });
  }

  private async showCheck({ desk, form }: Shown, req: Request, res: Response) {
    const drawn = { desk, now: this.clock.now(), caseForm: sameCaseForm(form) };
    const { boxes } = readBoxes(form);
    const page = redactionCheckPage({ ...drawn, draft: form, boxes });
    await renderPage(req, res, { view: 'redaction/check', page });
  }

  private async desk(at: PaperPlace, page: string, req: Request): Promise<PageOnDesk> {
    const { reference } = at;
    const place = { reference, position: whole(at.position), pageNumber: whole(page) };
    const desk = await readPageOnDesk(this.database.reader, place, this.clock.now());
    if (!desk) throw new NotFoundException();
    refuseHealthPaper(req, desk.paper.kind);
    return desk;
  }
}

interface PaperPlace {
  reference: string;
  position: string;
}

interface Shown {
  desk: PageOnDesk;
  form: RedactionForm;
  errors?: readonly FieldError[];
}

interface Refused extends Shown {
  refusal: RedactionRefusal;
}

/** 0, which no paper and no page has, for anything that is not written as a number of ours. */
function whole(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
}

function faultsOf(form: RedactionForm): FieldError[] {
  const faults = readBoxes(form).faults.map(({ field, text }) => fieldError(field, text));
  if (!isRedactionReason(form.reason)) {
    faults.push(fieldError('reason', 'Choose why this is blacked out'));
  }
  return faults;
}

function boxesInWords(form: RedactionForm): string {
  const said = (number: string) =>
    BOX_SIDES.map((side) => `${side} ${form[side][number] || '–'}`).join(', ');
  const typed = BOX_NUMBERS.filter((number) => BOX_SIDES.some((side) => form[side][number]));
  return typed.map((number) => `Box ${number}: ${said(number)}`).join('\n');
}
