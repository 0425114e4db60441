import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
} from '../case-file/case-form-page.presenter.js';
import { contactOf } from '../case-file/case-words.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { letterKey } from '../letters/letter-key.js';
import { type LetterPreview, presentLetter } from '../letters/letter-preview.presenter.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { RefundException } from '../refund-exceptions/refund-exceptions.store.js';
import { formatPounds } from '../shared/money.js';

export interface AnswerCheckPage extends CaseFormPage {
  effects: string[];
  letter: LetterPreview | null;
  hidden: { name: string; value: string }[];
  send: ButtonParams;
  change: ButtonParams;
}

interface Checking extends CaseFormDrawn {
  exception: RefundException;
  draft: { answer: string; words: string };
  /** Null where nobody is written to. */
  letter: LetterContent | null;
}

/** The second signature, with everything it does in words and the letter as it will go. */
export function answerCheckPage(checking: Checking): AnswerCheckPage {
  const { file, exception, draft, letter } = checking;
  const { application, property } = file;
  const isApproved = draft.answer === 'approve';
  const amount = formatPounds(exception.amountPence);
  const ownWords = isApproved ? [] : [draft.words];
  return {
    ...caseFormPage(checking, {
      title: `Check before you ${isApproved ? 'approve' : 'decline'} ${amount} for ${application.reference}`,
      noun: `refund-exceptions/${exception.id}/reply`,
    }),
    effects: isApproved ? approvingEffects(amount) : decliningEffects(letter !== null),
    letter:
      letter &&
      presentLetter({ content: letter, contact: contactOf(application, property), ownWords }),
    hidden: [
      { name: 'answer', value: draft.answer },
      { name: 'words', value: draft.words },
      { name: 'letterKey', value: letter ? letterKey(letter) : '' },
    ],
    send: button({
      text: isApproved ? `Approve ${amount}` : 'Decline',
      variant: 'warning',
      name: 'step',
      value: 'send',
    }),
    change: button({
      text: 'Change the answer',
      variant: 'secondary',
      name: 'step',
      value: 'change',
    }),
  };
}

function approvingEffects(amount: string): string[] {
  return [
    `The payment service is told to refund ${amount} to the card the permit was paid with. You cannot undo this.`,
    'Your name stands beside that of whoever asked, for good.',
    'The permit stays as it is.',
  ];
}

function decliningEffects(isWritten: boolean): string[] {
  return [
    'Nothing is given back. Who still wants it makes a new request.',
    isWritten ? 'The resident asked, and is written to.' : 'No letter is sent.',
  ];
}
