import { type ReasonCatalogue, reasonLabel } from '../decisions/reason-catalogue.rules.js';
import { MOST_REASON_WORDS, reasonsFor } from '../decisions/rejection-reasons.rules.js';
import { checkboxes, type ChoicesParams } from '../platform/web/components/choices.js';
import {
  characterCount,
  textarea,
  type TextareaParams,
} from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { countText } from '../shared/duration-text.js';

export interface BulkRejectionFormPage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  /** Null when there is nothing to go on with. */
  form: {
    hidden: { name: string; value: string }[];
    reasons: ChoicesParams;
    words: TextareaParams;
    privateNote: TextareaParams;
    check: ButtonParams;
  } | null;
}

/** The same fields for every page of one run: what was chosen, and where it was chosen. */
export interface CarriedAlong {
  chosen: string;
  back: string;
  formId: string;
}

interface Choosing {
  carried: CarriedAlong;
  count: number;
  catalogue: ReasonCatalogue;
  draft: { reasons: readonly string[]; words: string; privateNote: string };
  errors: readonly FieldError[];
}

export function bulkRejectionFormPage(choosing: Choosing): BulkRejectionFormPage {
  const { carried, count, draft, errors } = choosing;
  return {
    title: `Reject ${countText(count, 'case')}`,
    errors: errors.map(({ text, href }) => ({ text, href })),
    backLink: backLink(carried.back, 'Back to the list'),
    form: {
      hidden: hiddenFields(carried),
      reasons: reasonsField(choosing),
      words: characterCount({
        name: 'words',
        label: 'Your own words',
        hint: 'Only for “another reason”. Will be sent to every resident: name nobody.',
        value: draft.words,
        error: errorOf(errors, 'words'),
        maxlength: MOST_REASON_WORDS,
        rows: 4,
      }),
      privateNote: textarea({
        name: 'privateNote',
        label: 'Private note',
        hint: 'For colleagues, kept with every case. Never sent.',
        value: draft.privateNote,
        error: errorOf(errors, 'privateNote'),
        rows: 2,
      }),
      check: button({ text: 'Check before rejecting', name: 'step', value: 'check' }),
    },
  };
}

function reasonsField({ catalogue, draft, errors }: Choosing): ChoicesParams {
  return checkboxes({
    name: 'reasons',
    fieldset: {
      legend: { text: 'Why are they all rejected?', classes: 'govuk-fieldset__legend--m' },
    },
    hint: 'Every letter gives these reasons. Reasons about a single paper are given in the case itself.',
    error: errorOf(errors, 'reasons'),
    classes: 'govuk-checkboxes--small',
    items: reasonsFor(catalogue, null).map((value) => ({
      value,
      text: reasonLabel(catalogue, value),
    })),
    values: [...draft.reasons],
  });
}

function errorOf(errors: readonly FieldError[], name: string): string | null {
  return errors.find(({ field }) => field === name)?.text ?? null;
}

/** What was chosen cannot be gone on with; the list is one link away. */
export function nothingToRejectPage(
  errors: readonly { text: string }[],
  back: string,
): BulkRejectionFormPage {
  return {
    title: 'Nothing has changed',
    errors: errors.map(({ text }) => ({ text, href: null })),
    backLink: backLink(back, 'Back to the list'),
    form: null,
  };
}

export function hiddenFields({ chosen, back, formId }: CarriedAlong) {
  return Object.entries({ chosen, back, formId }).map(([name, value]) => ({ name, value }));
}
