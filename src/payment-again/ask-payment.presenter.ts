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
import { formatDate } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import type { PaymentToAsk } from './payment-letter.js';

interface AskPaymentPage extends CaseFormPage {
  effects: string[];
  letter: LetterPreview;
  letterKey: string;
  send: ButtonParams;
}

interface Asking extends CaseFormDrawn {
  asked: PaymentToAsk;
  letter: LetterContent;
}

/** What happens and the letter exactly as it will go; one press sends it. */
export function askPaymentPage(asking: Asking): AskPaymentPage {
  const { file, asked, letter } = asking;
  const { application, property } = file;
  const payBy = formatDate(asked.payByOn);
  return {
    ...caseFormPage(asking, {
      title: `Ask for payment again: ${application.reference}`,
      noun: 'payment-requests',
    }),
    effects: [
      `Nothing is held or taken now. The resident is asked to pay ${formatPounds(asked.amountPence)} by ${payBy}.`,
      'The case waits for the resident, and its clock stands still. What you have checked stays.',
      'When it is paid, the case comes back to you if you can take it, else to the queue.',
      `If it is not paid by then, you are told. There is no permit without payment: you may ask again or withdraw the application.`,
      'The letter below is sent now.',
    ],
    letter: presentLetter({
      content: letter,
      contact: contactOf(application, property),
      ownWords: [],
    }),
    letterKey: letterKey(letter),
    send: button({ text: 'Send the letter' }),
  };
}
