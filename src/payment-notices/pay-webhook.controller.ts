import { createHash } from 'node:crypto';
import { Controller, Logger, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { readJson } from '../platform/web/read-json.js';
import { SignedMessage } from '../platform/web/route-access.js';
import { type NoticeSecret, signatureRefusal } from './pay-signature.js';
import { readNotice } from './read-notice.rules.js';
import { RefusedNotices } from './refused-notices.js';
import { TakeNotice } from './take-notice.js';

/**
 * Where GOV.UK Pay says that something happened to a payment. No account, no session, no form: the
 * signature over the bytes is the whole permission. The answer comes before anything is asked of Pay,
 * and the body goes nowhere: it names card and payer.
 */
@Controller('webhooks/pay')
@SignedMessage()
export class PayWebhookController {
  private readonly log = new Logger('payment-notices');
  private readonly secrets: readonly NoticeSecret[];

  constructor(
    private readonly takeNotice: TakeNotice,
    private readonly refusedNotices: RefusedNotices,
    private readonly clock: Clock,
    settings: Settings,
  ) {
    this.secrets = secretsOf(settings);
  }

  @Post()
  async take(@Req() req: Request, @Res() res: Response): Promise<void> {
    const body = Buffer.isBuffer(req.body) ? req.body : null;
    const signatures = req.headersDistinct['pay-signature'] ?? [];
    const refusal = signatureRefusal({ body, signatures }, this.secrets, this.clock.now());
    if (refusal !== null || body === null) {
      this.refusedNotices.note(refusal ?? 'no_body', req.id);
      return void res.status(401).end();
    }
    const read = readNotice(readJson(body));
    if (!read.ok) {
      this.log.error({ alarm: 'payment-notice-not-understood', reference: req.id });
      return void res.status(400).end();
    }
    await this.takeNotice.run(read.notice, createHash('sha256').update(body).digest('hex'));
    res.status(204).end();
  }
}

function secretsOf(settings: Settings): NoticeSecret[] {
  const { PAY_WEBHOOK_PREVIOUS_SECRET: previous, PAY_WEBHOOK_PREVIOUS_UNTIL: until } = settings;
  const current = { secret: settings.PAY_WEBHOOK_SECRET, until: null };
  return previous && until ? [current, { secret: previous, until: new Date(until) }] : [current];
}
