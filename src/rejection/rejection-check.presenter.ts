import type { CaseFormDrawn } from '../case-file/case-form-page.presenter.js';
import { moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import { type CheckPage, checkPage } from '../case-file/check-page.presenter.js';
import { releaseEffects } from '../case-file/release-effects.rules.js';
import type { ChosenReason } from '../decisions/rejection-reasons.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { button } from '../platform/web/components/navigation.js';
import type { PersonNamed } from './other-people-named.rules.js';
import type { RejectionDraft } from './rejection.presenter.js';

interface Checking extends CaseFormDrawn {
  draft: RejectionDraft;
  chosen: readonly ChosenReason[];
  letter: LetterContent;
  /** Other cases of today that the officer's own words seem to be about. */
  named: readonly PersonNamed[];
}

export function rejectionCheckPage(checking: Checking): CheckPage {
  const { file, draft, chosen, letter, named } = checking;
  const money = moneyOf(file.payment, file.commands);
  return checkPage(checking, {
    title: `Check before you reject ${file.application.reference}`,
    noun: 'rejection',
    hidden: [
      ...draft.reasons.map((value) => ({ name: 'reasons', value })),
      { name: 'words', value: draft.words },
      ...Object.entries(draft.paperWords).map(([paperId, value]) => ({
        name: `paperWords[${paperId}]`,
        value,
      })),
      { name: 'privateNote', value: draft.privateNote },
      { name: 'money', value: moneyKey(money) },
    ],
    effects: ['The application is rejected. You cannot undo this.', ...releaseEffects(money)],
    warnings: named.map(namedInWords),
    letter,
    ownWords: chosen.flatMap(({ words }) => words ?? []),
    send: button({ text: 'Reject and send', variant: 'warning', name: 'step', value: 'send' }),
    change: 'Change the reasons',
  });
}

function namedInWords({ reference, what }: PersonNamed): string {
  const whose = what === 'name' ? 'the name of the applicant' : 'the registration of the vehicle';
  return `Your own words have ${whose} in ${reference}, which you had open today. Check that they belong in this letter.`;
}
