import type { LetterContent } from '../letters/letter-content.rules.js';
import { type LetterPreview, presentLetter } from '../letters/letter-preview.presenter.js';
import type { Contact } from '../letters/address-letter.rules.js';
import type { LetterMoney } from '../letters/money-words.rules.js';
import { linkContent, nested } from '../platform/web/component-types.js';
import { details, type DetailsParams } from '../platform/web/components/messages.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { countText } from '../shared/duration-text.js';
import { formatPounds, type Pence } from '../shared/money.js';
import { type CarriedAlong, hiddenFields } from './bulk-rejection-form.presenter.js';
import { LEFT_OUT_WORDS } from './bulk-rejection.rules.js';
import type { Candidate } from './candidates.queries.js';

export interface BulkRejectionCheckPage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  effects: string[];
  toReject: DetailsParams | null;
  leftOutTitle: string;
  leftOut: TableParams | null;
  /** Null when every case is left out. */
  sample: { title: string; letter: LetterPreview } | null;
  hidden: { name: string; value: string }[];
  send: ButtonParams | null;
  change: ButtonParams;
  leave: ButtonParams;
}

interface Checking {
  carried: CarriedAlong;
  candidates: readonly Candidate[];
  draft: { reasons: readonly string[]; words: string; privateNote: string };
  wordsKey: string;
  sample: { reference: string; letter: LetterContent; contact: Contact } | null;
  errors: readonly { text: string }[];
}

/** The extra page before many cases are rejected: how many, how much money, who is left out and why. */
export function bulkRejectionCheckPage(checking: Checking): BulkRejectionCheckPage {
  const { carried, candidates, draft, wordsKey, sample, errors } = checking;
  const fitting = candidates.filter(({ why }) => why === null);
  const leftOut = candidates.filter(({ why }) => why !== null);
  const cases = countText(fitting.length, 'case');
  return {
    title: fitting.length === 0 ? 'No case can be rejected' : `Check before you reject ${cases}`,
    errors: errors.map(({ text }) => ({ text, href: null })),
    backLink: backLink(carried.back, 'Back to the list'),
    effects: fitting.length === 0 ? [] : effectsOf(fitting),
    toReject: fitting.length === 0 ? null : casesToReject(fitting),
    leftOutTitle: `Left out: ${countText(leftOut.length, 'case')}`,
    leftOut: leftOut.length === 0 ? null : leftOutTable(leftOut),
    sample: sample && {
      title: `A sample: the letter for ${sample.reference}`,
      letter: presentLetter({ content: sample.letter, contact: sample.contact }),
    },
    hidden: [
      ...hiddenFields(carried),
      ...draft.reasons.map((value) => ({ name: 'reasons', value })),
      ...Object.entries({ words: draft.words, privateNote: draft.privateNote, wordsKey }).map(
        ([name, value]) => ({ name, value }),
      ),
    ],
    send:
      fitting.length === 0
        ? null
        : button({ text: `Reject ${cases}`, variant: 'warning', name: 'step', value: 'send' }),
    change: button({
      text: 'Change the reasons',
      variant: 'secondary',
      name: 'step',
      value: 'change',
    }),
    leave: button({ text: 'Leave them all', href: carried.back, variant: 'secondary' }),
  };
}

function effectsOf(fitting: readonly Candidate[]): string[] {
  const cases = countText(fitting.length, 'application');
  return [
    `${cases} ${fitting.length === 1 ? 'is' : 'are'} rejected, one after the other. You cannot undo this.`,
    moneyOfAll(fitting.map(({ money }) => money)),
    'The places they held at their properties are free again at once.',
    'Each resident gets a letter with these reasons. Some decisions are drawn for a second look: their letter and their money wait for it.',
    'A case that somebody takes up, or that changes, before its turn comes is left as it is.',
  ];
}

/** What the payment service is told, and about how many cases, in one sentence. */
function moneyOfAll(money: readonly LetterMoney[]): string {
  const moving = money.map(penceGivenBack).filter((pence) => pence > 0);
  const still = money.length - moving.length;
  const rest = still === 0 ? '' : ` No money moves for ${countText(still, 'case')}.`;
  if (moving.length === 0) return 'No money moves: nothing is held or taken for these cases.';
  const total = formatPounds(moving.reduce((sum, pence) => sum + pence, 0));
  return `The payment service is told to give back ${total} in all, for ${countText(moving.length, 'case')}.${rest}`;
}

/** What a rejection tells the payment service to give back; money that went back before stays so. */
function penceGivenBack(money: LetterMoney): Pence {
  return money.is === 'none' || money.is === 'returned' ? 0 : money.pence;
}

function casesToReject(fitting: readonly Candidate[]): DetailsParams {
  const list = table({
    caption: 'Cases to be rejected',
    isCaptionHidden: true,
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Reference', { content: 'To be given back', isNumeric: true }],
    rows: fitting.map(({ reference, money }) => {
      const pence = penceGivenBack(money);
      return [
        linkContent(reference, `/applications/${reference}`),
        { content: pence === 0 ? 'Nothing' : formatPounds(pence), isNumeric: true },
      ];
    }),
  });
  const summary = `See the ${countText(fitting.length, 'case')} to be rejected`;
  return details(summary, nested('components/table', list));
}

function leftOutTable(leftOut: readonly Candidate[]): TableParams {
  return table({
    caption: 'Cases left out',
    isCaptionHidden: true,
    scrollRegion: 'Cases left out',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Reference', 'Why'],
    rows: leftOut.map(({ reference, why }) => [
      linkContent(reference, `/applications/${reference}`),
      why === null ? '' : LEFT_OUT_WORDS[why],
    ]),
  });
}
