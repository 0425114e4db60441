import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf, moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import { releaseEffects } from '../case-file/release-effects.rules.js';
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
import type { WithdrawalDraft } from './withdrawal.presenter.js';

export interface WithdrawalCheckPage {
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
  draft: WithdrawalDraft;
  letter: LetterContent;
  errors: readonly FieldError[];
}

/** Check answers: the letter exactly as it will go, and every effect in words. */
export function withdrawalCheckPage(checking: Checking): WithdrawalCheckPage {
  const { file, now, caseForm, draft, letter, errors } = checking;
  const { application, payment, property } = file;
  const caseHref = `/applications/${application.reference}`;
  return {
    title: `Check before you withdraw ${application.reference}`,
    errors: errors.map(({ text, href }) => ({ text, href })),
    backLink: backLink(caseHref, `Back to ${application.reference}`),
    bar: caseBar(file, now),
    action: `${caseHref}/withdrawal`,
    caseForm,
    hidden: [
      { name: 'reason', value: draft.reason },
      { name: 'words', value: draft.words },
      { name: 'privateNote', value: draft.privateNote },
      { name: 'money', value: moneyKey(moneyOf(payment)) },
    ],
    effects: [
      'The application is withdrawn and will not be decided. This cannot be undone.',
      ...releaseEffects(moneyOf(payment)),
    ],
    letter: presentLetter({
      content: letter,
      contact: contactOf(application, property),
      ownWords: draft.reason === 'other' ? [draft.words] : [],
    }),
    send: button({ text: 'Withdraw and send', variant: 'warning', name: 'step', value: 'send' }),
    change: button({
      text: 'Change the reason',
      variant: 'secondary',
      name: 'step',
      value: 'change',
    }),
  };
}
