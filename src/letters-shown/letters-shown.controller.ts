import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { undeliveredLetters } from '../letters/undelivered-letters.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { letterPage } from './letter-shown.presenter.js';
import { letterOfCase } from './letters-shown.queries.js';
import { undeliveredPage } from './undelivered.presenter.js';

const MOST_LISTED = 200;

@Controller()
@Can('see-case')
export class LettersShownController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get('applications/:reference/letters/:id')
  async letter(
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Req() req: Request,
    @Res() res: Response,
  ) {
    const letter = await letterOfCase(this.database.reader, reference, id);
    if (!letter) throw new NotFoundException();
    const page = letterPage(reference, letter);
    await renderPage(req, res, { view: 'letters-shown/letter', page });
  }

  @Get('letters-not-delivered')
  async undelivered(@Req() req: Request, @Res() res: Response) {
    const letters = await undeliveredLetters(this.database.reader, MOST_LISTED);
    const page = undeliveredPage(letters, this.clock.now());
    await renderPage(req, res, { view: 'letters-shown/undelivered', page });
  }
}
