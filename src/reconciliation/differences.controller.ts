import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  CORRECTION_REFUSAL_WORDS,
  isCorrectionCause,
} from '../payment-comparisons/corrections.rules.js';
import { StaleWrite } from '../platform/database/conditional-write.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { AnswerCorrection } from './answer-correction.js';
import { CorrectLedger } from './correct-ledger.js';
import { ExplainDifference } from './explain-difference.js';
import { AnswerForm, ExplanationForm } from './reconciliation.form.js';
import { RECONCILIATION } from './reconciliation.presenter.js';
import { ShowDifference } from './show-difference.js';

const EXPLAINED_ALREADY = 'Somebody else explained this difference while you were writing';
const CHOOSE_CAUSE = 'Choose the cause of the correction';

@Controller('reconciliation/differences')
@Can('see-reconciliation')
export class DifferencesController {
  constructor(
    private readonly explainDifference: ExplainDifference,
    private readonly correctLedger: CorrectLedger,
    private readonly answerCorrection: AnswerCorrection,
    private readonly showDifference: ShowDifference,
  ) {}

  @Get(':id')
  async show(@Param('id') id: string, @Req() req: Request, @Res() res: Response) {
    const difference = await this.showDifference.find(id);
    await this.showDifference.show(difference, { req, res, status: 200 });
  }

  /** Pressed twice it is one closing; the first person's words stand. */
  @Post(':id/explanation')
  @Can('reconcile')
  async explain(@Param('id') id: string, @Req() req: Request, @Res() res: Response) {
    const difference = await this.showDifference.find(id);
    const parsed = parseForm(ExplanationForm, req.body);
    const { form } = parsed;
    const again = (errors: readonly FieldError[], status: number, shown = difference) =>
      this.showDifference.show(shown, { req, res, status, errors, form });
    if (!parsed.ok) return again(parsed.errors, 422);
    if (form.outcome === 'correct' && form.cause === '') {
      return again([fieldError('cause', CHOOSE_CAUSE)], 422);
    }
    const refused = await this.close(id, form, currentStaff(req).id);
    if (refused === null) return redirectSeeOther(res, pathOf(id));
    await again([fieldError('words', refused)], 409, await this.showDifference.find(id));
  }

  @Post(':id/corrections/:correctionId/answer')
  @Can('reconcile')
  async answer(
    @Param('id') id: string,
    @Param('correctionId') correctionId: string,
    @Req() req: Request,
    @Res() res: Response,
  ) {
    const difference = await this.showDifference.find(id);
    const parsed = parseForm(AnswerForm, req.body);
    const answer = parsed.form;
    const again = (errors: readonly FieldError[], status: number, shown = difference) =>
      this.showDifference.show(shown, { req, res, status, errors, answer });
    if (!parsed.ok) return again(parsed.errors, 422);
    const { formId, words } = answer;
    const staffId = currentStaff(req).id;
    const answered = await this.answerCorrection.run({
      ...{ formId, words, differenceId: id, correctionId, staffId },
      isAgreed: answer.answer === 'agree',
    });
    if (answered.ok) return redirectSeeOther(res, pathOf(id));
    const why = CORRECTION_REFUSAL_WORDS[answered.refusal];
    await again([fieldError('answer', why)], 409, await this.showDifference.find(id));
  }

  /** Null when it is closed, or asked for; else why not. */
  private async close(id: string, form: ExplanationForm, staffId: string): Promise<string | null> {
    const { words, formId, cause } = form;
    try {
      if (form.outcome !== 'correct' || !isCorrectionCause(cause)) {
        await this.explainDifference.run({ formId, differenceId: id, words, staffId });
        return null;
      }
      const shownPence = Number(form.gainPence);
      const wanted = { formId, differenceId: id, cause, words, shownPence, staffId };
      const corrected = await this.correctLedger.run(wanted);
      return corrected.ok ? null : CORRECTION_REFUSAL_WORDS[corrected.refusal];
    } catch (error) {
      if (!(error instanceof StaleWrite)) throw error;
      const now = await this.showDifference.find(id);
      if (now.isWaiting) return CORRECTION_REFUSAL_WORDS.waiting;
      return now.explanation?.words === words ? null : EXPLAINED_ALREADY;
    }
  }
}

function pathOf(id: string): string {
  return `${RECONCILIATION}/differences/${id}`;
}
