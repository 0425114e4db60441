import { IsIn, MaxLength } from 'class-validator';
import type { DatePart } from '../platform/web/components/date-input.js';
import { Keyed, Many } from '../platform/web/form-fields.js';
import { CaseForm } from '../case-forms/case-form.js';

export class AskAgainForm extends CaseForm {
  /** Keys of what is asked for: a paper's id, or a need. */
  @Many()
  @MaxLength(60, { each: true, message: 'Choose papers from the list' })
  asked: string[] = [];

  /** By key: the code of a reason. */
  @Keyed()
  reason: Record<string, string> = {};

  /** By key: the officer's own words. */
  @Keyed()
  words: Record<string, string> = {};

  @Keyed()
  answerBy: Partial<Record<DatePart, string>> = {};

  @IsIn(['check', 'change', 'send'])
  step = 'check';
}
