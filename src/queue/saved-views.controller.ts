import { Controller, Get, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { listPermitTypes } from '../permit-types/permit-types.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { fieldError, type ParsedForm, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { SAVE_REFUSAL_WORDS } from '../saved-views/saved-view.rules.js';
import { viewsFor } from '../saved-views/saved-views.queries.js';
import { londonDateOf } from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { listZones } from '../zones/zones.queries.js';
import { queueQuery } from './queue-address.rules.js';
import { filterWords } from './queue-filter.presenter.js';
import { readQueueAddress } from './read-queue-address.js';
import { NothingForm, ViewForm } from './saved-view.form.js';
import { SaveView } from './save-view.js';
import { viewHref, viewPage, viewsPage } from './saved-views.presenter.js';

/** A person's own views of the queue: filters and order under a name. */
@Controller('queue/views')
@Can('see-queue')
export class SavedViewsController {
  constructor(
    private readonly saveView: SaveView,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const { id } = currentStaff(req);
    const page = viewsPage(await viewsFor(this.database.reader, id), id);
    await renderPage(req, res, { view: 'saved-views/index', page });
  }

  @Get('new')
  async new(@Query() query: unknown, @Req() req: Request, @Res() res: Response) {
    const form = Object.assign(new ViewForm(), { query: queueQuery(readQueueAddress(query)) });
    await this.draw(req, res, { viewId: null, form, errors: [] });
  }

  @Post()
  async create(@Req() req: Request, @Res() res: Response) {
    await this.save(req, res, null);
  }

  @Get(':viewId/edit')
  async edit(@Param('viewId') viewId: string, @Req() req: Request, @Res() res: Response) {
    const { name, query, isShared, isFirst } = await this.own(viewId, currentStaff(req).id);
    const choices = [...(isShared ? ['shared'] : []), ...(isFirst ? ['first'] : [])];
    const form = Object.assign(new ViewForm(), { name, query, choices });
    await this.draw(req, res, { viewId, form, errors: [] });
  }

  @Post(':viewId')
  async update(@Param('viewId') viewId: string, @Req() req: Request, @Res() res: Response) {
    await this.own(viewId, currentStaff(req).id);
    await this.save(req, res, viewId);
  }

  @Post(':viewId/delete')
  async remove(@Param('viewId') viewId: string, @Req() req: Request, @Res() res: Response) {
    parseForm(NothingForm, req.body);
    await this.saveView.delete(currentStaff(req).id, viewId);
    redirectSeeOther(res, '/queue/views');
  }

  private async save(req: Request, res: Response, viewId: string | null) {
    const parsed = parseForm(ViewForm, req.body);
    const errors = parsed.ok
      ? await this.keep(parsed.form, currentStaff(req).id, viewId)
      : parsed.errors;
    if (errors.length > 0) {
      return this.draw(req, res, { viewId, form: parsed.form, errors, status: 422 });
    }
    redirectSeeOther(res, viewId === null ? viewHref(canonical(parsed.form)) : '/queue/views');
  }

  private async keep(form: ViewForm, staffId: string, viewId: string | null) {
    const { name, choices } = form;
    const [isShared, isFirst] = [choices.includes('shared'), choices.includes('first')];
    const view = { staffId, viewId, name, query: canonical(form), isShared, isFirst };
    const outcome = await this.saveView.save(view);
    if (outcome.ok) return [];
    if (outcome.refusal === 'unknown') throw new NotFoundException();
    return [fieldError('name', SAVE_REFUSAL_WORDS[outcome.refusal])];
  }

  private async own(viewId: string, staffId: string) {
    const views = await viewsFor(this.database.reader, staffId);
    const view = views.find((one) => one.id === viewId && one.staffId === staffId);
    if (!view) throw new NotFoundException();
    return view;
  }

  private async draw(req: Request, res: Response, drawn: ViewDrawn) {
    const { reader } = this.database;
    const today = londonDateOf(this.clock.now());
    const types = await listPermitTypes(reader, today);
    const choices = { types, zones: await listZones(reader, today) };
    const address = readQueueAddress(Object.fromEntries(new URLSearchParams(drawn.form.query)));
    const page = viewPage({ ...drawn, filters: filterWords(address, choices) });
    await renderPage(req, res, { view: 'saved-views/form', page, status: drawn.status ?? 200 });
  }
}

interface ViewDrawn {
  viewId: string | null;
  form: ViewForm;
  errors: Extract<ParsedForm<ViewForm>, { ok: false }>['errors'];
  status?: number;
}

/** Whatever was sent, only filters and orders that the queue knows are kept. */
function canonical({ query }: ViewForm): string {
  return queueQuery(readQueueAddress(Object.fromEntries(new URLSearchParams(query))));
}
