import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf, moneyOf } from '../case-file/case-words.rules.js';
import type { ChosenReason } from '../decisions/rejection-reasons.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { type LetterPreview, presentLetter } from '../letters/letter-preview.presenter.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { CaseFormFields } from '../stale-case/case-form.js';
import type { RejectionDraft } from './rejection.presenter.js';

export interface RejectionCheckPage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  action: string;
  caseForm: CaseFormFields;
  hidden: { name: string; value: string }[];
  effects: string[];
  letter: LetterPreview;
  send: ButtonParams;
  change: ButtonParams;
}

interface Checking {
  file: CaseFile;
  caseForm: CaseFormFields;
  draft: RejectionDraft;
  chosen: readonly ChosenReason[];
  letter: LetterContent;
  moneyKey: string;
  errors: readonly FieldError[];
}

/** Check answers: the letter exactly as it will go, and every effect in words. */
export function rejectionCheckPage(checking: Checking): RejectionCheckPage {
  const { file, caseForm, draft, chosen, letter, errors } = checking;
  const { reference } = file.application;
  const ownWords = chosen.some(({ words }) => words) ? [draft.words] : [];
  return {
    title: `Check before you reject ${reference}`,
    errors: errors.map(({ text, href }) => ({ text, href })),
    backLink: backLink(`/applications/${reference}`, `Back to ${reference}`),
    action: `/applications/${reference}/rejection`,
    caseForm,
    hidden: [
      ...draft.reasons.map((value) => ({ name: 'reasons', value })),
      { name: 'words', value: draft.words },
      { name: 'privateNote', value: draft.privateNote },
      { name: 'money', value: checking.moneyKey },
    ],
    effects: effectsOf(file),
    letter: presentLetter({
      content: letter,
      contact: contactOf(file.application, file.property),
      ownWords,
    }),
    send: button({ text: 'Reject and send', variant: 'warning', name: 'step', value: 'send' }),
    change: button({
      text: 'Change the reasons',
      variant: 'secondary',
      name: 'step',
      value: 'change',
    }),
  };
}

function effectsOf(file: CaseFile): string[] {
  const money = moneyOf(file.payment);
  const told = {
    none: 'No money moves: nothing is held or taken for this application.',
    held: 'The payment service is told to cancel the hold.',
    taken: 'The payment service is told to refund the payment.',
    unknown: 'The payment service is asked what it holds, and told to give it back.',
  }[money.is];
  return [
    'The application is rejected. This cannot be undone.',
    told,
    'The place it held at this property is free again at once.',
    'The letter below is sent now.',
  ];
}
