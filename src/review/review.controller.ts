import {
  BadRequestException,
  Controller,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { readGate } from '../approval-gate/read-gate.queries.js';
import { readCaseFile } from '../case-file/case-file.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { placeOfHref, viewerPlace } from '../platform/web/components/viewer.js';
import { parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { type CheckAct, CheckPaperForm } from './check-paper.form.js';
import { mayReview, REVIEW_REFUSAL_WORDS, type ReviewRefusal } from './check-paper.rules.js';
import { PaperActs } from './paper-acts.js';
import { type PaperOnDesk, readPaperOnDesk } from './paper-on-desk.queries.js';
import { refuseHealthPaper } from '../evidence/refuse-health-paper.js';
import { paperPath } from './review-viewer.presenter.js';
import { reviewPage } from './review.presenter.js';
import { typedFrom } from './shown-check.rules.js';
import { typedWords } from './typed-words.rules.js';
import type { CheckFault } from './typed-check.rules.js';
import { readWholeNumber } from './whole-number.rules.js';

/** The paper beside the claim: opened by officers, marked by the one who holds the case. */
@Controller('applications/:reference/evidence/:position')
@KeepsDraft('evidence/:position/check')
export class ReviewController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly acts: PaperActs,
  ) {}

  @Get()
  @Can('see-evidence')
  async show(@Param() at: PaperPlace, @Req() req: Request, @Res() res: Response): Promise<void> {
    const desk = await this.desk(at, req);
    const { page, rotate, zoom } = req.query;
    const isWithin = page !== undefined || rotate !== undefined || zoom !== undefined;
    const { paper } = desk.paper;
    const staffId = currentStaff(req).id;
    await this.acts.look.run({ staffId, paper, what: 'pages', isWithin });
    const { kind, findings, check } = desk.paper;
    const now = this.clock.now();
    const isOpen = mayReview(desk.file.application, staffId).ok;
    const begun = isOpen ? resumeDraft(req, CheckPaperForm) : null;
    const view = {
      now,
      place: viewerPlace({ page, rotate, zoom }),
      typed: begun ?? typedFrom(kind, findings, check?.note ?? null),
      caseForm: newCaseForm(desk.file.application, now),
      faults: [],
    };
    await renderPage(req, res, {
      view: 'review/show',
      page: reviewPage({ desk, ...this.viewer(req), ...view }),
    });
  }

  @Post('check')
  @Can('review')
  @HttpCode(303)
  async check(@Param() at: PaperPlace, @Req() req: Request, @Res() res: Response): Promise<void> {
    const desk = await this.desk(at, req);
    const parsed = parseForm(CheckPaperForm, req.body);
    if (!parsed.ok) throw new BadRequestException('The form is not one of this page.');
    const { form } = parsed;
    if (form.look !== '' || form.act === 'redraw')
      return this.again(req, res, { desk, form, faults: [] });
    if (form.act === 'accept' && form.kind !== form.drawnKind) {
      const text = 'Look at what this kind of paper must show before you accept it';
      return this.again(req, res, { desk, form, faults: [{ field: 'kind', text }] });
    }
    const { reference } = desk.file.application;
    const outcome = await this.acts.check.run({
      reference,
      position: desk.paper.position,
      staffId: currentStaff(req).id,
      version: Number(form.version),
      typed: form,
      isAllMatching: form.act === 'accept',
    });
    if (outcome.ok) {
      const { nextPosition } = outcome;
      return redirectSeeOther(res, await this.onward(reference, nextPosition, form.act));
    }
    if (outcome.refusal === 'unknown') throw new NotFoundException();
    if (outcome.refusal === 'faults') {
      return this.again(req, res, { desk, form, faults: outcome.faults });
    }
    await this.refuse(req, res, { desk, form, refusal: outcome.refusal });
  }

  /** The next paper; after the last, what is left of the case: its approval where nothing is missing. */
  private async onward(reference: string, next: number | null, act: CheckAct): Promise<string> {
    if (next !== null) return paperPath(reference, next);
    const { reader } = this.database;
    const now = this.clock.now();
    const file = act === 'accept' ? await readCaseFile(reader, reference, now) : null;
    // Whether the officer has an interest in it was asked before this route ran (R-COI-1).
    const missing = file && (await readGate(reader, file, { now, conflict: [] }));
    const isReady = missing?.length === 0;
    return isReady ? `/applications/${reference}/approval/new` : `/applications/${reference}`;
  }

  /** The same page with everything kept: what was typed, and the place in the paper. */
  private async again(
    req: Request,
    res: Response,
    { desk, form, faults }: { desk: PaperOnDesk; form: CheckPaperForm; faults: CheckFault[] },
  ): Promise<void> {
    const { look, viewerPage: page, viewerRotation: rotate, viewerZoom: zoom } = form;
    const place = look === '' ? viewerPlace({ page, rotate, zoom }) : placeOfHref(look);
    const now = this.clock.now();
    const view = { now, place, typed: form, caseForm: sameCaseForm(form), faults };
    await renderPage(req, res, {
      view: 'review/show',
      page: reviewPage({ desk, ...this.viewer(req), ...view }),
      status: faults.length > 0 ? 422 : 200,
    });
  }

  private async refuse(
    req: Request,
    res: Response,
    { desk, form, refusal }: { desk: PaperOnDesk; form: CheckPaperForm; refusal: ReviewRefusal },
  ): Promise<void> {
    await renderStaleCase(req, res, this.database.reader, {
      application: desk.file.application,
      drawnAt: form.drawnAt,
      because: REVIEW_REFUSAL_WORDS[refusal],
      typed: typedWords(form),
    });
  }

  private viewer(req: Request) {
    const { id: staffId, role } = currentStaff(req);
    return { staffId, role, isRegisterAsked: this.settings.isRegisterAsked };
  }

  private async desk({ reference, position }: PaperPlace, req: Request): Promise<PaperOnDesk> {
    const place = { reference, position: readWholeNumber(position) };
    const desk = await readPaperOnDesk(this.database.reader, place, this.clock.now());
    if (!desk) throw new NotFoundException();
    refuseHealthPaper(req, desk.paper.kind);
    return desk;
  }
}

interface PaperPlace {
  reference: string;
  position: string;
}
