import { PAPER_VERDICT_LABELS, PAPER_VERDICTS } from '../evidence/paper-check.rules.js';
import {
  PAPER_KIND_CODES,
  PAPER_KINDS,
  paperKindTerms,
} from '../permit-types/paper-kinds.rules.js';
import { nested } from '../platform/web/component-types.js';
import { type ChoicesParams, radios } from '../platform/web/components/choices.js';
import { select, textarea, type TextareaParams } from '../platform/web/components/form-fields.js';
import { details, type DetailsParams } from '../platform/web/components/messages.js';
import {
  button,
  buttonGroup,
  type ButtonGroupParams,
} from '../platform/web/components/navigation.js';
import type { ViewerPlace } from '../platform/web/components/viewer.js';
import type { CaseFormFields } from '../case-forms/case-form.js';
import { fieldId } from './check-paper.rules.js';
import { factBlock, type FactBlock, type FactsView } from './fact-block.presenter.js';
import type { CheckFault } from './typed-check.rules.js';

/** The form of the right half; the controls of the left one send it along. */
export const CHECK_FORM_ID = 'marks';

/** The right half for the officer who holds the case. */
export interface CheckForm {
  id: string;
  action: string;
  caseForm: CaseFormFields;
  place: { paperId: string; pageNumber: number; rotation: number; zoom: string };
  drawnKind: string;
  facts: FactBlock[];
  verdict: ChoicesParams;
  note: TextareaParams;
  kind: DetailsParams;
  buttons: ButtonGroupParams;
}

export interface CheckFormView extends FactsView {
  action: string;
  caseForm: CaseFormFields;
  place: ViewerPlace;
}

export function checkForm(view: CheckFormView): CheckForm {
  const { action, caseForm, place, kind, typed, faults } = view;
  const textOf = (field: CheckFault['field']) =>
    faults.find((fault) => fault.field === field)?.text ?? null;
  return {
    id: CHECK_FORM_ID,
    action,
    caseForm,
    place: { ...place, paperId: '' },
    drawnKind: kind,
    facts: paperKindTerms(kind).facts.map((fact) => factBlock(fact, view)),
    verdict: verdictOf(view, textOf('verdict')),
    note: textarea({
      name: 'note',
      label: 'Note for colleagues',
      hint: 'Not sent to the resident.',
      value: typed.note,
      error: textOf('note'),
      rows: 2,
    }),
    kind: kindBlock(view, textOf('kind')),
    buttons: buttonGroup([
      { button: { text: 'Save', name: 'act', value: 'save' } },
      {
        button: {
          text: 'All match: accept',
          name: 'act',
          value: 'accept',
          variant: 'secondary',
          attributes: { 'data-main-button': true },
        },
      },
    ]),
  };
}

function verdictOf({ typed }: CheckFormView, error: string | null): ChoicesParams {
  return radios({
    name: 'verdict',
    fieldset: { legend: 'This paper', classes: 'desk-mark__fact' },
    error,
    value: typed.verdict === '' ? 'undecided' : typed.verdict,
    items: PAPER_VERDICTS.map((value) => ({ value, text: PAPER_VERDICT_LABELS[value] })),
    inline: true,
    small: true,
  });
}

/** The sender chose the kind; an officer who sees another one says so. */
function kindBlock({ typed }: CheckFormView, error: string | null): DetailsParams {
  const field = select({
    name: 'kind',
    id: fieldId('kind'),
    label: 'This paper is really a',
    hint: 'Then show what such a paper must prove, and mark that.',
    value: typed.kind,
    error,
    items: PAPER_KIND_CODES.map((value) => ({ value, text: PAPER_KINDS[value].label })),
  });
  const redraw = button({
    text: 'Show its facts',
    name: 'act',
    value: 'redraw',
    variant: 'secondary',
  });
  return details('It is another kind of paper', nested('review/kind', { field, redraw }), {
    open: error !== null,
  });
}
