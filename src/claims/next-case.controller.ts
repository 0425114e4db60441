import { BadRequestException, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { ChooseNextCase } from './choose-next-case.js';
import { ClaimCase } from './claim-case.js';
import { NextCaseForm } from './next-case.form.js';

@Controller('my-work')
@Can('claim')
export class NextCaseController {
  constructor(
    private readonly claimCase: ClaimCase,
    private readonly chooseNextCase: ChooseNextCase,
  ) {}

  /** Hands out the case most at risk; when none waits, My work says so. */
  @Post('next')
  async next(@Req() req: Request, @Res() res: Response) {
    const reference = await this.claimCase.claimNext(currentStaff(req));
    redirectSeeOther(res, reference === null ? '/my-work' : `/applications/${reference}`);
  }

  @Post('next-from')
  async nextFrom(@Req() req: Request, @Res() res: Response) {
    const parsed = parseForm(NextCaseForm, req.body);
    if (!parsed.ok) throw new BadRequestException('Choose where your next case comes from.');
    await this.chooseNextCase.run(currentStaff(req).id, parsed.form.choice);
    redirectSeeOther(res, '/my-work');
  }
}
