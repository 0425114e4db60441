import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { reviewsListPage } from './reviews-list.presenter.js';
import { openReviews } from './reviews-list.queries.js';

const MOST_LISTED = 200;

@Controller('reviews-of-decision')
@Can('see-reviews')
export class ReviewsListController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const reviews = await openReviews(this.database.reader, MOST_LISTED);
    const page = reviewsListPage({ reviews, staff: currentStaff(req), now: this.clock.now() });
    await renderPage(req, res, { view: 'reviews-of-decision/index', page });
  }
}
