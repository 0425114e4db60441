import {
  Controller,
  Get,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import {
  findFinding,
  latestMessages,
  messagesAbout,
  openFindings,
  settledFindings,
  type WebhookFinding,
} from '../webhook-inbox/webhook-inbox.queries.js';
import { FindingForm } from './finding.form.js';
import { findingPage } from './finding.presenter.js';
import { NOTICES, paymentNoticesPage } from './payment-notices.presenter.js';
import { SettleFinding } from './settle-finding.js';

const MOST_OPEN = 200;
const MOST_SETTLED = 20;
const MOST_RECEIVED = 50;

const FindingId = () =>
  Param('id', new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() }));

/** What the payment service told, for those who look into what does not fit. */
@Controller('payment-notices')
@Can('see-payment-notices')
export class PaymentNoticesController {
  constructor(
    private readonly settleFinding: SettleFinding,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const { reader } = this.database;
    const page = paymentNoticesPage({
      open: await openFindings(reader, MOST_OPEN),
      settled: await settledFindings(reader, MOST_SETTLED),
      received: await latestMessages(reader, MOST_RECEIVED),
      keptDays: this.settings.PAY_NOTICE_DAYS,
      now: this.clock.now(),
    });
    await renderPage(req, res, { view: 'payment-notices/index', page });
  }

  @Get('findings/:id')
  async show(@FindingId() id: string, @Req() req: Request, @Res() res: Response) {
    await this.showFinding(await this.finding(id), { reason: '', errors: [] }, { req, res });
  }

  /** The first answer stands; whoever comes later is shown it. */
  @Post('findings/:id/outcome')
  async settle(@FindingId() id: string, @Req() req: Request, @Res() res: Response) {
    const finding = await this.finding(id);
    const parsed = parseForm(FindingForm, req.body);
    const { reason } = parsed.form;
    if (!parsed.ok && finding.settledAt === null) {
      return this.showFinding(finding, { reason, errors: parsed.errors }, { req, res });
    }
    const by = currentStaff(req).id;
    const isSettled = parsed.ok && (await this.settleFinding.run(id, by, reason));
    redirectSeeOther(res, isSettled ? NOTICES : `${NOTICES}/findings/${id}`);
  }

  private async finding(id: string): Promise<WebhookFinding> {
    const finding = await findFinding(this.database.reader, id);
    if (!finding) throw new NotFoundException();
    return finding;
  }

  private async showFinding(
    finding: WebhookFinding,
    { reason, errors }: { reason: string; errors: readonly FieldError[] },
    { req, res }: { req: Request; res: Response },
  ) {
    const { reader } = this.database;
    const about = await messagesAbout(reader, finding.providerPaymentId, MOST_RECEIVED);
    const page = findingPage({ finding, about, reason, errors });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'payment-notices/finding', page, status });
  }
}
