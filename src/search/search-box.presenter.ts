import { input, type InputParams } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { LONGEST_SEARCH } from './search-readings.rules.js';

/** For `{{> search/box box}}`. */
export interface SearchBox {
  input: InputParams;
  submit: ButtonParams;
}

export function searchBox(typed: string, error: string | null = null): SearchBox {
  return {
    input: input({
      name: 'typed',
      label: { text: 'What do you have?', classes: 'govuk-label--m' },
      hint: 'Reference, name, postcode, email address, telephone number or registration',
      value: typed,
      error,
      type: 'search',
      autocomplete: 'off',
      spellcheck: false,
      attributes: { maxlength: LONGEST_SEARCH },
    }),
    submit: button({ text: 'Search', preventDoubleClick: false }),
  };
}

export const AUDIT_NOTICE =
  'We record who searches, when, and for what kind of thing. The words are kept for one hour, for you alone.';
