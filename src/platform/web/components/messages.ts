import {
  attributes,
  type Attribute,
  type AttributesInput,
  classNames,
  type Content,
  content,
  type ContentInput,
  optionalContent,
} from '../component-types.js';

/** Words that stand out: what went wrong, what was done, what to mind. */

interface Extra {
  classes?: string;
  attributes?: AttributesInput;
}

export interface ErrorSummaryItem {
  text: string;
  /** `#` and the id of the field; null when no field is at fault. */
  href: string | null;
  attributes?: AttributesInput;
}

export interface ErrorSummaryParams {
  title: string;
  description: string | null;
  classes: string;
  attributes: Attribute[];
  items: { text: string; href: string | null; attributes: Attribute[] }[];
}

export interface ErrorSummaryInput extends Extra {
  items: readonly ErrorSummaryItem[];
  title?: string;
  description?: string | null;
  autoFocus?: boolean | null;
}

/** Pages need not call this: the layout shows `page.errors`. */
export function errorSummary(from: ErrorSummaryInput): ErrorSummaryParams {
  return {
    title: from.title ?? 'There is a problem',
    description: from.description ?? null,
    classes: classNames('govuk-error-summary', from.classes),
    attributes: [...autoFocusAttribute(from.autoFocus), ...attributes(from.attributes)],
    items: from.items.map((item) => ({
      text: item.text,
      href: item.href,
      attributes: attributes(item.attributes),
    })),
  };
}

export interface NotificationBannerInput extends Extra {
  type?: 'success' | null;
  /** One sentence, or `content` for more. */
  text?: string | null;
  content?: ContentInput | null;
  title?: string;
  titleId?: string;
  headingLevel?: number;
  role?: string;
  autoFocus?: boolean | null;
}

export interface NotificationBannerParams {
  classes: string;
  role: string;
  title: string;
  titleId: string;
  headingLevel: number;
  attributes: Attribute[];
  text: string | null;
  content: Content | null;
}

/** What was just done. One a page; never beside an error summary. The shell shows `shell.flash`. */
export function notificationBanner(from: NotificationBannerInput): NotificationBannerParams {
  const isSuccess = from.type === 'success';
  return {
    classes: classNames(
      'govuk-notification-banner',
      isSuccess && 'govuk-notification-banner--success',
      from.classes,
    ),
    role: from.role ?? (isSuccess ? 'alert' : 'region'),
    title: from.title ?? (isSuccess ? 'Success' : 'Important'),
    titleId: from.titleId ?? 'govuk-notification-banner-title',
    headingLevel: from.headingLevel ?? 2,
    attributes: [...autoFocusAttribute(from.autoFocus), ...attributes(from.attributes)],
    text: from.text ?? null,
    content: optionalContent(from.content),
  };
}

export interface TextBlockParams {
  id: string | null;
  classes: string;
  attributes: Attribute[];
  content: Content;
}

export function insetText(
  text: ContentInput,
  extra: Extra & { id?: string } = {},
): TextBlockParams {
  return {
    id: extra.id ?? null,
    classes: classNames('govuk-inset-text', extra.classes),
    attributes: attributes(extra.attributes),
    content: content(text),
  };
}

export interface WarningTextParams {
  hiddenText: string;
  classes: string;
  attributes: Attribute[];
  content: Content;
}

export function warningText(
  text: ContentInput,
  extra: Extra & { hiddenText?: string } = {},
): WarningTextParams {
  return {
    hiddenText: extra.hiddenText ?? 'Warning',
    classes: classNames('govuk-warning-text', extra.classes),
    attributes: attributes(extra.attributes),
    content: content(text),
  };
}

export interface DetailsParams {
  summary: Content;
  content: Content;
  classes: string;
  attributes: Attribute[];
}

export function details(
  summary: ContentInput,
  body: ContentInput,
  extra: Extra & { id?: string; open?: boolean } = {},
): DetailsParams {
  return {
    summary: content(summary),
    content: content(body),
    classes: classNames('govuk-details', extra.classes),
    attributes: attributes({
      ...(extra.id ? { id: extra.id } : {}),
      ...extra.attributes,
    }).concat(extra.open ? [{ name: 'open', value: '' }] : []),
  };
}

function autoFocusAttribute(autoFocus: boolean | null | undefined): Attribute[] {
  return autoFocus === null || autoFocus === undefined
    ? []
    : [{ name: 'data-disable-auto-focus', value: String(!autoFocus) }];
}
