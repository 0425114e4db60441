import {
  attributes,
  type Attribute,
  type AttributesInput,
  classNames,
} from '../component-types.js';

export interface PaginationLinkInput {
  href: string;
  /** Instead of "Previous page" and "Next page". */
  text?: string;
  labelText?: string | null;
  attributes?: AttributesInput;
}

export interface PaginationItemInput {
  number?: string | number;
  href?: string;
  isCurrent?: boolean;
  isEllipsis?: boolean;
  label?: string;
  attributes?: AttributesInput;
}

export interface PaginationInput {
  previous?: PaginationLinkInput | null;
  next?: PaginationLinkInput | null;
  items?: PaginationItemInput[] | null;
  label?: string;
  classes?: string;
  attributes?: AttributesInput;
}

export interface PaginationParams {
  classes: string;
  label: string;
  attributes: Attribute[];
  isBlock: boolean;
  previous: PaginationLinkParams | null;
  next: PaginationLinkParams | null;
  items:
    | {
        classes: string;
        isEllipsis: boolean;
        isCurrent: boolean;
        href: string;
        label: string;
        text: string;
        attributes: Attribute[];
      }[]
    | null;
}

interface PaginationLinkParams {
  href: string;
  text: string | null;
  defaultText: string;
  labelText: string | null;
  titleClasses: string;
  attributes: Attribute[];
}

/** Pages of a list. Keyset lists give `previous` and `next` only; numbered ones `items` too. */
export function pagination(from: PaginationInput): PaginationParams {
  const isBlock = !from.items && Boolean(from.next ?? from.previous);
  return {
    isBlock,
    classes: classNames('govuk-pagination', isBlock && 'govuk-pagination--block', from.classes),
    label: from.label ?? 'Pagination',
    attributes: attributes(from.attributes),
    previous: from.previous ? arrow(from.previous, 'Previous', isBlock) : null,
    next: from.next ? arrow(from.next, 'Next', isBlock) : null,
    items: from.items?.map(numbered) ?? null,
  };
}

function arrow(
  from: PaginationLinkInput,
  defaultText: string,
  isBlock: boolean,
): PaginationLinkParams {
  return {
    href: from.href,
    text: from.text ?? null,
    defaultText,
    labelText: isBlock ? (from.labelText ?? null) : null,
    titleClasses: classNames(
      'govuk-pagination__link-title',
      isBlock && !from.labelText && 'govuk-pagination__link-title--decorated',
    ),
    attributes: attributes(from.attributes),
  };
}

function numbered(item: PaginationItemInput): NonNullable<PaginationParams['items']>[number] {
  return {
    classes: classNames(
      'govuk-pagination__item',
      item.isCurrent && 'govuk-pagination__item--current',
      item.isEllipsis && 'govuk-pagination__item--ellipsis',
    ),
    isEllipsis: item.isEllipsis === true,
    isCurrent: item.isCurrent === true,
    href: item.href ?? '',
    text: String(item.number ?? ''),
    label: item.label ?? `Page ${item.number ?? ''}`,
    attributes: attributes(item.attributes),
  };
}

/**
 * The numbers to show for page `current` of `count`: first, last, the current one and its
 * neighbours, with one mark for what is left out.
 */
export function pageItems(
  current: number,
  count: number,
  hrefOf: (page: number) => string,
): PaginationItemInput[] {
  const shown = [1, current - 1, current, current + 1, count].filter(
    (page, index, all) => page >= 1 && page <= count && all.indexOf(page) === index,
  );
  return shown.flatMap((page, index) => {
    const gap = index > 0 && page - (shown[index - 1] ?? page) > 1 ? [{ isEllipsis: true }] : [];
    return [...gap, { number: page, href: hrefOf(page), isCurrent: page === current }];
  });
}
