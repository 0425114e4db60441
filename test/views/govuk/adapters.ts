import { tag } from '../../../src/platform/web/component-types.js';
import { checkboxes, radios } from '../../../src/platform/web/components/choices.js';
import { dateOf } from './date-adapter.js';
import {
  characterCount,
  fileUpload,
  input,
  select,
  textarea,
} from '../../../src/platform/web/components/form-fields.js';
import {
  errorMessage,
  fieldsetBlock,
  hint,
  label,
} from '../../../src/platform/web/components/form-parts.js';
import {
  type Adapter,
  contentOf,
  errorOf,
  type FieldOptions,
  fieldOf,
  fieldsetOf,
  type Item,
  type Options,
  type Part,
  wordedOf,
} from './options.js';

function choicesOf(options: Options) {
  const given = options as unknown as FieldOptions & { idPrefix?: string };
  return {
    ...fieldOf(options),
    ...(given.idPrefix ? { id: given.idPrefix } : {}),
    fieldset: fieldsetOf(options),
    items: (given.items ?? []).filter(Boolean).map((item) => ({
      ...item,
      value: String(item.value ?? ''),
      text: item.text ?? '',
      hint: item.hint?.text ? wordedOf(item.hint) : null,
      conditional: item.conditional?.html ? contentOf(item.conditional) : null,
      exclusive: item.behaviour === 'exclusive',
      ...(item.label?.classes ? { labelClasses: item.label.classes } : {}),
      ...(item.label?.attributes ? { labelAttributes: item.label.attributes } : {}),
    })),
  };
}

/** The values that the fixture's items or its own value say are chosen. */
function chosen(options: Options): string[] {
  const {
    items = [],
    value,
    values = [],
  } = options as unknown as {
    items?: (Item | null)[];
    value?: string;
    values?: string[];
  };
  return items.flatMap((item) => {
    const own = String(item?.value ?? item?.text ?? '');
    const isChosen =
      item?.checked ??
      item?.selected ??
      (own === String(value) || values.map(String).includes(own));
    return item && isChosen ? [own] : [];
  });
}

type FieldBuilderInput = Parameters<typeof characterCount>[0];

export const formAdapters: Record<string, Adapter> = {
  label: (options) => {
    const { for: forId } = options as unknown as { for?: string };
    return label(wordedOf(options) ?? '', forId ?? null) ?? {};
  },
  hint: (options) => hint(wordedOf(options), (options as { id?: string }).id ?? null) ?? {},
  'error-message': (options) =>
    errorMessage(errorOf(options), (options as { id?: string }).id ?? null) ?? {},
  fieldset: (options) => {
    const legend = wordedOf((options as { legend?: Part }).legend);
    return fieldsetBlock({ ...(options as object), legend }, contentOf(options));
  },
  input: (options) => {
    const { prefix, suffix, inputWrapper } = options as unknown as Record<string, Part>;
    return input({
      ...fieldOf(options),
      prefix: wordedOf(prefix),
      suffix: wordedOf(suffix),
      ...(inputWrapper?.classes ? { wrapperClasses: inputWrapper.classes } : {}),
    });
  },
  textarea: (options) => textarea(fieldOf(options)),
  'character-count': (options) => {
    const more = options as unknown as {
      textareaDescriptionText?: string;
      countMessage?: { classes?: string };
      threshold?: number;
    };
    return characterCount({
      ...fieldOf(options),
      ...(more.textareaDescriptionText ? { description: more.textareaDescriptionText } : {}),
      ...(more.countMessage?.classes ? { countClasses: more.countMessage.classes } : {}),
    } as FieldBuilderInput);
  },
  select: (options) => {
    const { items = [] } = options as unknown as FieldOptions;
    const rows = items.filter(Boolean).map((item) => ({
      ...item,
      text: String(item.text ?? ''),
      value: item.value === undefined ? null : String(item.value),
    }));
    const value = chosen(options)[0] ?? null;
    return select({ ...fieldOf(options), value, items: rows as never });
  },
  'file-upload': (options) => fileUpload(fieldOf(options)),
  radios: (options) => radios({ ...choicesOf(options), value: chosen(options)[0] ?? null }),
  checkboxes: (options) => checkboxes({ ...choicesOf(options), values: chosen(options) }),
  'date-input': dateOf,
  tag: (options) => {
    const { text, classes, attributes } = options as unknown as Part;
    return tag(text ?? '', undefined, {
      ...(classes ? { classes } : {}),
      ...(attributes ? { attributes } : {}),
    });
  },
};
