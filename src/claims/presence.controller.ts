import { Controller, HttpCode, NotFoundException, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { isCase } from '../case-claims/case-presence.queries.js';
import { DespiteConflict } from '../conflicts-of-interest/despite-conflict.decorator.js';
import { Database } from '../platform/database/transaction.js';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';

/** Says that somebody is at work on a case; the interceptor has noted it before these run. */
@Controller('applications/:reference')
export class PresenceController {
  constructor(private readonly database: Database) {}

  /** The heartbeat of a page that is open and used. */
  @Post('presence')
  @HttpCode(204)
  @Can('see-case')
  @DespiteConflict()
  async here(@Param('reference') reference: string): Promise<void> {
    await this.caseOr404(reference);
  }

  /** The same by hand, for who reads long without script. */
  @Post('longer')
  @Can('claim')
  async longer(@Param('reference') reference: string, @Res() res: Response): Promise<void> {
    await this.caseOr404(reference);
    redirectSeeOther(res, `/applications/${reference}`);
  }

  private async caseOr404(reference: string): Promise<void> {
    if (!(await isCase(this.database.reader, reference))) throw new NotFoundException();
  }
}
