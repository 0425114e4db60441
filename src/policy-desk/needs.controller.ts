import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isPaperKind, type PaperKind, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import type { PermitType } from '../permit-types/permit-type.rules.js';
import { listPermitTypes } from '../permit-types/permit-types.queries.js';
import { type NeedLine, needLines } from '../permit-types/policy-lines.queries.js';
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
import { EVIDENCE, kindsOn, needCheckPage, needPage, needsPage } from './needs.presenter.js';
import { needInWords, needTerms } from './needs.rules.js';
import { stalePolicyPage, startError } from './policy-pages.presenter.js';
import { NeedForm } from './policy.form.js';

@Controller('administration/evidence')
@Can('see-policy')
export class NeedsController {
  constructor(
    private readonly changePolicy: ChangePolicy,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const { reader } = this.database;
    const types = [];
    for (const { code, name } of await listPermitTypes(reader, this.today)) {
      types.push({ code, name, lines: await needLines(reader, code) });
    }
    const page = needsPage(types, this.today);
    await renderPage(req, res, { view: 'policy-desk/numbers', page });
  }

  @Get(':type/:need')
  async show(@Param() params: Cell, @Req() req: Request, @Res() res: Response) {
    const cell = await this.cellOr404(params);
    const mayChange = mayDo(currentStaff(req).role, 'change-policy');
    const drawn = { paperKinds: [...kindsOn(cell.lines, this.today)] };
    const form = mayChange ? Object.assign(new NeedForm(), drawn) : null;
    await this.showForm({ ...cell, form, errors: [] }, req, res);
  }

  @Post(':type/:need')
  @Can('change-policy')
  async publish(@Param() params: Cell, @Req() req: Request, @Res() res: Response) {
    const cell = await this.cellOr404(params);
    const { form, ...parsed } = parseForm(NeedForm, req.body);
    if (form.step === 'change') return this.showForm({ ...cell, form, errors: [] }, req, res);
    const kinds = form.paperKinds.filter(
      (kind): kind is PaperKind => isPaperKind(kind) && paperKindTerms(kind).canSatisfy,
    );
    const start = readHoldsFrom(form, this.clock.now());
    const errors = [
      ...(parsed.ok ? [] : parsed.errors),
      ...(kinds.length === form.paperKinds.length
        ? []
        : [fieldError('paperKinds', 'Choose papers from the list')]),
      ...(start.ok ? [] : [startError(start)]),
    ];
    if (errors.length > 0 || !start.ok) return this.showForm({ ...cell, form, errors }, req, res);
    if (form.step === 'check') {
      const page = needCheckPage({ ...cell, kinds, form, start });
      return renderPage(req, res, { view: 'policy-desk/check', page });
    }
    const by = currentStaff(req).id;
    const outcome = await this.changePolicy.setNeed(cell.line, kinds, {
      ...{ by, start, seen: form.seen },
    });
    if (outcome.ok) return redirectSeeOther(res, pathOf(cell));
    const [newest] = await policyChanges(this.database.reader, {
      subject: subjectOf(cell),
      limit: 1,
    });
    const page = stalePolicyPage(pathOf(cell), needInWords(kinds), newest);
    await renderPage(req, res, { view: 'policy-desk/stale', page, status: 409 });
  }

  private async showForm(shown: Shown, req: Request, res: Response) {
    const { errors } = shown;
    const subject = subjectOf(shown);
    const changes = await policyChanges(this.database.reader, { subject, limit: 50 });
    const page = needPage({ ...shown, today: this.today, changes });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'policy-desk/need', page, status });
  }

  private async cellOr404({ type: code, need }: Cell): Promise<FoundCell> {
    const { reader } = this.database;
    const type = (await listPermitTypes(reader, this.today)).find((one) => one.code === code);
    const terms = needTerms(need);
    if (!type || !terms) throw new NotFoundException();
    const lines = (await needLines(reader, code)).filter((line) => line.need === need);
    const line = { permitTypeCode: code, need, displayOrder: terms.displayOrder };
    return { type, need, lines, line };
  }

  private get today() {
    return londonDateOf(this.clock.now());
  }
}

interface Cell {
  type: string;
  need: string;
}

interface FoundCell {
  type: PermitType;
  need: string;
  lines: NeedLine[];
  line: { permitTypeCode: string; need: string; displayOrder: number };
}

interface Shown extends FoundCell {
  form: NeedForm | null;
  errors: readonly FieldError[];
}

function pathOf({ type, need }: FoundCell): string {
  return `${EVIDENCE}/${type.code}/${need}`;
}

function subjectOf({ type, need }: FoundCell): string {
  return `need:${type.code}:${need}`;
}
