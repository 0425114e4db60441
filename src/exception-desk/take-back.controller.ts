import { BadRequestException, Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CaseForm } from '../case-forms/case-form.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { ANSWER_REFUSAL_WORDS } from './answer-exception.rules.js';
import { exceptionOr404 } from './case-exception.queries.js';
import { TakeBackException } from './take-back-exception.js';

/** Who asked takes the request back; a form of one button. */
@Controller('applications/:reference/refund-exceptions/:exceptionId/withdrawal')
@Can('request-exception')
export class TakeBackController {
  constructor(
    private readonly takeBackException: TakeBackException,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Post()
  async create(
    @Param() { reference, exceptionId }: { reference: string; exceptionId: string },
    @Req() req: Request,
    @Res() res: Response,
  ) {
    const wanted = { reference, exceptionId, at: this.clock.now() };
    const { file } = await exceptionOr404(this.database.reader, wanted);
    const { application } = file;
    const parsed = parseForm(CaseForm, req.body);
    if (!parsed.ok) throw new BadRequestException(parsed.errors[0]?.text);
    const { formId, drawnAt } = parsed.form;
    const outcome = await this.takeBackException.run({
      ...{ exceptionId, applicationId: application.id, uprn: application.uprn },
      ...{ officer: currentStaff(req), formId },
    });
    if (outcome.ok) {
      return redirectSeeOther(res, `/applications/${reference}/refund-exceptions/${exceptionId}`);
    }
    await renderStaleCase(req, res, this.database.reader, {
      ...{ application, drawnAt, typed: [] },
      because: ANSWER_REFUSAL_WORDS[outcome.refusal],
    });
  }
}
