import { nested } from '../../src/platform/web/component-types.js';
import { radios } from '../../src/platform/web/components/choices.js';
import { dateInput } from '../../src/platform/web/components/date-input.js';
import {
  characterCount,
  fileUpload,
  input,
} from '../../src/platform/web/components/form-fields.js';
import { buttonGroup } from '../../src/platform/web/components/navigation.js';

/** The form of the page with one of everything, as it comes back with two errors. */
export function marks() {
  return {
    nameMark: radios({
      name: 'nameMark',
      fieldset: { legend: 'Name on the paper: Ada Example', classes: '' },
      error: 'Choose whether the name matches',
      inline: true,
      small: true,
      value: null,
      items: [
        { value: 'matches', text: 'Matches' },
        { value: 'variation', text: 'Acceptable variation' },
        { value: 'differs', text: 'Does not match' },
        { value: 'unclear', text: 'Cannot tell' },
      ],
    }),
    datedOn: dateInput({
      id: 'datedOn',
      fieldset: { legend: 'Date on the paper' },
      hint: 'For example, 27 3 2026',
      error: 'Enter the date on the paper',
      values: { day: '12', month: 'Aug', year: '' },
    }),
    verdict: radios({
      name: 'verdict',
      fieldset: { legend: 'This paper', classes: 'govuk-fieldset__legend--s' },
      value: 'ask',
      items: [
        { value: 'accept', text: 'Accept' },
        {
          value: 'ask',
          text: 'Ask again',
          hint: 'The resident sees only this paper on the page we send',
          conditional: nested(
            'components/textarea',
            characterCount({
              name: 'why',
              label: 'What is wrong with it',
              hint: 'This will be sent to the resident',
              value: 'The bill is dated 12 August:\nit was 8 days too old when we received it.',
              maxlength: 500,
              rows: 4,
            }),
          ),
        },
        { divider: 'or', value: '', text: '' },
        { value: 'not-needed', text: 'Not needed' },
      ],
    }),
    reference: input({
      name: 'reference',
      label: 'V5C reference',
      hint: '11 digits. We keep only the last 4.',
      value: '',
      inputmode: 'numeric',
      classes: 'govuk-input--width-10',
      spellcheck: false,
    }),
    amount: input({
      name: 'amount',
      label: 'Amount',
      prefix: '£',
      classes: 'govuk-input--width-5',
    }),
    paper: fileUpload({ name: 'paper', label: 'Add a paper', hint: 'PDF, JPEG or PNG, 10 MB' }),
    buttons: buttonGroup([
      { button: { text: 'Save and continue' } },
      { button: { text: 'Reject', variant: 'warning' } },
      { button: { text: 'Save for later', variant: 'secondary' } },
      { link: { text: 'Cancel', href: '/queue' } },
    ]),
  };
}
