import { randomUUID } from 'node:crypto';
import {
  Controller,
  Get,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { INTEREST_KINDS, type InterestKind } from '../conflicts-of-interest/conflict.rules.js';
import { interestsOf } from '../conflicts-of-interest/conflicts.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { normalisePostcode, POSTCODE_REFUSAL_WORDS } from '../shared/postcode.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { DeclareInterest } from './declare-interest.js';
import { readInterest } from './interest-value.rules.js';
import { InterestForm } from './interest.form.js';
import { myInterestsPage } from './my-interests.presenter.js';
import { addressesAt, heldInConflict, ownInterests } from './my-interests.queries.js';
import { newInterestPage } from './new-interest.presenter.js';

const NO_ADDRESS = 'No address with this postcode is on the council’s list';

/** What a member of staff declares about himself. Only he sees these pages. */
@Controller('my-interests')
@Can('declare-interests')
export class MyInterestsController {
  constructor(
    private readonly declareInterest: DeclareInterest,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const { id } = currentStaff(req);
    const { reader } = this.database;
    const now = this.clock.now();
    const page = myInterestsPage({
      email: (await interestsOf(reader, id, now)).accountEmail,
      interests: await ownInterests(reader, id, now),
      held: await heldInConflict(reader, id, now),
      now,
    });
    await renderPage(req, res, { view: 'declared-relations/index', page });
  }

  @Get('new')
  async new(@Query('kind') kind: unknown, @Req() req: Request, @Res() res: Response) {
    const form = Object.assign(new InterestForm(), { formId: randomUUID() });
    await this.show({ kind: kindOf(kind), form, errors: [] }, req, res);
  }

  @Post()
  async create(@Query('kind') asked: unknown, @Req() req: Request, @Res() res: Response) {
    const kind = kindOf(asked);
    const parsed = parseForm(InterestForm, req.body);
    const { form } = parsed;
    if (kind === 'address' && form.step === 'find') {
      return this.show({ kind, form, errors: postcodeFaults(form) }, req, res);
    }
    const read = readInterest(kind, form);
    const errors = [
      ...(read.ok ? [] : [fieldError(read.fault.field, read.fault.text)]),
      ...(parsed.ok ? [] : parsed.errors),
    ];
    if (!read.ok || errors.length > 0) return this.show({ kind, form, errors }, req, res);
    if (kind === 'address' && !(await this.isAmongOffered(form))) {
      const gone = [fieldError('value', 'Choose the address')];
      return this.show({ kind, form, errors: gone }, req, res);
    }
    await this.declareInterest.declare({
      staffId: currentStaff(req).id,
      interest: read.interest,
      isRelation: form.whose === 'relation',
      formId: form.formId,
    });
    redirectSeeOther(res, '/my-interests');
  }

  @Post(':id/removal')
  async remove(
    @Param('id', new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() })) id: string,
    @Req() req: Request,
    @Res() res: Response,
  ) {
    await this.declareInterest.remove({ id, staffId: currentStaff(req).id });
    redirectSeeOther(res, '/my-interests');
  }

  private async isAmongOffered(form: InterestForm): Promise<boolean> {
    return (await this.addresses(form))?.some(({ uprn }) => uprn === form.value) ?? false;
  }

  private async show({ kind, form, errors }: Shown, req: Request, res: Response) {
    const addresses = kind === 'address' ? await this.addresses(form) : null;
    const told =
      addresses?.length === 0 && errors.length === 0
        ? [fieldError('postcode', NO_ADDRESS)]
        : [...errors];
    const page = newInterestPage({ kind, form, errors: told, addresses });
    const status = told.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'declared-relations/new', page, status });
  }

  private async addresses({ postcode }: InterestForm) {
    const read = normalisePostcode(postcode);
    return read.ok ? addressesAt(this.database.reader, read.postcode) : null;
  }
}

interface Shown {
  kind: InterestKind;
  form: InterestForm;
  errors: readonly FieldError[];
}

function kindOf(asked: unknown): InterestKind {
  const kind = INTEREST_KINDS.find((one) => one === asked);
  if (!kind) throw new NotFoundException();
  return kind;
}

function postcodeFaults({ postcode }: InterestForm): FieldError[] {
  const read = normalisePostcode(postcode);
  return read.ok ? [] : [fieldError('postcode', POSTCODE_REFUSAL_WORDS[read.refusal])];
}
