import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
} from '../case-file/case-form-page.presenter.js';
import { characterCount, type TextareaParams } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { formatDateTime } from '../shared/london-date.js';
import { MOST_REASON_CHARACTERS } from './take-over.form.js';

export interface TakeOverPage extends CaseFormPage {
  explanation: string[];
  reason: TextareaParams;
  submit: ButtonParams;
  back: ButtonParams;
}

interface TakingOver extends CaseFormDrawn {
  typed: string;
}

/** An interruption: what it means, one way on, one way back. */
export function takeOverPage(taking: TakingOver): TakeOverPage {
  const { file, errors } = taking;
  const { reference, claimedAt } = file.application;
  const holder = file.holderName ?? 'A colleague';
  const since = claimedAt ? ` since ${formatDateTime(claimedAt)}` : '';
  return {
    ...caseFormPage(taking, { title: `Take over ${reference}`, noun: 'take-over' }),
    explanation: [
      `${holder} has been reviewing this case${since} and may be in the middle of it.`,
      `${holder} will be told that you took it over, and why. Forms that ${holder} has open will not be accepted any more.`,
    ],
    reason: characterCount({
      name: 'reason',
      label: 'Why do you take it over?',
      hint: 'Colleagues see this. It is never sent to the resident.',
      value: taking.typed,
      error: errors.find(({ href }) => href === '#reason')?.text ?? null,
      maxlength: MOST_REASON_CHARACTERS,
      rows: 3,
    }),
    submit: button({ text: 'Take the case over', variant: 'warning' }),
    back: button({ text: 'Leave it', href: `/applications/${reference}`, variant: 'secondary' }),
  };
}
