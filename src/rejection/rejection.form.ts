import { IsIn, IsObject, MaxLength } from 'class-validator';
import { MOST_REASON_WORDS } from '../decisions/rejection-reasons.rules.js';
import { Keyed, Many, Trim } from '../platform/web/form-fields.js';
import { CaseForm } from '../case-forms/case-form.js';

export class RejectionForm extends CaseForm {
  /** `code` of a reason about the application, or `code:paperId`. */
  @Many()
  @MaxLength(100, { each: true, message: 'Choose a reason from the list' })
  reasons: string[] = [];

  @MaxLength(MOST_REASON_WORDS, {
    message: `Your own words must be ${MOST_REASON_WORDS} characters or fewer`,
  })
  @Trim()
  words = '';

  /** By paper id; how long each may be is checked with the reason it belongs to. */
  @Keyed()
  @IsObject()
  paperWords: Record<string, string> = {};

  @MaxLength(2000, { message: 'The note must be 2,000 characters or fewer' })
  @Trim()
  privateNote = '';

  /** What the money was when the letter was previewed. */
  @MaxLength(40)
  money = '';

  @IsIn(['check', 'change', 'send'])
  step = 'check';
}
