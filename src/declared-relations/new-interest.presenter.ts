import type { InterestKind } from '../conflicts-of-interest/conflict.rules.js';
import { type ChoicesParams, radios } from '../platform/web/components/choices.js';
import { input, type InputParams } from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { INTEREST_WORDS } from './interest-words.rules.js';

export interface NewInterestPage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  action: string;
  formId: string;
  value: InputParams | null;
  postcode: InputParams | null;
  find: ButtonParams | null;
  addresses: ChoicesParams | null;
  whose: ChoicesParams | null;
  save: ButtonParams | null;
}

export interface Drawing {
  kind: InterestKind;
  form: { formId: string; value: string; postcode: string; whose: string };
  errors: readonly FieldError[];
  /** Of an address: what the postcode has; null before it was looked up. */
  addresses: readonly { uprn: string; address: string }[] | null;
}

/** One question a page: what it is, and whose. An address is chosen from those of a postcode. */
export function newInterestPage(drawing: Drawing): NewInterestPage {
  const { kind, form, errors, addresses } = drawing;
  const isAddress = kind === 'address';
  const isReady = !isAddress || (addresses !== null && addresses.length > 0);
  return {
    title: INTEREST_WORDS[kind].add,
    errors: errors.map(({ text, href }) => ({ text, href })),
    backLink: backLink('/my-interests', 'Back to my interests'),
    action: `/my-interests?kind=${kind}`,
    formId: form.formId,
    value: isAddress ? null : valueField(drawing),
    postcode: isAddress || kind === 'person' ? postcodeField(drawing) : null,
    find: isAddress
      ? button({
          text: 'Find the address',
          name: 'step',
          value: 'find',
          variant: isReady ? 'secondary' : undefined,
        })
      : null,
    addresses: isAddress && isReady ? addressChoice(drawing) : null,
    whose: isReady ? whoseField(drawing) : null,
    save: isReady ? button({ text: 'Declare it', name: 'step', value: 'save' }) : null,
  };
}

function errorFor({ errors }: Drawing, field: string): string | null {
  return errors.find((one) => one.field === field)?.text ?? null;
}

function valueField(drawing: Drawing): InputParams {
  const { field, hint } = INTEREST_WORDS[drawing.kind];
  return input({
    name: 'value',
    label: field,
    hint,
    value: drawing.form.value,
    error: errorFor(drawing, 'value'),
    classes: drawing.kind === 'registration' ? 'govuk-input--width-10' : 'govuk-input--width-20',
    autocomplete: 'off',
    spellcheck: false,
  });
}

function postcodeField(drawing: Drawing): InputParams {
  const isPerson = drawing.kind === 'person';
  return input({
    name: 'postcode',
    label: isPerson ? 'Postcode, if you know it' : INTEREST_WORDS.address.field,
    hint: isPerson
      ? 'With a postcode, only cases there count. Without one, every applicant of that name does.'
      : INTEREST_WORDS.address.hint,
    value: drawing.form.postcode,
    error: errorFor(drawing, 'postcode'),
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
  });
}

function addressChoice(drawing: Drawing): ChoicesParams {
  return radios({
    name: 'value',
    fieldset: { legend: { text: 'Which address?', classes: 'govuk-fieldset__legend--s' } },
    error: errorFor(drawing, 'value'),
    small: true,
    items: (drawing.addresses ?? []).map(({ uprn, address }) => ({ value: uprn, text: address })),
    value: drawing.form.value,
  });
}

function whoseField(drawing: Drawing): ChoicesParams {
  return radios({
    name: 'whose',
    fieldset: { legend: { text: 'Whose is it?', classes: 'govuk-fieldset__legend--s' } },
    error: errorFor(drawing, 'whose'),
    small: true,
    items: [
      { value: 'mine', text: drawing.kind === 'person' ? 'My own name' : 'Mine' },
      { value: 'relation', text: 'Somebody close to me' },
    ],
    value: drawing.form.whose,
  });
}
