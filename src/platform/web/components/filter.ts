import { type Content, content, type ContentInput } from '../component-types.js';
import { button, type ButtonParams } from './navigation.js';

export interface SelectedFilterInput {
  /** What the filter is about, as on its field: "Zone". */
  heading: string;
  /** Each choice with the address that leaves it out. */
  items: { text: string; href: string }[];
}

export interface FilterInput {
  /** Where the form goes by GET: the list itself. */
  action: string;
  heading?: string;
  selected?: SelectedFilterInput[];
  clearHref?: string;
  /** What must survive, such as the order of the list. */
  hidden?: { name: string; value: string }[];
  /** `nested('components/select', select({ … }))` and so on. */
  fields: ContentInput[];
  submitText?: string;
}

export interface FilterParams {
  action: string;
  heading: string;
  selected: {
    heading: string;
    clearHref: string;
    clearText: string;
    categories: { heading: string; items: { text: string; href: string; category: string }[] }[];
  } | null;
  hidden: { name: string; value: string }[];
  fields: Content[];
  submit: ButtonParams;
}

/** Filters work by loading the page again, so that an address can be passed on in the team. */
export function filter(from: FilterInput): FilterParams {
  const selected = (from.selected ?? []).filter(({ items }) => items.length > 0);
  return {
    action: from.action,
    heading: from.heading ?? 'Filter',
    selected:
      selected.length === 0
        ? null
        : {
            heading: 'Selected filters',
            clearHref: from.clearHref ?? from.action,
            clearText: 'Clear all filters',
            categories: selected.map(({ heading, items }) => ({
              heading,
              items: items.map((item) => ({ ...item, category: heading })),
            })),
          },
    hidden: from.hidden ?? [],
    fields: from.fields.map(content),
    submit: button({ text: from.submitText ?? 'Apply filters', preventDoubleClick: false }),
  };
}
