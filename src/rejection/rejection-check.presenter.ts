import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf, moneyOf } from '../case-file/case-words.rules.js';
import { releaseEffects } from '../case-file/release-effects.rules.js';
import type { ChosenReason } from '../decisions/rejection-reasons.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { type LetterPreview, presentLetter } from '../letters/letter-preview.presenter.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import type { IdentityBarParams } from '../platform/web/components/case-page.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { CaseFormFields } from '../stale-case/case-form.js';
import type { RejectionDraft } from './rejection.presenter.js';

export interface RejectionCheckPage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  bar: IdentityBarParams;
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
  now: Date;
  caseForm: CaseFormFields;
  draft: RejectionDraft;
  chosen: readonly ChosenReason[];
  letter: LetterContent;
  moneyKey: string;
  errors: readonly FieldError[];
}

/** Check answers: the letter exactly as it will go, and every effect in words. */
export function rejectionCheckPage(checking: Checking): RejectionCheckPage {
  const { file, now, caseForm, draft, chosen, letter, errors } = checking;
  const { reference } = file.application;
  const ownWords = chosen.flatMap(({ words }) => (words ? [words] : []));
  return {
    title: `Check before you reject ${reference}`,
    errors: errors.map(({ text, href }) => ({ text, href })),
    backLink: backLink(`/applications/${reference}`, `Back to ${reference}`),
    bar: caseBar(file, now),
    action: `/applications/${reference}/rejection`,
    caseForm,
    hidden: [
      ...draft.reasons.map((value) => ({ name: 'reasons', value })),
      { name: 'words', value: draft.words },
      ...Object.entries(draft.paperWords).map(([paperId, value]) => ({
        name: `paperWords[${paperId}]`,
        value,
      })),
      { name: 'privateNote', value: draft.privateNote },
      { name: 'money', value: checking.moneyKey },
    ],
    effects: [
      'The application is rejected. This cannot be undone.',
      ...releaseEffects(moneyOf(file.payment)),
    ],
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
