import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { readHoldsFrom } from '../policy/holds-from.rules.js';
import { policyChanges } from '../policy/policy-changes.queries.js';
import { londonDateOf } from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { ChangePolicy } from './change-policy.js';
import { DEADLINES, numberCheckPage, numberPage, numbersPage } from './numbers.presenter.js';
import { listNumbers } from './numbers.queries.js';
import { type NumberPolicy, readNumber, valueInWords } from './numbers.rules.js';
import { stalePolicyPage, startError } from './policy-pages.presenter.js';
import { NumberForm } from './policy.form.js';

@Controller('administration/deadlines')
@Can('see-policy')
export class NumbersController {
  constructor(
    private readonly changePolicy: ChangePolicy,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const page = numbersPage(await this.numbers(), this.today);
    await renderPage(req, res, { view: 'policy-desk/numbers', page });
  }

  @Get(':key')
  async show(@Param('key') key: string, @Req() req: Request, @Res() res: Response) {
    const number = find(await this.numbers(), key);
    const mayChange = mayDo(currentStaff(req).role, 'change-policy');
    await this.showForm(
      { number, form: mayChange ? new NumberForm() : null, errors: [] },
      req,
      res,
    );
  }

  @Post(':key')
  @Can('change-policy')
  async publish(@Param('key') key: string, @Req() req: Request, @Res() res: Response) {
    const numbers = await this.numbers();
    const number = find(numbers, key);
    const { form, ...parsed } = parseForm(NumberForm, req.body);
    if (form.step === 'change') return this.showForm({ number, form, errors: [] }, req, res);
    const start = readHoldsFrom(form, this.clock.now());
    const on = start.ok ? start.on : this.today;
    const read = readNumber(number, form.value, numbers, on);
    const errors = [
      ...(parsed.ok ? [] : parsed.errors),
      ...(read.ok ? [] : [fieldError('value', read.text)]),
      ...(start.ok ? [] : [startError(start)]),
    ];
    if (errors.length > 0 || !start.ok || !read.ok) {
      return this.showForm({ number, form, errors }, req, res);
    }
    const { value } = read;
    if (form.step === 'check') {
      const page = numberCheckPage({ number, form, value, start });
      return renderPage(req, res, { view: 'policy-desk/check', page });
    }
    const by = currentStaff(req).id;
    const outcome = await this.changePolicy.setNumber(key, value, { by, seen: form.seen, start });
    if (outcome.ok) return redirectSeeOther(res, `${DEADLINES}/${key}`);
    await this.showStale(number, value, req, res);
  }

  private async showStale(number: NumberPolicy, value: number, req: Request, res: Response) {
    const { key, subject } = number;
    const [newest] = await policyChanges(this.database.reader, { subject, limit: 1 });
    const page = stalePolicyPage(`${DEADLINES}/${key}`, valueInWords(number, value), newest);
    await renderPage(req, res, { view: 'policy-desk/stale', page, status: 409 });
  }

  private async showForm({ number, form, errors }: Shown, req: Request, res: Response) {
    const { subject } = number;
    const changes = await policyChanges(this.database.reader, { subject, limit: 50 });
    const page = numberPage({ number, today: this.today, changes, form, errors });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'policy-desk/number', page, status });
  }

  private numbers(): Promise<NumberPolicy[]> {
    return listNumbers(this.database.reader);
  }

  private get today() {
    return londonDateOf(this.clock.now());
  }
}

interface Shown {
  number: NumberPolicy;
  form: NumberForm | null;
  errors: readonly FieldError[];
}

function find(numbers: readonly NumberPolicy[], key: string): NumberPolicy {
  const number = numbers.find((one) => one.key === key);
  if (!number) throw new NotFoundException();
  return number;
}
