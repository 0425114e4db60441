import { type CaseFormPage, caseFormPage, errorOf } from '../case-file/case-form-page.presenter.js';
import type { CaseFormFields } from '../case-forms/case-form.js';
import { REDACTION_REASON_CODES, REDACTION_REASONS } from '../evidence/redaction-reasons.rules.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { type ChoicesParams, radios } from '../platform/web/components/choices.js';
import { input, type InputParams } from '../platform/web/components/form-fields.js';
import { backLink, button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { type BoxedPage, boxedPage, paperPath } from './boxed-page.presenter.js';
import type { PageOnDesk } from './page-on-desk.queries.js';
import {
  BOX_NUMBERS,
  BOX_SIDES,
  boxFieldId,
  type BoxSide,
  readBoxes,
  type TypedBoxes,
} from './typed-boxes.rules.js';

export interface RedactionDraft extends TypedBoxes {
  reason: string;
}

export interface RedactionDrawn {
  desk: PageOnDesk;
  now: Date;
  caseForm: CaseFormFields;
  draft: RedactionDraft;
}

export interface RedactionPage extends CaseFormPage {
  width: 'full';
  skipLinks: { href: string; text: string }[];
  paperPage: number;
  picture: BoxedPage;
  boxes: { legend: string; number: string; sides: InputParams[] }[];
  reason: ChoicesParams;
  check: ButtonParams;
}

const SIDE_WORDS: Readonly<Record<BoxSide, string>> = {
  top: 'Top',
  bottom: 'Bottom',
  left: 'Left',
  right: 'Right',
};

/** The page on the left with a scale at its edges, the boxes as numbers on the right. */
export function redactionPage(
  drawing: RedactionDrawn & { errors: readonly FieldError[] },
): RedactionPage {
  const { desk, draft, errors } = drawing;
  return {
    ...framed(drawing, errors),
    width: 'full',
    skipLinks: [
      { href: '#picture', text: 'Go to the page' },
      { href: '#boxes', text: 'Go to the boxes' },
    ],
    paperPage: desk.page.pageNumber,
    picture: boxedPage(desk, readBoxes(draft).boxes),
    boxes: BOX_NUMBERS.map((number) => ({
      number,
      legend: `Box ${number}`,
      sides: BOX_SIDES.map((side) => sideField(side, number, drawing)),
    })),
    reason: radios({
      name: 'reason',
      fieldset: { legend: 'What do the boxes hide?', classes: 'govuk-fieldset__legend--s' },
      hint: 'Kept on the case’s timeline.',
      error: errorOf(errors, 'reason'),
      small: true,
      value: draft.reason,
      items: REDACTION_REASON_CODES.map((value) => ({ value, text: REDACTION_REASONS[value] })),
    }),
    check: button({ text: 'Check before blacking out', name: 'step', value: 'check' }),
  };
}

/** What the form and the page that asks again share. */
export function framed(
  { desk, now, caseForm }: RedactionDrawn,
  errors: readonly FieldError[],
): CaseFormPage {
  const { label } = paperKindTerms(desk.paper.kind);
  const { pageNumber } = desk.page;
  const title = `Black out part of page ${pageNumber}: ${label.toLowerCase()}`;
  const path = paperPath(desk);
  return {
    ...caseFormPage({ file: desk.file, now, caseForm, errors }, { title, noun: 'redaction' }),
    backLink: backLink(`${path}?page=${pageNumber}`, 'Back to the paper'),
    action: `${path}/redaction`,
  };
}

function sideField(
  side: BoxSide,
  number: string,
  { draft, errors }: { draft: RedactionDraft; errors: readonly FieldError[] },
): InputParams {
  const id = boxFieldId(side, number);
  return input({
    name: `${side}[${number}]`,
    id,
    label: SIDE_WORDS[side],
    value: draft[side][number] ?? '',
    error: errorOf(errors, id),
    inputmode: 'decimal',
    autocomplete: 'off',
    classes: 'govuk-input--width-4',
    attributes: { 'data-redact-side': side },
  });
}
