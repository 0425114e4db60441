import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Settings } from '../platform/config/settings.js';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { endCurrentSession } from '../staff/staff-sessions.js';

@Controller('sign-out')
@Can('anyone')
export class SignOutController {
  constructor(private readonly settings: Settings) {}

  @Post()
  @HttpCode(303)
  async create(@Req() req: Request, @Res() res: Response): Promise<void> {
    await endCurrentSession(req, res, this.settings);
    // Not "cookies": the browser stays known, so that strangers' guesses do not keep its owner out.
    res.setHeader('Clear-Site-Data', '"cache", "storage"');
    redirectSeeOther(res, '/sign-in');
  }
}
