import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { listBankHolidays } from '../policy/policy-book.queries.js';
import type { BankHolidayRow } from '../policy/policy-book.rules.js';
import { isLocalDate, localDate, londonDateOf } from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { ChangePolicy } from './change-policy.js';
import { holidayCheckPage, HOLIDAYS, holidaysPage, removalPage } from './holidays.presenter.js';
import { readHoliday } from './read-holiday.rules.js';
import { HolidayForm } from './policy.form.js';

@Controller('administration/bank-holidays')
@Can('see-policy')
export class HolidaysController {
  constructor(
    private readonly changePolicy: ChangePolicy,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const mayChange = mayDo(currentStaff(req).role, 'change-policy');
    await this.showList({ form: mayChange ? new HolidayForm() : null, errors: [] }, req, res);
  }

  @Post()
  @Can('change-policy')
  async create(@Req() req: Request, @Res() res: Response) {
    const { form, ...parsed } = parseForm(HolidayForm, req.body);
    if (form.step === 'change') return this.showList({ form, errors: [] }, req, res);
    const read = readHoliday(form, await this.days(), this.today);
    const errors = [
      ...(parsed.ok ? [] : parsed.errors),
      ...(read.ok
        ? []
        : [fieldError(read.field, read.text, read.field === 'on' ? '#on-day' : '#title')]),
    ];
    if (errors.length > 0 || !read.ok) return this.showList({ form, errors }, req, res);
    if (form.step === 'check') {
      const page = holidayCheckPage(form, read.holiday.on);
      return renderPage(req, res, { view: 'policy-desk/check', page });
    }
    await this.changePolicy.addHoliday(read.holiday, currentStaff(req).id);
    redirectSeeOther(res, HOLIDAYS);
  }

  @Get(':on/removal/new')
  @Can('change-policy')
  async checkRemoval(@Param('on') on: string, @Req() req: Request, @Res() res: Response) {
    const page = removalPage(await this.dayOr404(on));
    await renderPage(req, res, { view: 'policy-desk/check', page });
  }

  /** Pressed twice it is one removal; a day that is past stays as it was. */
  @Post(':on/removal')
  @Can('change-policy')
  async remove(@Param('on') on: string, @Req() req: Request, @Res() res: Response) {
    const found = (await this.days()).find((day) => day.on === on && day.on >= this.today);
    if (found) await this.changePolicy.removeHoliday(found, currentStaff(req).id);
    redirectSeeOther(res, HOLIDAYS);
  }

  private async dayOr404(on: string): Promise<BankHolidayRow> {
    const found = isLocalDate(on) && on >= this.today;
    const day = found ? (await this.days()).find((one) => one.on === on) : undefined;
    if (!day) throw new NotFoundException();
    return day;
  }

  private async showList({ form, errors }: Shown, req: Request, res: Response) {
    const page = holidaysPage({ days: await this.days(), today: this.today, form, errors });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'policy-desk/holidays', page, status });
  }

  private days(): Promise<BankHolidayRow[]> {
    return listBankHolidays(this.database.reader, localDate(`${this.today.slice(0, 4)}-01-01`));
  }

  private get today() {
    return londonDateOf(this.clock.now());
  }
}

interface Shown {
  form: HolidayForm | null;
  errors: readonly FieldError[];
}
