/**
 * What every component is made of. A component is a view in `views/components` that takes ONE
 * complete parameter object, and a builder of the same name (here and in `components/`) that makes
 * that object from as little as the page must say. Builders do all working out: ids, classes,
 * `aria-describedby`; the view only prints.
 */

export interface Attribute {
  name: string;
  value: string;
}

export type AttributesInput = Readonly<Record<string, string | number | boolean>>;

/** Something a page may show: exactly one of the five is not null. */
export interface Content {
  text: string | null;
  lines: string[] | null;
  link: LinkParams | null;
  tag: TagParams | null;
  view: NestedView | null;
}

/** A named view with its own complete parameters: how one component stands inside another. */
export interface NestedView {
  name: string;
  params: object;
}

export type ContentInput = string | number | Content;

export interface LinkParams {
  text: string;
  href: string;
  /** Read out but not shown, so that two links never have the same name: "Review" + " PD-4K7M". */
  hiddenText: string | null;
  classes: string;
  attributes: Attribute[];
}

export type TagColour =
  'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

export interface TagParams {
  text: string;
  classes: string;
  attributes: Attribute[];
}

/** A short text that may carry its own classes and attributes: a label, a hint, an error. */
export interface Worded {
  text: string;
  classes?: string;
  attributes?: AttributesInput;
}

export type Wording = string | Worded;

const none: Content = { text: null, lines: null, link: null, tag: null, view: null };

/** Plain text, or content that is already built. */
export function content(input: ContentInput): Content {
  return typeof input === 'object' ? input : { ...none, text: String(input) };
}

export function optionalContent(input: ContentInput | null | undefined): Content | null {
  return input === null || input === undefined || input === '' ? null : content(input);
}

/** Several lines of text, as in an address. */
export function linesContent(lines: string[]): Content {
  return { ...none, lines };
}

export interface LinkOptions {
  hiddenText?: string | null;
  classes?: string;
  attributes?: AttributesInput;
}

export function linkContent(text: string, href: string, options: LinkOptions = {}): Content {
  return { ...none, link: link(text, href, options) };
}

export function tagContent(text: string, colour?: TagColour): Content {
  return { ...none, tag: tag(text, colour) };
}

/** `nested('components/textarea', textarea({ … }))`: any view as the content of another. */
export function nested(name: string, params: object): Content {
  return { ...none, view: { name, params } };
}

export function link(text: string, href: string, options: LinkOptions = {}): LinkParams {
  return {
    text,
    href,
    hiddenText: options.hiddenText ?? null,
    classes: classNames('govuk-link', options.classes),
    attributes: attributes(options.attributes),
  };
}

/** A status in words; the colour only helps. No colour: the strongest tag, for what needs acting. */
export function tag(
  text: string,
  colour?: TagColour,
  options: { classes?: string; attributes?: AttributesInput } = {},
): TagParams {
  return {
    text,
    classes: classNames('govuk-tag', colour && `govuk-tag--${colour}`, options.classes),
    attributes: attributes(options.attributes),
  };
}

export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

const attributeName =
  /^(?:(?:data|aria)-[a-z0-9-]+|accept|autocapitalize|autocomplete|autofocus|checked|colspan|dir|disabled|download|draggable|enctype|for|form|formaction|formnovalidate|hidden|id|inputmode|lang|max|maxlength|min|multiple|name|pattern|readonly|rel|role|rowspan|selected|spellcheck|tabindex|target|title|type|value)$/;

/**
 * Attributes as the views print them. Only names that cannot carry script or style are allowed;
 * any other throws, because a name never comes from a person.
 */
export function attributes(input: AttributesInput | null | undefined = null): Attribute[] {
  return Object.entries(input ?? {}).map(([name, value]) => {
    if (!attributeName.test(name)) throw new TypeError(`attribute "${name}" is not allowed`);
    return { name, value: String(value) };
  });
}

/** As `attributes`, leaving out what is absent or false; `true` becomes a bare attribute. */
export function presentAttributes(
  input: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Attribute[] {
  const present = Object.entries(input).flatMap(([name, value]) =>
    value === null || value === undefined || value === false
      ? []
      : [[name, value === true ? '' : value] as const],
  );
  return attributes(Object.fromEntries(present));
}

/** The text, classes and attributes of a wording, or null for none. */
export function worded(input: Wording | null | undefined): Worded | null {
  if (input === null || input === undefined || input === '') return null;
  return typeof input === 'string' ? { text: input } : input;
}
