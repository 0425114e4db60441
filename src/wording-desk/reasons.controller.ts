import {
  BadRequestException,
  Controller,
  Get,
  NotFoundException,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { listPermitTypes } from '../permit-types/permit-types.queries.js';
import { readReasonTerms } from '../decisions/reason-catalogue.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { type HoldsFrom, readHoldsFrom } from '../policy/holds-from.rules.js';
import { londonDateOf } from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { allWordings } from '../wording/wording-versions.queries.js';
import { PublishWords } from './publish-words.js';
import { type ReasonContent, readReason, sampleReasons } from './read-reason.rules.js';
import { reasonCheckPage, reasonEditPage } from './reason-form.presenter.js';
import {
  reasonFields,
  reasonInWords,
  reasonPage,
  REASONS,
  reasonsPage,
} from './reason-pages.presenter.js';
import { newReasonCode, reasonFormOf, startError } from './reason-forms.rules.js';
import { ReasonWordsForm } from './reason-words.form.js';
import { staleWordsPage } from './stale-words.presenter.js';
import { type AuthoredVersion, versionsWithAuthors } from './versions-with-authors.queries.js';

@Controller('administration/reasons')
@Can('see-policy')
export class ReasonsController {
  constructor(
    private readonly publishWords: PublishWords,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const page = reasonsPage(await allWordings(this.database.reader), this.reader(req));
    await renderPage(req, res, { view: 'wording-desk/reasons', page });
  }

  @Get('new')
  @Can('change-policy')
  async new(@Req() req: Request, @Res() res: Response) {
    const form = Object.assign(new ReasonWordsForm(), { version: '0' });
    await this.showForm({ code: null, form, errors: [] }, req, res);
  }

  @Get(':code')
  async show(@Param('code') code: string, @Req() req: Request, @Res() res: Response) {
    const page = reasonPage(code, await this.versionsOr404(code), this.reader(req));
    await renderPage(req, res, { view: 'wording-desk/letter', page });
  }

  @Get(':code/edit')
  @Can('change-policy')
  async edit(@Param('code') code: string, @Req() req: Request, @Res() res: Response) {
    const [newest] = await this.versionsOr404(code);
    if (!newest) throw new NotFoundException();
    const terms = readReasonTerms(newest.content, newest.version);
    const form = Object.assign(new ReasonWordsForm(), reasonFormOf(terms));
    await this.showForm({ code, form, errors: [] }, req, res);
  }

  @Post()
  @Can('change-policy')
  async create(@Req() req: Request, @Res() res: Response) {
    await this.take({ code: null, versions: [] }, req, res);
  }

  @Post(':code')
  @Can('change-policy')
  async publish(@Param('code') code: string, @Req() req: Request, @Res() res: Response) {
    await this.take({ code, versions: await this.versionsOr404(code) }, req, res);
  }

  private async take({ code, versions }: Taken, req: Request, res: Response) {
    const parsed = parseForm(ReasonWordsForm, req.body);
    const form = withFixedSide(parsed.form, versions[0]);
    if (form.step === 'change') return this.showForm({ code, form, errors: [] }, req, res);
    const read = readReason(
      form,
      (await this.types()).map((type) => type.code),
    );
    const start = readHoldsFrom(form, this.clock.now());
    const errors = [
      ...(parsed.ok ? [] : parsed.errors),
      ...(read.ok ? [] : read.faults.map(({ field, text }) => fieldError(field, text))),
      ...(start.ok ? [] : [startError(start)]),
    ];
    if (errors.length > 0 || !read.ok || !start.ok) {
      return this.showForm({ code, form, errors }, req, res);
    }
    const { content } = read;
    if (form.step === 'try') {
      return this.showForm({ code, form, errors: [], content }, req, res);
    }
    const checking = { code, versions, form, content, start };
    if (form.step === 'check') return this.showCheck(checking, req, res);
    await this.send(checking, req, res);
  }

  private async send(checking: Checking, req: Request, res: Response) {
    const { form, content, start } = checking;
    const code = checking.code ?? form.newCode;
    if (code === '') throw new BadRequestException('This form is incomplete.');
    const outcome = await this.publishWords.run({
      subject: `reason:${code}`,
      seenVersion: Number(form.version),
      content,
      inWords: reasonInWords,
      holdsFrom: start,
      by: currentStaff(req).id,
    });
    if (outcome.ok) return redirectSeeOther(res, `${REASONS}/${code}`);
    await this.showStale({ ...checking, code }, req, res);
  }

  private async showCheck(checking: Checking, req: Request, res: Response) {
    const { versions, form, start } = checking;
    const [newest] = versions;
    if (newest && newest.version !== Number(form.version))
      return this.showStale(checking, req, res);
    const now = this.clock.now();
    const all = await allWordings(this.database.reader);
    const newCode = checking.code === null ? newReasonCode(checking.content.label, all) : '';
    const page = reasonCheckPage({
      ...checking,
      form: Object.assign(form, { newCode }),
      holdsFrom: start,
      before: newest ? readReasonTerms(newest.content, newest.version) : null,
      planned: versions.filter(({ inForceFrom }) => inForceFrom > now).length,
    });
    await renderPage(req, res, { view: 'wording-desk/reason-check', page });
  }

  private async showStale({ code, content }: Checking, req: Request, res: Response) {
    const [newest] = await this.versionsOr404(code ?? '');
    if (!newest) throw new NotFoundException();
    const page = staleWordsPage({
      href: `${REASONS}/${code ?? ''}`,
      newest,
      theirs: reasonFields(readReasonTerms(newest.content, newest.version)),
      mine: reasonFields(content),
    });
    await renderPage(req, res, { view: 'wording-desk/stale', page, status: 409 });
  }

  private async showForm({ code, form, errors, content }: Shown, req: Request, res: Response) {
    const samples = content ? sampleReasons(content) : [];
    const page = reasonEditPage({ code, form, errors, samples, types: await this.types() });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'wording-desk/reason-edit', page, status });
  }

  private reader(req: Request) {
    return { now: this.clock.now(), mayChange: mayDo(currentStaff(req).role, 'change-policy') };
  }

  private types() {
    return listPermitTypes(this.database.reader, londonDateOf(this.clock.now()));
  }

  private async versionsOr404(code: string): Promise<AuthoredVersion[]> {
    const versions = await versionsWithAuthors(this.database.reader, `reason:${code}`);
    if (versions.length === 0) throw new NotFoundException();
    return versions;
  }
}

/** Whether it is about a paper is settled when it is made: old decisions rest on it. */
function withFixedSide(form: ReasonWordsForm, newest: AuthoredVersion | undefined) {
  if (!newest) return form;
  const { appliesTo } = readReasonTerms(newest.content, newest.version);
  return Object.assign(form, { appliesTo });
}

interface Taken {
  code: string | null;
  versions: readonly AuthoredVersion[];
}

interface Checking extends Taken {
  form: ReasonWordsForm;
  content: ReasonContent;
  start: HoldsFrom;
}

interface Shown {
  code: string | null;
  form: ReasonWordsForm;
  errors: readonly FieldError[];
  content?: ReasonContent;
}
