import { nested } from '../platform/web/component-types.js';
import { type ChoicesParams, radios } from '../platform/web/components/choices.js';
import { dateInput } from '../platform/web/components/date-input.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { TypedStart } from './holds-from.rules.js';

/** The question "From when?", the same on every form of policy. */
export function holdsFromField(
  typed: TypedStart,
  errors: readonly FieldError[],
  atOnce = 'As soon as it is published',
): ChoicesParams {
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text ?? null;
  const day = dateInput({
    id: 'from',
    fieldset: 'First day',
    hint: 'From the start of that day in London. For example, 27 3 2027.',
    error: errorOf('from'),
    values: typed.from,
    parts: (['day', 'month', 'year'] as const).map((part) => ({ part, name: `from[${part}]` })),
  });
  return radios({
    name: 'when',
    fieldset: { legend: { text: 'From when?', classes: 'govuk-fieldset__legend--m' } },
    error: errorOf('when'),
    value: typed.when,
    items: [
      { value: 'now', text: atOnce },
      {
        value: 'day',
        text: 'From a day on',
        conditional: nested('components/date-input', day),
      },
    ],
  });
}
