import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { councilFacts } from '../letters/council-facts.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { renderPage } from '../platform/web/render-page.js';
import { SignedLink } from '../platform/web/route-access.js';
import { OpenStatusLink } from './open-status-link.js';
import {
  noSuchLinkPage,
  type ResidentNotice,
  residentPage,
  waitPage,
} from './resident-view.presenter.js';

/**
 * Where an application and its money stand, for the resident. The secret in the address is the whole
 * permission; it is in no log (the access log prints `/s/:token`) and no Referer (none is ever sent).
 */
@Controller('s/:token')
@SignedLink()
export class ResidentViewController {
  constructor(
    private readonly openStatusLink: OpenStatusLink,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Req() req: Request, @Res() res: Response) {
    const council = councilFacts(this.settings);
    const opened = await this.openStatusLink.run(token, req.ip);
    if (!opened.ok) {
      if (opened.refusal === 'unknown') return this.notice(noSuchLinkPage(council), req, res, 404);
      res.setHeader('Retry-After', String(opened.seconds));
      return this.notice(waitPage(opened.seconds, council), req, res, 429);
    }
    const page = residentPage(opened.found, council, this.clock.now());
    await renderPage(req, res, { view: 'resident-view/show', page, layout: 'resident' });
  }

  private notice(page: ResidentNotice, req: Request, res: Response, status: number) {
    const view = 'resident-view/notice';
    return renderPage(req, res, { view, page, status, layout: 'resident' });
  }
}
