import { Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { ClaimCase } from './claim-case.js';

@Controller('my-work')
@Can('claim')
export class NextCaseController {
  constructor(private readonly claimCase: ClaimCase) {}

  /** Hands out the case most at risk; when none waits, My work says so. */
  @Post('next')
  async next(@Req() req: Request, @Res() res: Response) {
    const reference = await this.claimCase.claimNext(currentStaff(req));
    redirectSeeOther(res, reference === null ? '/my-work' : `/applications/${reference}`);
  }
}
