import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { councilFacts } from '../letters/council-facts.rules.js';
import { isPayFormToken, payFormToken, payPath } from '../payment-requests/pay-link.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { ledOrTold, type Visit } from '../platform/web/link-visits.js';
import { ForeignRequest } from '../platform/web/refusals.js';
import { leadOutside, redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { SignedLink } from '../platform/web/route-access.js';
import { allowFormsTo } from '../platform/web/security-headers.js';
import { OpenPayLink } from './open-pay-link.js';
import type { PayDesk } from './pay-desk.queries.js';
import { payPageState } from './pay-page-state.rules.js';
import {
  checkingPage,
  paidPage,
  payLinkExpiredPage,
  type PayNotice,
  payNotNeededPage,
  payPage,
  payWaitPage,
  tooLatePage,
} from './pay-pages.presenter.js';
import { type CardPage, WaitForCardPage } from './wait-for-card-page.js';

/**
 * The page behind the link in the letter that asks to pay again. The secret in the address is the
 * whole permission. What an address says besides is never looked at: whether it is paid is read at
 * the payment service, by a job.
 */
@Controller('p/:token')
@SignedLink()
export class PayController {
  constructor(
    private readonly openLink: OpenPayLink,
    private readonly waitForCardPage: WaitForCardPage,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Req() req: Request, @Res() res: Response) {
    const desk = await this.admit('look', token, req, res);
    if (desk) await this.answer(desk, token, req, res);
  }

  @Post()
  async pay(@Param('token') token: string, @Req() req: Request, @Res() res: Response) {
    const desk = await this.admit('send', token, req, res);
    if (!desk) return;
    const body = req.body as Record<string, unknown> | undefined;
    if (!isPayFormToken(this.settings.LINK_SECRET, token, body?.['_csrf'])) {
      throw new ForeignRequest();
    }
    const page = await this.cardPage(desk, true);
    if (page.is === 'ready') return leadOutside(res, page.url);
    if (page.is === 'over') return redirectSeeOther(res, payPath(token));
    await this.form({ desk, token, isSlow: true }, req, res);
  }

  /** Where the card page leads back to; asks for the payment to be read, and changes nothing else. */
  @Get('return')
  async back(@Param('token') token: string, @Req() req: Request, @Res() res: Response) {
    const desk = await this.admit('look', token, req, res);
    if (!desk) return;
    const page = await this.cardPage(desk, false);
    if (page.is !== 'not_yet') return redirectSeeOther(res, payPath(token));
    await this.notice(checkingPage(payPath(token), this.council()), req, res);
  }

  private cardPage({ request }: PayDesk, mayBegin: boolean): Promise<CardPage> {
    const { id: requestId, applicationId } = request;
    return this.waitForCardPage.run({ requestId, applicationId, mayBegin });
  }

  /** The request behind the link; null when the visitor has had his answer already. */
  private async admit(visit: Visit, token: string, req: Request, res: Response) {
    const opened = await ledOrTold(await this.openLink.run(visit, token, req.ip), res, {
      wait: (seconds) => this.notice(payWaitPage(seconds, this.council()), req, res, 429),
      expired: () => this.notice(payLinkExpiredPage(this.council()), req, res, 410),
    });
    return opened && opened.desk;
  }

  private async answer(desk: PayDesk, token: string, req: Request, res: Response) {
    switch (payPageState({ ...desk, now: this.clock.now() })) {
      case 'open':
        return this.form({ desk, token, isSlow: false }, req, res);
      case 'paid':
        return this.notice(paidPage(desk, this.council()), req, res);
      case 'too_late':
        return this.notice(tooLatePage(desk, this.council()), req, res);
      case 'not_needed':
        return this.notice(payNotNeededPage(desk, this.council()), req, res);
    }
  }

  private async form({ desk, token, isSlow }: Form, req: Request, res: Response) {
    if (req.shell) req.shell.csrfToken = payFormToken(this.settings.LINK_SECRET, token);
    allowFormsTo(res, new URL(this.settings.PAY_PAGES_URL).origin);
    const page = payPage({ desk, path: payPath(token), council: this.council(), isSlow });
    const status = isSlow ? 503 : 200;
    await renderPage(req, res, { view: 'payment-again/pay', page, status, layout: 'resident' });
  }

  private notice(page: PayNotice, req: Request, res: Response, status = 200) {
    const view = 'payment-again/notice';
    return renderPage(req, res, { view, page, status, layout: 'resident' });
  }

  private council() {
    return councilFacts(this.settings);
  }
}

interface Form {
  desk: PayDesk;
  token: string;
  isSlow: boolean;
}
