import { BadRequestException, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Database } from '../platform/database/transaction.js';
import { parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { readShortcuts } from '../shortcuts/shortcuts.queries.js';
import { type KeyFault, readKeys, USUAL_KEYS } from '../shortcuts/shortcuts.rules.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { ShortcutsForm } from './my-settings.form.js';
import { mySettingsPage } from './my-settings.presenter.js';
import { SetShortcuts } from './set-shortcuts.js';

/** How a member of staff wants to work. Only he sees it, and it changes nothing for others. */
@Controller('my-settings')
@Can('signed-in')
export class MySettingsController {
  constructor(
    private readonly setShortcuts: SetShortcuts,
    private readonly database: Database,
  ) {}

  @Get()
  async show(@Req() req: Request, @Res() res: Response) {
    const settings = await readShortcuts(this.database.reader, currentStaff(req).id);
    await this.page({ ...settings, faults: [] }, req, res);
  }

  @Post('shortcuts')
  async change(@Req() req: Request, @Res() res: Response) {
    const parsed = parseForm(ShortcutsForm, req.body);
    if (!parsed.ok) throw new BadRequestException('The form is not one of this page.');
    const { act, keys: typed } = parsed.form;
    const isOn = parsed.form.isOn.includes('yes');
    const read = readKeys(act === 'usual' ? USUAL_KEYS : typed);
    if (!read.ok) return this.page({ isOn, keys: typed, faults: read.faults }, req, res);
    await this.setShortcuts.run(currentStaff(req).id, { isOn, keys: read.keys });
    redirectSeeOther(res, '/my-settings');
  }

  private async page(shown: Shown, req: Request, res: Response) {
    const page = mySettingsPage({ ...shown, staff: currentStaff(req) });
    const status = shown.faults.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'my-settings/show', page, status });
  }
}

interface Shown {
  isOn: boolean;
  keys: Readonly<Record<string, string>>;
  faults: readonly KeyFault[];
}
