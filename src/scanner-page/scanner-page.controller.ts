import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { readScannerState } from '../evidence/scanner-state.queries.js';
import { waitingPapers } from '../evidence/waiting-papers.queries.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { scannerPage } from './scanner-page.presenter.js';

/** What the self-test of the virus scanner found last, and what waits for it. */
@Controller('administration/virus-scanner')
@Can('see-policy')
export class ScannerPageController {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  @Get()
  async show(@Req() req: Request, @Res() res: Response): Promise<void> {
    const { reader } = this.database;
    const page = scannerPage({
      isConfigured: this.settings.CLAMD_URL !== undefined,
      state: await readScannerState(reader),
      waiting: await waitingPapers(reader),
    });
    await renderPage(req, res, { view: 'scanner-page/show', page });
  }
}
