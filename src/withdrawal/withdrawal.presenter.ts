import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { moneyOf } from '../case-file/case-words.rules.js';
import { moneyReleased } from '../letters/money-words.rules.js';
import { radios, type ChoicesParams } from '../platform/web/components/choices.js';
import {
  characterCount,
  textarea,
  type TextareaParams,
} from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import type { IdentityBarParams } from '../platform/web/components/case-page.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { CaseFormFields } from '../stale-case/case-form.js';
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

export interface WithdrawalPage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  bar: IdentityBarParams;
  action: string;
  caseForm: CaseFormFields;
  reasons: ChoicesParams;
  words: TextareaParams;
  privateNote: TextareaParams;
  moneySentence: string;
  check: ButtonParams;
}

interface Choosing {
  file: CaseFile;
  now: Date;
  caseForm: CaseFormFields;
  draft: WithdrawalDraft;
  errors: readonly FieldError[];
}

export function withdrawalPage({ file, now, caseForm, draft, errors }: Choosing): WithdrawalPage {
  const caseHref = `/applications/${file.application.reference}`;
  return {
    title: `Withdraw ${file.application.reference}`,
    errors: errors.map(({ text, href }) => ({ text, href })),
    backLink: backLink(caseHref, `Back to ${file.application.reference}`),
    bar: caseBar(file, now),
    action: `${caseHref}/withdrawal`,
    caseForm,
    ...questions(draft, errors),
    moneySentence: moneyReleased(moneyOf(file.payment)),
    check: button({ text: 'Check the letter', name: 'step', value: 'check' }),
  };
}

function questions(draft: WithdrawalDraft, errors: readonly FieldError[]) {
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text ?? null;
  return {
    reasons: radios({
      name: 'reason',
      fieldset: {
        legend: { text: 'Why is it withdrawn?', classes: 'govuk-fieldset__legend--m' },
      },
      hint: 'The letter says so.',
      error: errorOf('reason'),
      small: true,
      items: WITHDRAWAL_REASON_CODES.map((code) => ({
        value: code,
        text: WITHDRAWAL_REASONS[code].label,
      })),
      value: draft.reason,
    }),
    words: characterCount({
      name: 'words',
      label: 'Your own words',
      hint: 'Only for “another reason”. Will be sent to the resident.',
      value: draft.words,
      error: errorOf('words'),
      maxlength: MOST_WITHDRAWAL_WORDS,
      rows: 4,
    }),
    privateNote: textarea({
      name: 'privateNote',
      label: 'Private note',
      hint: 'For colleagues. Never sent.',
      value: draft.privateNote,
      error: errorOf('privateNote'),
      rows: 2,
    }),
  };
}
