import { Controller, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { SeeMention } from './see-mention.js';

@Controller('my-work/mentions')
@Can('see-case')
export class MentionsController {
  constructor(private readonly seeMention: SeeMention) {}

  /** Somebody else's mention, or none, is simply not there to be seen. */
  @Post(':noteId/seen')
  async seen(@Param('noteId') noteId: string, @Req() req: Request, @Res() res: Response) {
    if (!/^[0-9a-f-]{36}$/.test(noteId)) throw new NotFoundException();
    await this.seeMention.run(noteId, currentStaff(req).id);
    redirectSeeOther(res, '/my-work#told');
  }
}
