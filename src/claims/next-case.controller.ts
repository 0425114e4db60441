import { BadRequestException, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Database } from '../platform/database/transaction.js';
import { parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { ChooseNextCase } from './choose-next-case.js';
import { ClaimCase } from './claim-case.js';
import { firstOpenPaper } from './first-open-paper.queries.js';
import { NextCaseForm } from './next-case.form.js';

@Controller('my-work')
@Can('claim')
export class NextCaseController {
  constructor(
    private readonly claimCase: ClaimCase,
    private readonly chooseNextCase: ChooseNextCase,
    private readonly database: Database,
  ) {}

  /**
   * Hands out the case most at risk, opened at its first paper that is not decided about; when no
   * case waits, My work says so.
   */
  @Post('next')
  async next(@Req() req: Request, @Res() res: Response) {
    const reference = await this.claimCase.claimNext(currentStaff(req));
    if (reference === null) return redirectSeeOther(res, '/my-work');
    const paper = await firstOpenPaper(this.database.reader, reference);
    const path = `/applications/${reference}`;
    redirectSeeOther(res, paper === null ? path : `${path}/evidence/${paper}`);
  }

  @Post('next-from')
  async nextFrom(@Req() req: Request, @Res() res: Response) {
    const parsed = parseForm(NextCaseForm, req.body);
    if (!parsed.ok) throw new BadRequestException('Choose where your next case comes from.');
    await this.chooseNextCase.run(currentStaff(req).id, parsed.form.choice);
    redirectSeeOther(res, '/my-work');
  }
}
