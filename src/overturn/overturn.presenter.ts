import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
  errorOf,
  privateNote,
} from '../case-file/case-form-page.presenter.js';
import { moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import { type CheckPage, checkPage } from '../case-file/check-page.presenter.js';
import type { Decision } from '../decisions/decisions.store.js';
import { MOST_REOPENING_WORDS } from '../decisions/reopening.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import type { LetterMoney } from '../letters/money-words.rules.js';
import { radios, type ChoicesParams } from '../platform/web/components/choices.js';
import { characterCount, type TextareaParams } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { formatDateTime } from '../shared/london-date.js';

/** What was chosen and typed. */
export interface OverturnDraft {
  who: string;
  reason: string;
  privateNote: string;
}

interface OverturnPage extends CaseFormPage {
  decided: string;
  reasons: string[];
  consequences: string[];
  who: ChoicesParams;
  reason: TextareaParams;
  privateNote: TextareaParams;
  check: ButtonParams;
}

interface Choosing extends CaseFormDrawn {
  draft: OverturnDraft;
  errors: readonly FieldError[];
  decision: Decision;
  decidedBy: string;
}

export function overturnPage(choosing: Choosing): OverturnPage {
  const { file, draft, errors, decision, decidedBy } = choosing;
  const title = `Decide ${file.application.reference} again`;
  return {
    ...caseFormPage(choosing, { title, noun: 'reopening' }),
    decided: `Rejected by ${decidedBy}, ${formatDateTime(decision.decidedAt)}.`,
    reasons: decision.reasons.map(({ words }) => words),
    consequences: [MONEY[moneyOf(file.payment, file.commands).is], PLACE],
    who: whoField(draft.who, errors),
    reason: characterCount({
      name: 'reason',
      label: 'Why the rejection does not stand',
      hint: 'In whole sentences. Will be sent to the resident.',
      value: draft.reason,
      error: errorOf(errors, 'reason'),
      maxlength: MOST_REOPENING_WORDS,
      rows: 4,
    }),
    privateNote: privateNote(draft.privateNote, errors),
    check: button({ text: 'Check the letter', name: 'step', value: 'check' }),
  };
}

function whoField(chosen: string, errors: readonly FieldError[]): ChoicesParams {
  return radios({
    name: 'who',
    fieldset: { legend: { text: 'Who decides it now?', classes: 'govuk-fieldset__legend--m' } },
    error: errorOf(errors, 'who'),
    small: true,
    items: [
      {
        value: 'queue',
        text: 'Another officer',
        hint: 'It goes back to the queue. Whoever rejected it cannot decide it.',
      },
      {
        value: 'me',
        text: 'I do',
        hint: 'You hold the case at once, and approve or reject it as usual.',
      },
    ],
    value: chosen,
  });
}

const PLACE =
  'It takes its place at the property again, if one is left. If none is left, it cannot be approved.';

const AS_BEFORE = 'The money stays as it is until somebody decides.';
const MONEY: Readonly<Record<LetterMoney['is'], string>> = {
  none: 'No money moves: nothing is held or taken for this application.',
  held: AS_BEFORE,
  taken: AS_BEFORE,
  unknown: AS_BEFORE,
  returned:
    'The payment was given back, or is on its way back. A permit that costs money cannot be approved without it, and an application whose money was given back cannot be paid for again. The resident would have to apply and pay again.',
};

interface Checking extends CaseFormDrawn {
  draft: OverturnDraft;
  letter: LetterContent;
}

export function overturnCheckPage(checking: Checking): CheckPage {
  const { file, draft, letter } = checking;
  const money = moneyOf(file.payment, file.commands);
  return checkPage(checking, {
    title: `Check before ${file.application.reference} is decided again`,
    noun: 'reopening',
    hidden: [
      { name: 'who', value: draft.who },
      { name: 'reason', value: draft.reason },
      { name: 'privateNote', value: draft.privateNote },
      { name: 'money', value: moneyKey(money) },
    ],
    effects: [
      'The rejection no longer stands. It stays on record, with what you write here.',
      draft.who === 'me' ? 'You hold the case and decide it.' : 'The case goes back to the queue.',
      MONEY[money.is],
      PLACE,
      'The letter below is sent now.',
    ],
    letter,
    ownWords: [draft.reason],
    send: button({ text: 'Reopen and send', variant: 'warning', name: 'step', value: 'send' }),
    change: 'Change what I wrote',
  });
}
