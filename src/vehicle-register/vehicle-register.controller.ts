import {
  BadRequestException,
  Controller,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { AskRegisterAgain } from './ask-register-again.js';
import { AskRegisterForm } from './ask-register.form.js';

const DECIDED = 'The case is decided: the register is not asked about it any more.';

/** "Ask the register": the press is written down at once, the worker asks. */
@Controller('applications/:reference/vehicle-register')
@Can('review')
export class VehicleRegisterController {
  constructor(
    private readonly askAgain: AskRegisterAgain,
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(303)
  async ask(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const { reader } = this.database;
    const { application } = await caseFileOr404(reader, reference, this.clock.now());
    if (!this.settings.isRegisterAsked) throw new NotFoundException();
    const parsed = parseForm(AskRegisterForm, req.body);
    if (!parsed.ok) throw new BadRequestException(parsed.errors[0]?.text);
    const { formId, paper, drawnAt } = parsed.form;
    const staffId = currentStaff(req).id;
    const outcome = await this.askAgain.run({ reference, staffId, formId });
    if (outcome.ok) return redirectSeeOther(res, wayBack(application.reference, paper));
    if (outcome.refusal === 'unknown') throw new NotFoundException();
    await renderStaleCase(req, res, reader, { application, drawnAt, because: DECIDED, typed: [] });
  }
}

function wayBack(reference: string, paper: string): string {
  const place = paper === '' ? '' : `/evidence/${Number(paper)}`;
  return `/applications/${reference}${place}#register`;
}
