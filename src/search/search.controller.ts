import {
  BadRequestException,
  Body,
  Controller,
  Get,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { parseForm, parseQuery } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { RunSearch } from './run-search.js';
import { FoundForm, SearchForm } from './search.form.js';
import { foundPage } from './found.presenter.js';
import { searchPage } from './search.presenter.js';
import { LONGEST_SEARCH } from './search-readings.rules.js';
import { findSearch, foundCases } from './searches.queries.js';

/** By POST, so that no name and no registration stands in an address or a log. */
@Controller('searches')
@Can('search')
export class SearchController {
  constructor(
    private readonly runSearch: RunSearch,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Req() req: Request, @Res() res: Response) {
    await renderPage(req, res, {
      view: 'search/new',
      page: searchPage({ state: 'first', typed: '' }),
    });
  }

  @Post()
  async create(@Body() body: unknown, @Req() req: Request, @Res() res: Response) {
    const parsed = parseForm(SearchForm, body);
    const { typed } = parsed.form;
    // The box takes no more: whoever sends more did not use it.
    if (!parsed.ok || typed.length > LONGEST_SEARCH) throw new BadRequestException();
    const outcome = await this.runSearch.run({ staffId: currentStaff(req).id, typed });
    if (outcome.ok) return redirectSeeOther(res, await this.addressOf(outcome));
    if (outcome.refusal === 'nothing_typed') {
      const page = searchPage({ state: 'nothing_typed', typed });
      return renderPage(req, res, { view: 'search/new', page, status: 422 });
    }
    const { waitSeconds } = outcome;
    res.setHeader('Retry-After', String(waitSeconds));
    const page = searchPage({ state: 'too_often', typed, waitSeconds, now: this.clock.now() });
    await renderPage(req, res, { view: 'search/new', page, status: 429 });
  }

  @Get(':searchId')
  async show(
    @Param('searchId') searchId: string,
    @Query() query: unknown,
    @Req() req: Request,
    @Res() res: Response,
  ) {
    const { reader } = this.database;
    const { id: staffId, role } = currentStaff(req);
    const now = this.clock.now();
    const search = await findSearch(reader, { id: searchId, staffId, now });
    if (!search) {
      const page = searchPage({ state: 'ended', typed: '' });
      return renderPage(req, res, { view: 'search/new', page, status: 404 });
    }
    const parsed = parseQuery(FoundForm, query);
    if (!parsed.ok) throw new BadRequestException();
    const cases = await foundCases(
      reader,
      search.matches.map(({ applicationId }) => applicationId),
    );
    const page = foundPage({ search, cases, asked: parsed.form, role, now });
    await renderPage(req, res, { view: 'search/show', page });
  }

  /** A whole reference leads to its case, anything else to the list of what was found. */
  private async addressOf({ searchId, caseId }: { searchId: string; caseId: string | null }) {
    if (caseId === null) return `/searches/${searchId}`;
    const found = (await foundCases(this.database.reader, [caseId])).get(caseId);
    return found ? `/applications/${found.row.reference}` : `/searches/${searchId}`;
  }
}
