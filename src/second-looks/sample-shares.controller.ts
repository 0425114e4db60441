import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { listPermitTypes } from '../permit-types/permit-types.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import {
  DATE_REFUSAL_WORDS,
  type DatePart,
  type LocalDate,
  londonDateOf,
  parseDayMonthYear,
} from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { SampleShareForm } from './sample-share.form.js';
import { sampleSharePage } from './sample-share.presenter.js';
import { SetSampleShare } from './set-sample-share.js';

type Fault = FieldError & { parts?: readonly DatePart[] };

@Controller('second-looks/shares')
@Can('second-look')
export class SampleSharesController {
  constructor(
    private readonly setSampleShare: SetSampleShare,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Req() req: Request, @Res() res: Response) {
    await this.show(new SampleShareForm(), [], { req, res });
  }

  @Post()
  async create(@Req() req: Request, @Res() res: Response) {
    const parsed = parseForm(SampleShareForm, req.body);
    const { form } = parsed;
    const from = readFrom(form, londonDateOf(this.clock.now()));
    const types = await this.types();
    const isKnown = types.some(({ code }) => code === form.permitType);
    const faults: Fault[] = [
      ...(isKnown ? [] : [fieldError('permitType', 'Choose a permit type')]),
      ...(parsed.ok ? [] : parsed.errors.filter(({ field }) => field !== 'permitType')),
      ...(from.ok ? [] : [from.fault]),
    ];
    if (faults.length > 0 || !from.ok) return this.show(form, faults, { req, res });
    await this.setSampleShare.run({
      permitTypeCode: form.permitType,
      validFrom: from.date,
      percent: Number(form.percent),
      by: currentStaff(req),
    });
    redirectSeeOther(res, '/second-looks');
  }

  private types() {
    return listPermitTypes(this.database.reader, londonDateOf(this.clock.now()));
  }

  private async show(
    form: SampleShareForm,
    errors: readonly Fault[],
    { req, res }: { req: Request; res: Response },
  ) {
    const page = sampleSharePage({ types: await this.types(), draft: form, errors });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'second-looks/share', page, status });
  }
}

function readFrom(
  { from }: SampleShareForm,
  today: LocalDate,
): { ok: true; date: LocalDate } | { ok: false; fault: Fault } {
  const read = parseDayMonthYear({ day: '', month: '', year: '', ...from });
  if (!read.ok) {
    const text = `The day ${DATE_REFUSAL_WORDS[read.refusal]}`;
    const fault = fieldError('from', text, `#from-${read.fields[0] ?? 'day'}`);
    return { ok: false, fault: { ...fault, parts: read.fields } };
  }
  if (read.date >= today) return read;
  const fault = fieldError('from', 'The day must be today or later', '#from-day');
  return { ok: false, fault: { ...fault, parts: ['day', 'month', 'year'] } };
}
