import {
  BadRequestException,
  Controller,
  NotFoundException,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { type CaseFile, readCaseFile } from '../case-file/case-file.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { CaseForm } from '../stale-case/case-form.js';
import { renderStaleCase } from '../stale-case/render-stale-case.js';
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
    private readonly clock: Clock,
  ) {}

  @Post('claim')
  async claim(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    await this.answer('claim', reference, req, res);
  }

  @Post('release')
  async release(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    await this.answer('release', reference, req, res);
  }

  private async answer(act: 'claim' | 'release', reference: string, req: Request, res: Response) {
    const { application } = await this.caseFile(reference);
    const parsed = parseForm(CaseForm, req.body);
    if (!parsed.ok) throw new BadRequestException(parsed.errors[0]?.text);
    const officer = currentStaff(req);
    const outcome = await this.claimCase[act]({
      applicationId: application.id,
      officer,
      seenVersion: Number(parsed.form.version),
    });
    const holder = await claimHolder(this.database.reader, application.id);
    if (outcome.ok || isDoneAlready(act, holder, officer.id)) {
      return redirectSeeOther(res, `/applications/${application.reference}`);
    }
    await renderStaleCase(req, res, this.database.reader, {
      application,
      drawnAt: parsed.form.drawnAt,
      because: claimRefusedBecause(outcome.refusal, holder),
      typed: [],
    });
  }

  private async caseFile(reference: string): Promise<CaseFile> {
    const file = await readCaseFile(this.database.reader, reference, this.clock.now());
    if (!file) throw new NotFoundException();
    return file;
  }
}
