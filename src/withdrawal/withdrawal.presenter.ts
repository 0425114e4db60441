import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
  errorOf,
  privateNote,
} from '../case-file/case-form-page.presenter.js';
import { moneyOf } from '../case-file/case-words.rules.js';
import { moneyReleased } from '../letters/money-words.rules.js';
import { radios, type ChoicesParams } from '../platform/web/components/choices.js';
import { characterCount, type TextareaParams } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import {
  MOST_WITHDRAWAL_WORDS,
  WITHDRAWAL_REASON_CODES,
  WITHDRAWAL_REASONS,
} from '../decisions/withdrawal-reasons.rules.js';

/** What was chosen and typed. */
export interface WithdrawalDraft {
  reason: string;
  words: string;
  privateNote: string;
}

interface WithdrawalPage extends CaseFormPage {
  reasons: ChoicesParams;
  words: TextareaParams;
  privateNote: TextareaParams;
  moneySentence: string;
  check: ButtonParams;
}

interface Choosing extends CaseFormDrawn {
  draft: WithdrawalDraft;
  errors: readonly FieldError[];
}

export function withdrawalPage(choosing: Choosing): WithdrawalPage {
  const { file, draft, errors } = choosing;
  const title = `Withdraw ${file.application.reference}`;
  return {
    ...caseFormPage(choosing, { title, noun: 'withdrawal' }),
    reasons: reasonsField(draft.reason, errors),
    words: characterCount({
      name: 'words',
      label: 'Your own words',
      hint: 'Only for “another reason”. Will be sent to the resident.',
      value: draft.words,
      error: errorOf(errors, 'words'),
      maxlength: MOST_WITHDRAWAL_WORDS,
      rows: 4,
    }),
    privateNote: privateNote(draft.privateNote, errors),
    moneySentence: moneyReleased(moneyOf(file.payment, file.commands)),
    check: button({ text: 'Check the letter', name: 'step', value: 'check' }),
  };
}

function reasonsField(chosen: string, errors: readonly FieldError[]): ChoicesParams {
  return radios({
    name: 'reason',
    fieldset: { legend: { text: 'Why is it withdrawn?', classes: 'govuk-fieldset__legend--m' } },
    hint: 'The letter says so.',
    error: errorOf(errors, 'reason'),
    small: true,
    items: WITHDRAWAL_REASON_CODES.map((code) => ({
      value: code,
      text: WITHDRAWAL_REASONS[code].label,
    })),
    value: chosen,
  });
}
