import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { letterWordsFaults } from '../letters/check-letter-words.rules.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import {
  type EditableLetterKind,
  isEditableLetterKind,
  readLetterTemplates,
} from '../letters/letter-vocabulary.rules.js';
import { type SampleLetter, sampleLetters } from '../letters/sample-letters.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { type HoldsFrom, readHoldsFrom } from '../policy/holds-from.rules.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { allWordings } from '../wording/wording-versions.queries.js';
import {
  letterCheckPage,
  letterEditPage,
  letterFields,
  letterInWords,
  letterPage,
  lettersPage,
} from './letter-pages.presenter.js';
import { LetterWordsForm } from './letter-words.form.js';
import { PublishWords } from './publish-words.js';
import { startError } from './reason-forms.rules.js';
import { staleWordsPage } from './stale-words.presenter.js';
import { type AuthoredVersion, versionsWithAuthors } from './versions-with-authors.queries.js';

@Controller('administration/letters')
@Can('see-policy')
export class LettersController {
  constructor(
    private readonly publishWords: PublishWords,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const page = lettersPage(await allWordings(this.database.reader), this.clock.now());
    await renderPage(req, res, { view: 'wording-desk/letters', page });
  }

  @Get(':kind')
  async show(@Param('kind') param: string, @Req() req: Request, @Res() res: Response) {
    const kind = letterKind(param);
    const page = letterPage(kind, await this.versions(kind), {
      now: this.clock.now(),
      mayChange: mayDo(currentStaff(req).role, 'change-policy'),
    });
    await renderPage(req, res, { view: 'wording-desk/letter', page });
  }

  @Get(':kind/edit')
  @Can('change-policy')
  async edit(@Param('kind') param: string, @Req() req: Request, @Res() res: Response) {
    const kind = letterKind(param);
    const [newest] = await this.versions(kind);
    if (!newest) throw new NotFoundException();
    const form = Object.assign(new LetterWordsForm(), {
      ...readLetterTemplates(newest.content),
      version: String(newest.version),
    });
    await this.showForm({ kind, form, errors: [] }, req, res);
  }

  @Post(':kind')
  @Can('change-policy')
  async publish(@Param('kind') param: string, @Req() req: Request, @Res() res: Response) {
    const kind = letterKind(param);
    const parsed = parseForm(LetterWordsForm, req.body);
    const { form } = parsed;
    if (form.step === 'change') return this.showForm({ kind, form, errors: [] }, req, res);
    const faults = letterWordsFaults(kind, form, councilFacts(this.settings));
    const errors = [
      ...(parsed.ok ? [] : parsed.errors),
      ...faults.map(({ field, text }) => fieldError(field, text)),
    ];
    const start = readHoldsFrom(form, this.clock.now());
    if (!start.ok) errors.push(startError(start));
    if (errors.length > 0 || !start.ok) return this.showForm({ kind, form, errors }, req, res);
    const samples = sampleLetters(kind, form, councilFacts(this.settings));
    if (form.step === 'try') return this.showForm({ kind, form, errors: [], samples }, req, res);
    const versions = await this.versions(kind);
    if (form.step === 'check')
      return this.showCheck({ kind, form, versions, start, samples }, req, res);
    await this.send({ kind, form, start }, req, res);
  }

  private async send({ kind, form, start }: Sending, req: Request, res: Response) {
    const { subject, body, text } = form;
    const outcome = await this.publishWords.run({
      subject: `letter:${kind}`,
      seenVersion: Number(form.version),
      content: { subject, body, text },
      inWords: letterInWords,
      holdsFrom: start,
      by: currentStaff(req).id,
    });
    if (outcome.ok) return redirectSeeOther(res, `/administration/letters/${kind}`);
    await this.showStale({ kind, form, versions: await this.versions(kind) }, req, res);
  }

  private async showStale(
    { kind, form, versions: [newest] }: Pick<Checking, 'kind' | 'form' | 'versions'>,
    req: Request,
    res: Response,
  ) {
    if (!newest) throw new NotFoundException();
    const page = staleWordsPage({
      href: `/administration/letters/${kind}`,
      newest,
      theirs: letterFields(readLetterTemplates(newest.content)),
      mine: letterFields(form),
    });
    await renderPage(req, res, { view: 'wording-desk/stale', page, status: 409 });
  }

  private async showForm({ kind, form, errors, samples = [] }: Shown, req: Request, res: Response) {
    const page = letterEditPage(kind, form, errors, samples);
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'wording-desk/letter-edit', page, status });
  }

  private async showCheck(checking: Checking, req: Request, res: Response) {
    const { kind, form, versions, start, samples } = checking;
    const [newest] = versions;
    if (newest?.version !== Number(form.version)) return this.showStale(checking, req, res);
    const now = this.clock.now();
    const page = letterCheckPage({
      ...{ kind, form, samples, holdsFrom: start },
      before: readLetterTemplates(newest.content),
      planned: versions.filter(({ inForceFrom }) => inForceFrom > now).length,
    });
    await renderPage(req, res, { view: 'wording-desk/letter-check', page });
  }

  private versions(kind: EditableLetterKind): Promise<AuthoredVersion[]> {
    return versionsWithAuthors(this.database.reader, `letter:${kind}`);
  }
}

interface Shown {
  kind: EditableLetterKind;
  form: LetterWordsForm;
  errors: readonly FieldError[];
  samples?: readonly SampleLetter[];
}

interface Sending {
  kind: EditableLetterKind;
  form: LetterWordsForm;
  start: HoldsFrom;
}

interface Checking extends Sending {
  versions: readonly AuthoredVersion[];
  samples: readonly SampleLetter[];
}

function letterKind(kind: string): EditableLetterKind {
  if (!isEditableLetterKind(kind)) throw new NotFoundException();
  return kind;
}
