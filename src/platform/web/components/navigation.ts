import {
  attributes,
  type Attribute,
  type AttributesInput,
  classNames,
  link,
  type LinkParams,
  presentAttributes,
} from '../component-types.js';

/** Ways to go and things to press: links, crumbs, buttons, pages. */

export interface PlainLinkParams {
  text: string;
  href: string;
  classes: string;
  attributes: Attribute[];
}

interface Extra {
  classes?: string;
  attributes?: AttributesInput;
}

export function backLink(href: string, text = 'Back', extra: Extra = {}): PlainLinkParams {
  return plainLink('govuk-back-link', { href, text, ...extra });
}

export function skipLink(href: string, text: string, extra: Extra = {}): PlainLinkParams {
  return plainLink('govuk-skip-link', { href, text, ...extra });
}

function plainLink(block: string, from: Extra & { href: string; text: string }): PlainLinkParams {
  return {
    text: from.text,
    href: from.href,
    classes: classNames(block, from.classes),
    attributes: attributes(from.attributes),
  };
}

export interface BreadcrumbsInput extends Extra {
  /** The page itself comes last, with no href. */
  items: { text: string; href?: string | null; attributes?: AttributesInput }[];
  label?: string;
  collapseOnMobile?: boolean;
}

export interface BreadcrumbsParams {
  label: string;
  classes: string;
  attributes: Attribute[];
  items: { text: string; href: string | null; attributes: Attribute[] }[];
}

export function breadcrumbs(from: BreadcrumbsInput): BreadcrumbsParams {
  return {
    label: from.label ?? 'Breadcrumb',
    classes: classNames(
      'govuk-breadcrumbs',
      from.classes,
      from.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
    ),
    attributes: attributes(from.attributes),
    items: from.items.map((item) => ({
      text: item.text,
      href: item.href ?? null,
      attributes: attributes(item.attributes),
    })),
  };
}

export interface ButtonInput extends Extra {
  text: string;
  /** A link that looks like a button; else it is a submit button. */
  href?: string | null;
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string;
  id?: string;
  disabled?: boolean;
  variant?: 'secondary' | 'warning' | 'inverse';
  isStart?: boolean;
  /** Ignore a second click within a second: on for what submits a form, unless false; null says nothing. */
  preventDoubleClick?: boolean | null;
}

export interface ButtonParams {
  text: string;
  href: string | null;
  classes: string;
  isStart: boolean;
  attributes: Attribute[];
}

export function button(from: ButtonInput): ButtonParams {
  const type = from.type ?? 'submit';
  const guarded =
    from.preventDoubleClick === undefined && type === 'submit'
      ? true
      : (from.preventDoubleClick ?? null);
  return {
    text: from.text,
    href: from.href ?? null,
    isStart: from.isStart === true,
    classes: classNames(
      'govuk-button',
      from.variant && `govuk-button--${from.variant}`,
      from.classes,
      from.isStart && 'govuk-button--start',
    ),
    attributes: [
      ...(from.href
        ? []
        : presentAttributes({
            type,
            value: from.value,
            name: from.name,
            disabled: from.disabled,
            'aria-disabled': from.disabled && 'true',
            'data-prevent-double-click': guarded === null ? null : String(guarded),
          })),
      ...presentAttributes({ id: from.id }),
      ...attributes(from.attributes),
    ],
  };
}

export interface ButtonGroupParams {
  classes: string;
  items: { button: ButtonParams | null; link: LinkParams | null }[];
}

/** Buttons and links in one row: `buttonGroup([{ button: { text } }, { link: { text, href } }])`. */
export function buttonGroup(
  items: ({ button: ButtonInput } | { link: { text: string; href: string } })[],
  classes = '',
): ButtonGroupParams {
  return {
    classes: classNames('govuk-button-group', classes),
    items: items.map((item) =>
      'button' in item
        ? { button: button(item.button), link: null }
        : { button: null, link: link(item.link.text, item.link.href) },
    ),
  };
}
