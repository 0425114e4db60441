import { dateInput, type DateInputParams } from '../platform/web/components/date-input.js';
import {
  input,
  type InputParams,
  select,
  type SelectParams,
} from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { DatePart } from '../shared/london-date.js';

export interface SampleSharePage {
  title: string;
  backLink: PlainLinkParams;
  errors: { text: string; href: string | null }[];
  permitType: SelectParams;
  percent: InputParams;
  from: DateInputParams;
  save: ButtonParams;
}

interface Setting {
  types: readonly { code: string; name: string }[];
  draft: { permitType: string; percent: string; from: Partial<Record<DatePart, string>> };
  errors: readonly (FieldError & { parts?: readonly DatePart[] })[];
}

export function sampleSharePage({ types, draft, errors }: Setting): SampleSharePage {
  const textOf = (field: string) => errors.find((error) => error.field === field)?.text ?? null;
  const fromFault = errors.find(({ field }) => field === 'from');
  return {
    title: 'Set how many decisions are looked at twice',
    backLink: backLink('/second-looks', 'Back to second looks'),
    errors: errors.map(({ text, href }) => ({ text, href })),
    permitType: select({
      name: 'permitType',
      label: 'Permit type',
      error: textOf('permitType'),
      items: [
        { value: '', text: 'Choose a permit type' },
        ...types.map(({ code, name }) => ({ value: code, text: name })),
      ],
      value: draft.permitType,
    }),
    percent: input({
      name: 'percent',
      label: 'How many in 100',
      hint: 'A whole number from 0 to 100. With 0 none is drawn, with 100 every approval and rejection waits.',
      error: textOf('percent'),
      value: draft.percent,
      classes: 'govuk-input--width-3',
      inputmode: 'numeric',
    }),
    from: dateInput({
      id: 'from',
      fieldset: { legend: { text: 'From which day' } },
      hint: 'Today or later, for example 27 3 2027.',
      error: fromFault?.text ?? null,
      ...(fromFault?.parts ? { errorParts: [...fromFault.parts] } : {}),
      values: draft.from,
      parts: (['day', 'month', 'year'] as const).map((part) => ({ part, name: `from[${part}]` })),
    }),
    save: button({ text: 'Set the share' }),
  };
}
