import {
  classNames,
  type Content,
  content,
  type ContentInput,
  optionalContent,
  tag,
  type TagColour,
  type TagParams,
} from '../component-types.js';

/** What an officer sees of a case at the top and at the side. */

export interface KeyFactInput {
  key: string;
  value: ContentInput;
}

export interface KeyFactsParams {
  classes: string;
  items: { key: string; value: Content }[];
}

/** A short row of facts, in the same order on every page of a case. */
export function keyFacts(items: KeyFactInput[], classes = ''): KeyFactsParams {
  return {
    classes: classNames('desk-facts', classes),
    items: items.map(({ key, value }) => ({ key, value: content(value) })),
  };
}

export interface IdentityBarInput {
  /** Reference and name: "PD-4K7M2C – Ada Example". */
  title: string;
  status?: { text: string; colour?: TagColour } | null;
  facts?: KeyFactInput[];
  /** Links, or small forms through `nested(view, params)`. */
  actions?: ContentInput[];
  classes?: string;
}

export interface IdentityBarParams {
  title: string;
  classes: string;
  tag: TagParams | null;
  facts: KeyFactsParams | null;
  actions: Content[];
}

export function identityBar(from: IdentityBarInput): IdentityBarParams {
  return {
    title: from.title,
    classes: classNames('moj-identity-bar', 'desk-identity', from.classes),
    tag: from.status ? tag(from.status.text, from.status.colour) : null,
    facts: from.facts && from.facts.length > 0 ? keyFacts(from.facts) : null,
    actions: (from.actions ?? []).map(content),
  };
}

export interface TimelineItemInput {
  title: string;
  /** Who did it; "System" for what happened by itself. Null when it does not matter. */
  byline?: string | null;
  /** Machine form: an instant in ISO, or only a date when only the date is known. */
  datetime: string;
  /** As shown: "19 November 2026 at 4:12pm". */
  dateText: string;
  /** `nested('timeline/application-rejected', { … })` shows the event's own view. */
  content?: ContentInput | null;
  classes?: string;
}

export interface TimelineParams {
  classes: string;
  items: {
    classes: string;
    headingLevel: number;
    title: string;
    byline: string | null;
    datetime: string;
    dateText: string;
    content: Content | null;
  }[];
}

/** Newest first. */
export function timeline(
  items: TimelineItemInput[],
  { headingLevel = 3, classes = '' } = {},
): TimelineParams {
  return {
    classes: classNames('moj-timeline', classes),
    items: items.map((item) => ({
      classes: classNames('moj-timeline__item', item.classes),
      headingLevel,
      title: item.title,
      byline: item.byline ?? null,
      datetime: item.datetime,
      dateText: item.dateText,
      content: optionalContent(item.content),
    })),
  };
}

export interface SideNavigationItem {
  text: string;
  href: string;
  isCurrent?: boolean;
}

export interface SideNavigationParams {
  label: string;
  classes: string;
  sections: {
    heading: string | null;
    headingLevel: number;
    items: { text: string; href: string; isCurrent: boolean; classes: string }[];
  }[];
}

export function sideNavigation(
  label: string,
  sections: { heading?: string | null; headingLevel?: number; items: SideNavigationItem[] }[],
): SideNavigationParams {
  return {
    label,
    classes: 'moj-side-navigation',
    sections: sections.map((section) => ({
      heading: section.heading ?? null,
      headingLevel: section.headingLevel ?? 2,
      items: section.items.map((item) => ({
        text: item.text,
        href: item.href,
        isCurrent: item.isCurrent === true,
        classes: classNames(
          'moj-side-navigation__item',
          item.isCurrent && 'moj-side-navigation__item--active',
        ),
      })),
    })),
  };
}
