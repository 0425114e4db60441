import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { decisionPath, isSameDecision, openCaseWords } from '../decisions/open-case.rules.js';
import { LETTER_CHANGED } from '../letters/letter-key.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { refusalToOpen } from '../case-forms/refusal-to-open.js';
import { renderNotOpen } from '../case-forms/render-not-open.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import type { TypedText } from '../case-forms/stale-case.presenter.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { approvalBlockedPage } from './approval-blocked.presenter.js';
import { approvalCheckPage } from './approval-check.presenter.js';
import { approvalFactsOf } from '../approval-gate/approval-facts.queries.js';
import type { ApprovalFacts } from '../approval-gate/approval-facts.rules.js';
import { approvalObstacles, isOvertaken } from '../approval-gate/approval-obstacles.rules.js';
import { approvalTerms } from './approval-terms.rules.js';
import { approvalLetter } from './approval-words.js';
import { ApprovalForm } from './approval.form.js';
import { readKnownBefore } from './known-before.queries.js';
import type { ApprovalRefusal } from './approval.rules.js';
import { ApproveApplication } from './approve-application.js';
import { vehicleElsewhere } from './vehicle-elsewhere.queries.js';
import { VEHICLE_REASON_NEEDED } from './vehicle-elsewhere.rules.js';

const CHANGED = 'Something changed since you checked this: read it again before you approve';

@Controller('applications/:reference/approval')
@Can('decide')
@KeepsDraft('approval')
export class ApprovalController {
  constructor(
    private readonly approveApplication: ApproveApplication,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const refusal = refusalToOpen(file, req, 'approve', null);
    if (refusal) {
      const { application } = file;
      return renderNotOpen(req, res, { application, refusal, action: 'approve' });
    }
    const drawn = newCaseForm(file.application, this.clock.now());
    await this.show(
      {
        file,
        form: Object.assign(resumeDraft(req, ApprovalForm) ?? new ApprovalForm(), drawn),
        errors: [],
      },
      req,
      res,
    );
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const parsed = parseForm(ApprovalForm, req.body);
    const { form } = parsed;
    if (isSameDecision(file, form)) return redirectSeeOther(res, decisionPath(reference));
    const refusal = refusalToOpen(file, req, 'approve', Number(form.version));
    if (refusal) return this.refused({ file, form, refusal }, req, res);
    if (!parsed.ok) return this.show({ file, form, errors: parsed.errors, status: 422 }, req, res);
    await this.send(file, form, req, res);
  }

  private async send(file: CaseFile, form: ApprovalForm, req: Request, res: Response) {
    const { application } = file;
    const outcome = await this.approveApplication.run({
      applicationId: application.id,
      uprn: application.uprn,
      officer: currentStaff(req),
      seenVersion: Number(form.version),
      formId: form.formId,
      privateNote: form.privateNote || null,
      vehicleReason: form.vehicleReason || null,
      termsShown: form.terms,
      letterShown: form.letterKey,
    });
    if (outcome.ok) return redirectSeeOther(res, decisionPath(application.reference));
    await this.refused({ file, form, refusal: outcome.refusal }, req, res);
  }

  private async refused({ file, form, refusal }: Refused, req: Request, res: Response) {
    if (isAboutApproval(refusal)) {
      const now = await this.caseFile(file.application.reference);
      const errors = changeErrors(refusal);
      return this.show({ file: now, form, errors, status: 422 }, req, res);
    }
    await renderStaleCase(req, res, this.database.reader, {
      application: file.application,
      drawnAt: form.drawnAt,
      because: openCaseWords(refusal, 'approve'),
      typed: typedIn(form),
    });
  }

  /** The check page, or what is in the way of it. */
  private async show({ file, form, errors, status = 200 }: Shown, req: Request, res: Response) {
    const { formId } = form;
    const { reader } = this.database;
    const facts = await approvalFactsOf(reader, file, { now: this.clock.now(), formId });
    const obstacles = approvalObstacles(facts);
    if (obstacles.length === 0)
      return this.showCheck(facts, { file, form, errors, status }, req, res);
    const typed = status === 200 ? null : typedIn(form);
    const page = approvalBlockedPage({ file, now: facts.now, obstacles, typed });
    const blocked = isOvertaken(obstacles) && status !== 200 ? 409 : status;
    await renderPage(req, res, { view: 'approval/blocked', page, status: blocked });
  }

  private async showCheck(facts: ApprovalFacts, shown: Shown, req: Request, res: Response) {
    const { file, form, errors, status = 200 } = shown;
    const terms = approvalTerms(facts);
    const page = approvalCheckPage({
      ...{ file, now: facts.now, facts, terms, errors },
      letter: approvalLetter(facts, terms, {
        council: councilFacts(this.settings),
        file,
      }),
      caseForm: sameCaseForm(form),
      ...{ privateNote: form.privateNote, vehicleReason: form.vehicleReason },
      elsewhere: await vehicleElsewhere(this.database.reader, file.application, facts.now),
      known: await readKnownBefore(this.database.reader, file, facts.now),
    });
    await renderPage(req, res, { view: 'approval/check', page, status });
  }

  private caseFile(reference: string): Promise<CaseFile> {
    return caseFileOr404(this.database.reader, reference, this.clock.now());
  }
}

interface Shown {
  file: CaseFile;
  form: ApprovalForm;
  errors: readonly FieldError[];
  status?: number;
}

interface Refused {
  file: CaseFile;
  form: ApprovalForm;
  refusal: ApprovalRefusal;
}

/** Everything a person wrote, to be given back where it is not taken. */
function typedIn({ vehicleReason, privateNote }: ApprovalForm): TypedText[] {
  return [
    { label: 'Why the vehicle may be elsewhere too', text: vehicleReason },
    { label: 'Private note', text: privateNote },
  ];
}

const ABOUT_APPROVAL = [
  'cannot_be_approved',
  'terms_changed',
  'vehicle_reason_needed',
  'letter_changed',
] as const satisfies readonly ApprovalRefusal[];

type AboutApproval = (typeof ABOUT_APPROVAL)[number];

function isAboutApproval(refusal: ApprovalRefusal): refusal is AboutApproval {
  return (ABOUT_APPROVAL as readonly ApprovalRefusal[]).includes(refusal);
}

/** What is in the way is listed by its own page; a change is said above what changed. */
function changeErrors(refusal: AboutApproval): FieldError[] {
  if (refusal === 'cannot_be_approved') return [];
  if (refusal === 'vehicle_reason_needed') {
    return [fieldError('vehicleReason', VEHICLE_REASON_NEEDED, '#vehicleReason')];
  }
  if (refusal === 'letter_changed') return [fieldError('letter', LETTER_CHANGED, '#letter')];
  return [fieldError('terms', CHANGED, '#summary')];
}
