import { dateInput, type DatePart } from '../../../src/platform/web/components/date-input.js';
import { type FieldOptions, fieldOf, fieldsetOf, type Options } from './options.js';

interface DateItem {
  name: DatePart;
  label?: string;
  error?: boolean;
  classes?: string;
}

/** The boxes a fixture asks for, by its list or by its three names; false leaves one out. */
function dateItems(options: Options): DateItem[] {
  const given = options as unknown as Record<DatePart, Partial<DateItem> | false | undefined> & {
    items?: DateItem[];
  };
  if (given.items && given.items.length > 0) return given.items;
  return (['day', 'month', 'year'] as const).flatMap((name) => {
    const own = given[name];
    return own === false ? [] : [{ ...own, name } as DateItem];
  });
}

export function dateOf(options: Options): object {
  const given = options as unknown as FieldOptions & {
    id: string;
    namePrefix?: string;
    items?: DateItem[];
    values?: Record<string, string>;
  };
  const items = dateItems(options);
  const isWrong = (item: DateItem) =>
    item.error === true || item.classes?.includes('govuk-input--error') === true;
  const marked = items.some(isWrong);
  const inError = items
    .filter((item) => isWrong(item) || (!marked && item.error !== false))
    .map(({ name }) => name);
  const prefix = given.namePrefix ? `${given.namePrefix}-` : '';
  const values = Object.fromEntries(
    ['day', 'month', 'year'].map((part) => [
      part,
      given.values?.[part] ?? given.values?.[`${prefix}${part}`] ?? null,
    ]),
  );
  return dateInput({
    ...fieldOf(options),
    id: given.id,
    namePrefix: given.namePrefix ?? '',
    values,
    fieldset: fieldsetOf(options),
    ...(given.errorMessage || marked ? { errorParts: inError } : {}),
    parts: items.map(({ name, label: words, ...own }) => ({
      part: name,
      ...own,
      error: null,
      ...(words ? { label: { text: words, classes: 'govuk-date-input__label' } } : {}),
    })),
  } as Parameters<typeof dateInput>[0]);
}
