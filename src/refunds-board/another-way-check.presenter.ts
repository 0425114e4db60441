import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf } from '../case-file/case-words.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { letterKey } from '../letters/letter-key.js';
import { type LetterPreview, presentLetter } from '../letters/letter-preview.presenter.js';
import { WAY_LABELS, type WayToPay } from '../paid-another-way/ways-to-pay.rules.js';
import type { IdentityBarParams } from '../platform/web/components/case-page.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { formatDate, type LocalDate } from '../shared/london-date.js';
import { formatPounds, type Pence } from '../shared/money.js';
import type { AnotherWayForm } from './another-way.form.js';
import { REFUNDS_PATH } from './refunds-address.rules.js';

export interface AnotherWayCheckPage {
  title: string;
  errors: readonly FieldError[];
  backLink: PlainLinkParams;
  bar: IdentityBarParams;
  answers: SummaryListParams;
  effects: string[];
  letter: LetterPreview;
  action: string;
  hidden: { name: string; value: string }[];
  send: ButtonParams;
  change: ButtonParams;
}

interface Checking {
  file: CaseFile;
  commandId: string;
  form: AnotherWayForm;
  paid: { way: WayToPay; paidOn: LocalDate; pence: Pence };
  letter: LetterContent;
  errors: readonly FieldError[];
  now: Date;
}

/** What will be recorded, everything it does in words, and the letter exactly as it will go. */
export function anotherWayCheckPage(checking: Checking): AnotherWayCheckPage {
  const { file, commandId, form, paid, letter, now } = checking;
  const { application, property } = file;
  const amount = formatPounds(paid.pence);
  return {
    title: `Check before you record ${amount} as given back`,
    errors: checking.errors,
    backLink: backLink(REFUNDS_PATH, 'Back to refunds and payments'),
    bar: caseBar(file, now),
    answers: summaryList({
      rows: [
        { key: 'How you paid it', value: WAY_LABELS[paid.way] },
        { key: 'The day you paid it', value: formatDate(paid.paidOn) },
        { key: 'Reference', value: form.reference },
        { key: 'Why not by card', value: form.reason },
      ],
    }),
    effects: effectsOf(amount),
    letter: presentLetter({
      content: letter,
      contact: contactOf(application, property),
      ownWords: [],
    }),
    action: `${REFUNDS_PATH}/${commandId}/another-way`,
    hidden: hiddenFields(form, letter),
    send: button({
      text: `Record ${amount} as given back`,
      variant: 'warning',
      name: 'step',
      value: 'send',
    }),
    change: button({ text: 'Change it', variant: 'secondary', name: 'step', value: 'change' }),
  };
}

function effectsOf(amount: string): string[] {
  return [
    `The ledger no longer owes the resident ${amount}.`,
    'The card is not tried again. This cannot be undone.',
    'The resident gets the letter below, and sees on their own page that it was not given back to the card.',
    'Your name, the time, the reference and the reason are kept for good.',
  ];
}

function hiddenFields(form: AnotherWayForm, letter: LetterContent) {
  const { formId, way, paidOn, reference, reason, checked } = form;
  return [
    ...Object.entries({ formId, way, reference, reason, checked }),
    ...Object.entries(paidOn).map(([part, value]) => [`paidOn[${part}]`, value] as const),
    ['letterKey', letterKey(letter)] as const,
  ].map(([name, value]) => ({ name, value }));
}
