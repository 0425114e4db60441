import { letterKey } from '../letters/letter-key.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { type LetterPreview, presentLetter } from '../letters/letter-preview.presenter.js';
import { warningText, type WarningTextParams } from '../platform/web/components/messages.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { type CaseFormDrawn, type CaseFormPage, caseFormPage } from './case-form-page.presenter.js';
import { contactOf } from './case-words.rules.js';

/** For the view `case-file/check`. */
export interface CheckPage extends CaseFormPage {
  /** What was chosen and typed, carried along unchanged. */
  hidden: { name: string; value: string }[];
  effects: string[];
  /** What looks like a mistake and may be none: it stops nothing. */
  warnings: WarningTextParams[];
  letter: LetterPreview;
  send: ButtonParams;
  change: ButtonParams;
}

interface ToCheck {
  title: string;
  noun: string;
  hidden: { name: string; value: string }[];
  /** What happens when it is sent, in words. */
  effects: string[];
  /** Left out: nothing looks like a mistake. */
  warnings?: readonly string[];
  letter: LetterContent;
  ownWords: readonly string[];
  send: ButtonParams;
  /** The words of the button that leads back to the form. */
  change: string;
}

/** Check answers before a letter goes: the letter exactly as it will go, and every effect in words. */
export function checkPage(drawn: CaseFormDrawn, toCheck: ToCheck): CheckPage {
  const { hidden, effects, warnings = [], letter, ownWords, send, change } = toCheck;
  const { application, property } = drawn.file;
  const contact = contactOf(application, property);
  return {
    ...caseFormPage(drawn, toCheck),
    hidden: [...hidden, { name: 'letterKey', value: letterKey(letter) }],
    effects,
    warnings: warnings.map((text) => warningText(text)),
    letter: presentLetter({ content: letter, contact, ownWords }),
    send,
    change: button({ text: change, variant: 'secondary', name: 'step', value: 'change' }),
  };
}
