import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf } from '../case-file/case-words.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { type LetterPreview, presentLetter } from '../letters/letter-preview.presenter.js';
import { textarea, type TextareaParams } from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import type { IdentityBarParams } from '../platform/web/components/case-page.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { CaseFormFields } from '../stale-case/case-form.js';
import type { ApprovalFacts } from './approval-facts.rules.js';
import { effectsOf, termsInWords } from './approval-summary.presenter.js';
import { type ApprovalTerms, termsKey } from './approval-terms.rules.js';

export interface ApprovalCheckPage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  bar: IdentityBarParams;
  action: string;
  caseForm: CaseFormFields;
  terms: string;
  summary: SummaryListParams;
  effects: string[];
  letter: LetterPreview;
  privateNote: TextareaParams;
  send: ButtonParams;
  rejectInstead: ButtonParams;
}

export interface Checking {
  file: CaseFile;
  facts: ApprovalFacts;
  terms: ApprovalTerms;
  letter: LetterContent;
  caseForm: CaseFormFields;
  privateNote: string;
  errors: readonly FieldError[];
}

/** Check answers: what is given, what happens to the money, the letter exactly as it will go. */
export function approvalCheckPage(checking: Checking): ApprovalCheckPage {
  const { file, facts, terms, letter, caseForm, errors } = checking;
  const { reference } = file.application;
  const caseHref = `/applications/${reference}`;
  return {
    title: `Check before you approve ${reference}`,
    errors: errors.map(({ text, href }) => ({ text, href })),
    backLink: backLink(caseHref, `Back to ${reference}`),
    bar: caseBar(file, facts.now),
    action: `${caseHref}/approval`,
    caseForm,
    terms: termsKey(terms, facts),
    summary: summaryList({ rows: termsInWords(facts, terms) }),
    effects: effectsOf(facts, terms),
    letter: presentLetter({ content: letter, contact: contactOf(file.application, file.property) }),
    privateNote: textarea({
      name: 'privateNote',
      label: 'Private note',
      hint: 'For colleagues. Never sent.',
      value: checking.privateNote,
      error: errors.find(({ field }) => field === 'privateNote')?.text ?? null,
      rows: 2,
    }),
    send: button({ text: 'Approve and send' }),
    rejectInstead: button({
      text: 'Reject instead',
      href: `${caseHref}/rejection/new`,
      variant: 'secondary',
    }),
  };
}
