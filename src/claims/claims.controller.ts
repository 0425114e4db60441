import { BadRequestException, Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { applicationOr404 } from '../case-file/application-or-404.js';
import { Database } from '../platform/database/transaction.js';
import { parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { CaseForm } from '../case-forms/case-form.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { DespiteConflict } from '../conflicts-of-interest/despite-conflict.decorator.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { ClaimCase } from './claim-case.js';
import { claimHolder } from './claim-holder.queries.js';
import { claimRefusedBecause, isDoneAlready } from './claim-refusal.rules.js';

@Controller('applications/:reference')
@Can('claim')
export class ClaimsController {
  constructor(
    private readonly claimCase: ClaimCase,
    private readonly database: Database,
  ) {}

  @Post('claim')
  async claim(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    await this.answer('claim', reference, req, res);
  }

  @Post('release')
  @DespiteConflict()
  async release(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    await this.answer('release', reference, req, res);
  }

  private async answer(act: 'claim' | 'release', reference: string, req: Request, res: Response) {
    const { reader } = this.database;
    const application = await applicationOr404(reader, reference);
    const parsed = parseForm(CaseForm, req.body);
    if (!parsed.ok) throw new BadRequestException(parsed.errors[0]?.text);
    const officer = currentStaff(req);
    const outcome = await this.claimCase[act]({
      applicationId: application.id,
      officer,
      seenVersion: Number(parsed.form.version),
    });
    const holder = await claimHolder(reader, application.id);
    if (outcome.ok || isDoneAlready(act, holder, officer.id)) {
      return redirectSeeOther(res, `/applications/${application.reference}`);
    }
    await renderStaleCase(req, res, reader, {
      application,
      drawnAt: parsed.form.drawnAt,
      because: claimRefusedBecause(outcome.refusal, holder),
      typed: [],
    });
  }
}
