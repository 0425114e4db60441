import {
  type AttributesInput,
  type Content,
  content,
  type ContentInput,
  nested,
} from '../../../src/platform/web/component-types.js';

/**
 * From the options of GOV.UK's own macros, as its fixtures give them, to our builders. Where ours
 * take content, a fixture's raw HTML goes through a view that only tests have.
 */
export type Options = Record<string, never>;
export type Adapter = (options: Options) => object;

export interface Part {
  text?: string;
  html?: string;
  classes?: string;
  attributes?: AttributesInput;
  visuallyHiddenText?: string;
  isPageHeading?: boolean;
}

export interface Item {
  text?: string;
  html?: string;
  value?: string;
  id?: string;
  name?: string;
  checked?: boolean;
  selected?: boolean;
  disabled?: boolean;
  divider?: string;
  behaviour?: string;
  hint?: Part;
  label?: Part;
  conditional?: { html?: string };
  attributes?: AttributesInput;
}

export function contentOf(part: { text?: string | number; html?: string } | undefined): Content {
  if (part?.html) return nested('raw-html', { html: part.html });
  return content(part?.text ?? '');
}

export function wordedOf(part: Part | undefined): (Part & { text: string }) | null {
  return part === undefined ? null : { ...part, text: part.text ?? wordsOf(part.html) };
}

/** A fixture's "html" that holds no mark-up is words, and words are what our text parts take. */
export function wordsOf(html: string | undefined): string {
  return html !== undefined && !/[<&]/.test(html) ? html : '';
}

export function errorOf(part: Part | undefined): { text: string; hiddenText?: string } | null {
  if (part === undefined) return null;
  const hiddenText = part.visuallyHiddenText as string | false | undefined;
  return {
    ...part,
    text: part.text ?? wordsOf(part.html),
    ...(hiddenText === undefined ? {} : { hiddenText: hiddenText === false ? '' : hiddenText }),
  };
}

export interface FieldOptions {
  name: string;
  id?: string;
  label: Part;
  hint?: Part;
  errorMessage?: Part;
  formGroup?: { classes?: string; attributes?: AttributesInput };
  fieldset?: {
    legend?: Part;
    classes?: string;
    describedBy?: string;
    attributes?: AttributesInput;
  };
  values?: never;
  items?: Item[];
}

export function fieldOf(options: Options) {
  const given = options as unknown as FieldOptions;
  return {
    ...(options as object),
    name: given.name,
    label: wordedOf(given.label) ?? '',
    hint: wordedOf(given.hint),
    error: errorOf(given.errorMessage),
    ...(given.formGroup?.classes ? { groupClasses: given.formGroup.classes } : {}),
    ...(given.formGroup?.attributes ? { groupAttributes: given.formGroup.attributes } : {}),
  };
}

export function fieldsetOf(options: Options) {
  const { fieldset } = options as unknown as FieldOptions;
  return fieldset ? { ...fieldset, legend: wordedOf(fieldset.legend) } : null;
}

/** Anything shown, perhaps with a link. */
export interface Shown {
  text?: string;
  html?: string;
  href?: string;
  classes?: string;
  attributes?: AttributesInput;
}

/** The same options, read as the shape a component has. */
export function read<Shape>(options: Options): Shape {
  return options as unknown as Shape;
}

export function some(part: Shown | undefined): ContentInput | null {
  return part?.html || part?.text ? contentOf(part) : null;
}

export function extra({ classes, attributes }: Shown): {
  classes?: string;
  attributes?: AttributesInput;
} {
  return { ...(classes ? { classes } : {}), ...(attributes ? { attributes } : {}) };
}
