import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
  privateNote,
} from '../case-file/case-form-page.presenter.js';
import { contactOf } from '../case-file/case-words.rules.js';
import { letterKey } from '../letters/letter-key.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { type LetterPreview, presentLetter } from '../letters/letter-preview.presenter.js';
import type { TextareaParams } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { ApprovalFacts } from '../approval-gate/approval-facts.rules.js';
import { effectsOf, termsInWords } from './approval-summary.presenter.js';
import { knownBefore, type KnownBeforePanel } from './known-before.presenter.js';
import type { KnownBefore } from './known-before.queries.js';
import { type ApprovalTerms, termsKey } from './approval-terms.rules.js';
import {
  vehicleElsewherePanel,
  type VehicleElsewherePanel,
} from './vehicle-elsewhere.presenter.js';
import type { VehicleElsewhere } from './vehicle-elsewhere.rules.js';

interface ApprovalCheckPage extends CaseFormPage {
  terms: string;
  letterKey: string;
  summary: SummaryListParams;
  effects: string[];
  known: KnownBeforePanel | null;
  elsewhere: VehicleElsewherePanel | null;
  letter: LetterPreview;
  privateNote: TextareaParams;
  send: ButtonParams;
  rejectInstead: ButtonParams;
}

interface Checking extends CaseFormDrawn {
  facts: ApprovalFacts;
  terms: ApprovalTerms;
  letter: LetterContent;
  known: KnownBefore;
  elsewhere: readonly VehicleElsewhere[];
  privateNote: string;
  vehicleReason: string;
  errors: readonly FieldError[];
}

/** Check answers: what is given, what happens to the money, the letter exactly as it will go. */
export function approvalCheckPage(checking: Checking): ApprovalCheckPage {
  const { file, facts, terms, letter, elsewhere, errors } = checking;
  const { reference } = file.application;
  return {
    ...caseFormPage(checking, { title: `Check before you approve ${reference}`, noun: 'approval' }),
    terms: termsKey(terms, facts, elsewhere),
    letterKey: letterKey(letter),
    summary: summaryList({ rows: termsInWords(facts, terms) }),
    effects: effectsOf(facts, terms),
    known: knownBefore(checking.known, elsewhere, checking.now),
    elsewhere: vehicleElsewherePanel({
      ...{ registration: file.application.registration, elsewhere, errors },
      typed: checking.vehicleReason,
    }),
    letter: presentLetter({ content: letter, contact: contactOf(file.application, file.property) }),
    privateNote: privateNote(checking.privateNote, errors),
    send: button({ text: 'Approve and send', attributes: { 'data-main-button': true } }),
    rejectInstead: button({
      text: 'Reject instead',
      href: `/applications/${reference}/rejection/new`,
      variant: 'secondary',
    }),
  };
}
