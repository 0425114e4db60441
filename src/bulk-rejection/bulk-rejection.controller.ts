import { randomUUID } from 'node:crypto';
import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type CaseFile, readCaseFile } from '../case-file/case-file.queries.js';
import { contactOf } from '../case-file/case-words.rules.js';
import type { ReasonCatalogue } from '../decisions/reason-catalogue.rules.js';
import { reasonCatalogue } from '../decisions/reason-catalogue.queries.js';
import {
  type ChosenReason,
  checkReasons,
  REASON_REFUSAL_WORDS,
} from '../decisions/rejection-reasons.rules.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { letterWordings } from '../letters/letter-wordings.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { rejectionLetter } from '../rejections/rejection-words.js';
import { isRowId } from '../shared/row-id.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { bulkRejectionCheckPage } from './bulk-rejection-check.presenter.js';
import { bulkRejectionFormPage, nothingToRejectPage } from './bulk-rejection-form.presenter.js';
import { bulkRejectionRunPage } from './bulk-rejection-run.presenter.js';
import { bulkRejectionOf } from './bulk-rejection-run.queries.js';
import { BulkRejectionForm } from './bulk-rejection.form.js';
import { type ChosenCase, chosenText, MOST_AT_ONCE, readChosen } from './bulk-rejection.rules.js';
import { type Candidate, readCandidates } from './candidates.queries.js';
import { StartBulkRejection } from './start-bulk-rejection.js';
import { chosenReasons, wordsKey } from './words-key.rules.js';

@Controller('bulk-rejections')
@Can('reject-in-bulk')
export class BulkRejectionController {
  constructor(
    private readonly startBulkRejection: StartBulkRejection,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** First the reasons, then what it comes to, and only the third press starts anything. */
  @Post()
  async create(@Req() req: Request, @Res() res: Response) {
    const parsed = parseForm(BulkRejectionForm, { formId: randomUUID(), ...(req.body as object) });
    const { form } = parsed;
    const faults = parsed.ok ? [] : parsed.errors;
    const chosen = readChosen(form.chosen, form.leaveOut);
    const nothing = cannotGoOn(faults, chosen);
    if (nothing.length > 0) return refuse({ form, faults, nothing }, req, res);
    if (form.step === 'begin' || form.step === 'change') {
      return this.showForm({ form, chosen, errors: [] }, req, res);
    }
    const catalogue = await reasonCatalogue(this.database.reader, this.clock.now());
    const reasons = chosenReasons(form.reasons, form.words, catalogue);
    const errors = faults.length > 0 ? faults : reasonFaults(form, reasons, catalogue);
    if (errors.length > 0) return this.showForm({ form, chosen, errors }, req, res);
    if (form.step === 'check') return this.showCheck({ form, chosen, reasons }, req, res);
    await this.send({ form, chosen, reasons }, req, res);
  }

  @Get(':runId')
  async show(@Param('runId') runId: string, @Req() req: Request, @Res() res: Response) {
    const wanted = { runId, staffId: currentStaff(req).id };
    const run = isRowId(runId) ? await bulkRejectionOf(this.database.reader, wanted) : null;
    if (!run) throw new NotFoundException();
    const page = bulkRejectionRunPage({ runId, run, now: this.clock.now() });
    await renderPage(req, res, { view: 'bulk-rejection/run', page });
  }

  private async send({ form, chosen, reasons }: Chosen, req: Request, res: Response) {
    const { reader } = this.database;
    const path = `/bulk-rejections/${form.formId}`;
    const by = currentStaff(req);
    if (await bulkRejectionOf(reader, { runId: form.formId, staffId: by.id })) {
      return redirectSeeOther(res, path);
    }
    if (form.wordsKey !== (await this.wordsNow(reasons))) {
      const errors = [{ text: 'The words of the letter have changed: read the sample again' }];
      return this.showCheck({ form, chosen, reasons, errors }, req, res);
    }
    await this.startBulkRejection.run({
      ...{ formId: form.formId, by, chosen, reasons, back: form.back },
      ...{ privateNote: form.privateNote || null, wordsKey: form.wordsKey },
    });
    redirectSeeOther(res, path);
  }

  private async showForm({ form, chosen, errors }: Shown, req: Request, res: Response) {
    const page = bulkRejectionFormPage({
      carried: carriedOf(form, chosen),
      count: chosen.length,
      catalogue: await reasonCatalogue(this.database.reader, this.clock.now()),
      draft: form,
      errors,
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'bulk-rejection/new', page, status });
  }

  private async showCheck(
    { form, chosen, reasons, errors = [] }: Chosen,
    req: Request,
    res: Response,
  ) {
    const { reader } = this.database;
    const by = currentStaff(req);
    const now = this.clock.now();
    const candidates = await readCandidates(reader, { chosen, by, reasons, now });
    const fitting = candidates.filter(({ why }) => why === null);
    const page = bulkRejectionCheckPage({
      // Who was left out here is not rejected later, whatever becomes of the case meanwhile.
      carried: carriedOf(form, fitting),
      ...{ candidates, draft: form, errors },
      wordsKey: await this.wordsNow(reasons),
      sample: await this.sampleOf(fitting[0], reasons, now),
    });
    const status = errors.length > 0 ? 409 : fitting.length === 0 ? 422 : 200;
    await renderPage(req, res, { view: 'bulk-rejection/check', page, status });
  }

  private async sampleOf(
    first: Candidate | undefined,
    reasons: readonly ChosenReason[],
    now: Date,
  ) {
    const file = first ? await readCaseFile(this.database.reader, first.reference, now) : null;
    return file && this.letterOf(file, reasons, now);
  }

  private letterOf(file: CaseFile, reasons: readonly ChosenReason[], now: Date) {
    const council = councilFacts(this.settings);
    return {
      reference: file.application.reference,
      letter: rejectionLetter({ file, reasons, council, now }),
      contact: contactOf(file.application, file.property),
    };
  }

  private async wordsNow(reasons: readonly ChosenReason[]): Promise<string> {
    const { reader } = this.database;
    const now = this.clock.now();
    const catalogue = await reasonCatalogue(reader, now);
    return wordsKey({ wordings: await letterWordings(reader, now), catalogue }, reasons);
  }
}

interface Chosen {
  form: BulkRejectionForm;
  chosen: readonly ChosenCase[];
  reasons: readonly ChosenReason[];
  errors?: readonly { text: string }[];
}

interface Shown {
  form: BulkRejectionForm;
  chosen: readonly ChosenCase[];
  errors: readonly FieldError[];
}

interface Refused {
  form: BulkRejectionForm;
  faults: readonly FieldError[];
  nothing: readonly { text: string }[];
}

function carriedOf({ back, formId }: BulkRejectionForm, chosen: readonly ChosenCase[]) {
  return { chosen: chosenText(chosen), back, formId };
}

async function refuse({ form, faults, nothing }: Refused, req: Request, res: Response) {
  const back = faults.some(({ field }) => field === 'back') ? '/queue' : form.back;
  const page = nothingToRejectPage(nothing, back);
  await renderPage(req, res, { view: 'bulk-rejection/new', page, status: 422 });
}

/** What no form of ours sends, or a list that is empty or too long: there is nothing to show again. */
function cannotGoOn(
  faults: readonly FieldError[],
  chosen: readonly ChosenCase[],
): readonly { text: string }[] {
  const ofList = ['chosen', 'leaveOut', 'back', 'to', 'formId', 'wordsKey', 'step'];
  const broken = faults.filter(({ field }) => ofList.includes(field));
  if (broken.length > 0) return broken;
  if (chosen.length === 0) return [{ text: 'Choose at least one case' }];
  if (chosen.length > MOST_AT_ONCE) return [{ text: `Choose ${MOST_AT_ONCE} cases or fewer` }];
  return [];
}

function reasonFaults(
  { reasons, words }: BulkRejectionForm,
  chosen: readonly ChosenReason[],
  catalogue: ReasonCatalogue,
): FieldError[] {
  const checked = checkReasons(catalogue, chosen);
  if (!checked.ok) {
    const field = checked.refusal.startsWith('words') ? 'words' : 'reasons';
    return [fieldError(field, REASON_REFUSAL_WORDS[checked.refusal])];
  }
  if (words === '' || reasons.includes('other')) return [];
  return [fieldError('words', 'Tick “Another reason” to send your own words, or take them out')];
}
