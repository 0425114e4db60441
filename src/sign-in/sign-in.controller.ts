import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { csrfTokenOf } from '../platform/web/csrf.js';
import { type FieldError, parseForm } from '../platform/web/parse-form.js';
import { isOwnPath, redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { browserSecret } from './browser-cookie.js';
import { OpenSession } from './open-session.js';
import { ProveIdentity } from './prove-identity.js';
import { SignInForm } from './sign-in.form.js';
import { NOT_RECOGNISED, signInPage, waitPage } from './sign-in.presenter.js';

const LONGEST_NEXT = 2000;

@Controller('sign-in')
@Can('anyone')
export class SignInController {
  constructor(
    private readonly proveIdentity: ProveIdentity,
    private readonly openSession: OpenSession,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() req: Request, @Res() res: Response): Promise<void> {
    const next = safeNext(req.query['next']);
    if (req.staff) return redirectSeeOther(res, next ?? '/');
    const hasSessionEnded = req.query['because'] === 'session-ended';
    await this.page(req, res, { email: '', next, errors: [], hasSessionEnded });
  }

  @Post()
  @HttpCode(303)
  async create(@Req() req: Request, @Res() res: Response): Promise<void> {
    const parsed = parseForm(SignInForm, req.body);
    const { email, password, next } = parsed.form;
    const typed = { email, next: safeNext(next), hasSessionEnded: false };
    if (!parsed.ok) return this.page(req, res, { ...typed, errors: parsed.errors });
    const proof = await this.proveIdentity.run({
      email,
      password,
      address: req.ip ?? '',
      browserSecret: browserSecret(req, this.settings),
    });
    if (proof.ok) {
      await this.openSession.run(proof.accountId, req, res);
      return redirectSeeOther(res, typed.next ?? '/');
    }
    if (proof.refusal === 'wait') return this.wait(req, res, proof.until);
    await this.page(req, res, { ...typed, errors: [NOT_RECOGNISED] });
  }

  private async page(
    req: Request,
    res: Response,
    view: { email: string; next: string | null; errors: FieldError[]; hasSessionEnded: boolean },
  ): Promise<void> {
    if (req.shell) req.shell.csrfToken = csrfTokenOf(req);
    const limits = {
      idleMinutes: this.settings.SESSION_IDLE_MINUTES,
      hours: this.settings.SESSION_HOURS,
    };
    await renderPage(req, res, {
      view: 'sign-in/new',
      page: signInPage({ ...view, limits, councilName: this.settings.COUNCIL_NAME }),
      status: view.errors.length > 0 ? 422 : 200,
    });
  }

  private async wait(req: Request, res: Response, until: Date): Promise<void> {
    const seconds = Math.max(1, Math.ceil((until.getTime() - this.clock.now().getTime()) / 1000));
    res.setHeader('Retry-After', String(seconds));
    await renderPage(req, res, { view: 'sign-in/wait', page: waitPage(seconds), status: 429 });
  }
}

/** Only a path of this application is ever gone to. */
function safeNext(next: unknown): string | null {
  if (typeof next !== 'string' || next.length > LONGEST_NEXT || !isOwnPath(next)) return null;
  return /^\/sign-(in|out)\b/.test(next) ? null : next;
}
