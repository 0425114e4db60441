import type { CaseFormPage } from '../case-file/case-form-page.presenter.js';
import { isRedactionReason, REDACTION_REASONS } from '../evidence/redaction-reasons.rules.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { countText } from '../shared/duration-text.js';
import { type BoxedPage, boxedPage } from './boxed-page.presenter.js';
import { framed, type RedactionDrawn } from './redaction.presenter.js';
import { BOX_NUMBERS, BOX_SIDES, type PercentBox } from './typed-boxes.rules.js';

export interface RedactionCheckPage extends CaseFormPage {
  effects: string[];
  picture: BoxedPage;
  hidden: { name: string; value: string }[];
  burn: ButtonParams;
  change: ButtonParams;
}

/** Stops the officer once: what is hidden now cannot be seen again by anybody. */
export function redactionCheckPage(
  drawn: RedactionDrawn & { boxes: readonly PercentBox[] },
): RedactionCheckPage {
  const { desk, draft, boxes } = drawn;
  const { pageNumber } = desk.page;
  const why = isRedactionReason(draft.reason) ? REDACTION_REASONS[draft.reason] : '';
  return {
    ...framed(drawn, []),
    title: `You cannot undo this: black out part of page ${pageNumber}`,
    effects: [
      `${countText(boxes.length, 'box', 'boxes')} on page ${pageNumber}, because: ${why.toLowerCase()}.`,
      'The page as it is now is destroyed at once. Nobody can see again what the boxes hide.',
      'The original file is destroyed too: nobody can download it any more.',
      'What you have marked on this paper stays as it is.',
    ],
    picture: boxedPage(desk, boxes),
    hidden: [
      { name: 'page', value: String(pageNumber) },
      { name: 'reason', value: draft.reason },
      ...BOX_NUMBERS.flatMap((number) =>
        BOX_SIDES.map((side) => ({
          name: `${side}[${number}]`,
          value: draft[side][number] ?? '',
        })),
      ),
    ],
    burn: button({ text: 'Black out for good', variant: 'warning', name: 'step', value: 'burn' }),
    change: button({
      text: 'Change the boxes',
      variant: 'secondary',
      name: 'step',
      value: 'change',
    }),
  };
}
