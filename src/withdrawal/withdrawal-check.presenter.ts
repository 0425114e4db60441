import type { CaseFormDrawn } from '../case-file/case-form-page.presenter.js';
import { moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import { type CheckPage, checkPage } from '../case-file/check-page.presenter.js';
import { releaseEffects } from '../case-file/release-effects.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { button } from '../platform/web/components/navigation.js';
import type { WithdrawalDraft } from './withdrawal.presenter.js';

interface Checking extends CaseFormDrawn {
  draft: WithdrawalDraft;
  letter: LetterContent;
}

export function withdrawalCheckPage(checking: Checking): CheckPage {
  const { file, draft, letter } = checking;
  const money = moneyOf(file.payment, file.commands);
  return checkPage(checking, {
    title: `Check before you withdraw ${file.application.reference}`,
    noun: 'withdrawal',
    hidden: [
      { name: 'reason', value: draft.reason },
      { name: 'words', value: draft.words },
      { name: 'privateNote', value: draft.privateNote },
      { name: 'money', value: moneyKey(money) },
    ],
    effects: [
      'The application is withdrawn and will not be decided. This cannot be undone.',
      ...releaseEffects(money),
    ],
    letter,
    ownWords: draft.reason === 'other' ? [draft.words] : [],
    send: button({ text: 'Withdraw and send', variant: 'warning', name: 'step', value: 'send' }),
    change: 'Change the reason',
  });
}
