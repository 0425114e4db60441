import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
  errorOf,
  privateNote,
} from '../case-file/case-form-page.presenter.js';
import { moneyOf } from '../case-file/case-words.rules.js';
import { MOST_REASON_WORDS } from '../decisions/rejection-reasons.rules.js';
import { moneyReleased } from '../letters/money-words.rules.js';
import { characterCount, type TextareaParams } from '../platform/web/components/form-fields.js';
import type { DetailsParams } from '../platform/web/components/messages.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { OwnWords } from './chosen-reasons.rules.js';
import { reasonGroups } from './reason-groups.presenter.js';

/** What the officer chose and typed, or what the marks suggest on a fresh form. */
export interface RejectionDraft extends OwnWords {
  reasons: readonly string[];
  privateNote: string;
}

interface RejectionPage extends CaseFormPage {
  suggestedNote: string | null;
  groups: DetailsParams[];
  words: TextareaParams;
  privateNote: TextareaParams;
  moneySentence: string;
  check: ButtonParams;
}

interface Choosing extends CaseFormDrawn {
  draft: RejectionDraft;
  errors: readonly FieldError[];
  /** How many reasons the failed marks suggested. */
  suggested: number;
}

export function rejectionPage(choosing: Choosing): RejectionPage {
  const { file, draft, errors, suggested } = choosing;
  return {
    ...caseFormPage(choosing, { title: `Reject ${file.application.reference}`, noun: 'rejection' }),
    suggestedNote: suggested > 0 ? 'Ticked already: what your marks on the papers suggest.' : null,
    groups: reasonGroups(file, draft, errors),
    words: characterCount({
      name: 'words',
      label: 'Your own words',
      hint: 'Only for “another reason” about the application. Will be sent to the resident.',
      value: draft.words,
      error: errorOf(errors, 'words'),
      maxlength: MOST_REASON_WORDS,
      rows: 4,
    }),
    privateNote: privateNote(draft.privateNote, errors),
    moneySentence: moneyReleased(moneyOf(file.payment, file.commands)),
    check: button({ text: 'Check the letter', name: 'step', value: 'check' }),
  };
}
