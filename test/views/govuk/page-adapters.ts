import {
  details,
  errorSummary,
  insetText,
  notificationBanner,
  warningText,
} from '../../../src/platform/web/components/messages.js';
import {
  backLink,
  breadcrumbs,
  button,
  type ButtonInput,
  skipLink,
} from '../../../src/platform/web/components/navigation.js';
import { panel } from '../../../src/platform/web/components/panel.js';
import {
  genericHeader,
  serviceNavigation,
} from '../../../src/platform/web/components/service-header.js';
import { paginationOf, summaryOf, tableOf, tabsOf, taskListOf } from './list-adapters.js';
import {
  type Adapter,
  contentOf,
  extra,
  type Options,
  read,
  type Shown,
  some,
  wordsOf,
} from './options.js';

/** The components that are not form fields; see `options.ts`. */

function buttonOf(options: Options): object {
  const given = read<{
    text?: string;
    isStartButton?: boolean;
    preventDoubleClick?: boolean;
  }>(options);
  return button({
    ...(options as object),
    text: given.text ?? '',
    isStart: given.isStartButton === true,
    preventDoubleClick: given.preventDoubleClick ?? null,
  } as Parameters<typeof button>[0]);
}

export const pageAdapters: Record<string, Adapter> = {
  'back-link': (options) => {
    const { href, text, ...rest } = read<Shown>(options);
    return backLink(href ?? '#', text, extra(rest));
  },
  'skip-link': (options) => {
    const { href, text, ...rest } = read<Shown>(options);
    return skipLink(href ?? '#content', text ?? '', extra(rest));
  },
  breadcrumbs: (options) => {
    const given = read<{ items?: Shown[]; labelText?: string }>(options);
    return breadcrumbs({
      ...(options as object),
      ...(given.labelText ? { label: given.labelText } : {}),
      items: (given.items ?? []).map((item) => ({ ...item, text: item.text ?? '' })),
    });
  },
  button: buttonOf,
  'error-summary': (options) => {
    const given = read<{
      titleText?: string;
      descriptionText?: string;
      errorList?: Shown[];
      disableAutoFocus?: boolean;
    }>(options);
    return errorSummary({
      ...extra(read<Shown>(options)),
      title: given.titleText ?? '',
      description: given.descriptionText ?? null,
      autoFocus: given.disableAutoFocus === undefined ? null : !given.disableAutoFocus,
      items: (given.errorList ?? []).map((item) => ({
        text: item.text ?? '',
        href: item.href ?? null,
        ...(item.attributes ? { attributes: item.attributes } : {}),
      })),
    });
  },
  'notification-banner': (options) => {
    const given = read<{
      type?: string;
      text?: string;
      html?: string;
      titleText?: string;
      titleHeadingLevel?: number;
      disableAutoFocus?: boolean;
    }>(options);
    return notificationBanner({
      ...(options as object),
      type: given.type === 'success' ? 'success' : null,
      text: given.html ? null : (given.text ?? null),
      content: given.html ? contentOf(given) : null,
      ...(given.titleText ? { title: given.titleText } : {}),
      ...(given.titleHeadingLevel ? { headingLevel: given.titleHeadingLevel } : {}),
      autoFocus: given.disableAutoFocus === undefined ? null : !given.disableAutoFocus,
    });
  },
  'inset-text': (options) => {
    const given = read<Shown & { id?: string }>(options);
    return insetText(contentOf(given), { ...extra(given), ...(given.id ? { id: given.id } : {}) });
  },
  'warning-text': (options) => {
    const given = read<Shown & { iconFallbackText?: string }>(options);
    return warningText(contentOf(given), {
      ...extra(given),
      ...(given.iconFallbackText ? { hiddenText: given.iconFallbackText } : {}),
    });
  },
  details: (options) => {
    const given = read<
      Shown & { id?: string; open?: boolean; summaryText?: string; summaryHtml?: string }
    >(options);
    const summary = contentOf({ text: given.summaryText, html: given.summaryHtml });
    return details(summary, contentOf(given), {
      ...extra(given),
      ...(given.id ? { id: given.id } : {}),
      open: given.open === true,
    });
  },
  panel: (options) => {
    const given = read<
      Shown & {
        titleText?: string;
        titleHtml?: string;
        headingLevel?: number;
        actions?: { items?: (Shown & { type?: string; href?: string })[] };
      }
    >(options);
    const isInterruption = given.classes?.includes('govuk-panel--interruption') === true;
    return panel({
      ...extra(given),
      classes: given.classes?.replace('govuk-panel--interruption', '').trim() ?? '',
      title: given.titleText ?? wordsOf(given.titleHtml),
      ...(given.headingLevel ? { headingLevel: given.headingLevel } : {}),
      content: some(given),
      variant: isInterruption ? 'interruption' : 'confirmation',
      actions:
        given.actions?.items?.map((item) =>
          !item.href || item.type === 'button'
            ? {
                button: {
                  ...item,
                  type: item.type ?? 'button',
                  text: item.text ?? '',
                  preventDoubleClick: null,
                } as ButtonInput,
              }
            : { link: { ...item, href: item.href, text: item.text ?? '' } },
        ) ?? null,
    });
  },
  'summary-list': summaryOf,
  table: tableOf,
  tabs: tabsOf,
  'task-list': taskListOf,
  pagination: paginationOf,
  'generic-header': (options) => {
    const given = read<{ logoText?: string; logoHtml?: string; url?: string }>(options);
    return genericHeader({
      ...(options as object),
      logo: contentOf({ text: given.logoText, html: given.logoHtml }),
      ...(given.url ? { href: given.url } : {}),
    });
  },
  'service-navigation': (options) => {
    const given = read<{
      serviceUrl?: string;
      ariaLabel?: string;
      menuButtonText?: string;
      menuButtonLabel?: string;
      collapseNavigationOnMobile?: boolean;
      navigation?: ({ text?: string; current?: boolean; active?: boolean } | null)[];
    }>(options);
    return serviceNavigation({
      ...(options as object),
      serviceHref: given.serviceUrl ?? null,
      ...(given.ariaLabel ? { label: given.ariaLabel } : {}),
      ...(given.menuButtonText ? { menuText: given.menuButtonText } : {}),
      ...(given.menuButtonLabel ? { menuLabel: given.menuButtonLabel } : {}),
      ...(given.collapseNavigationOnMobile === undefined
        ? {}
        : { isCollapsible: given.collapseNavigationOnMobile }),
      items: (given.navigation ?? []).flatMap((item) =>
        item
          ? [
              {
                ...item,
                text: item.text ?? '',
                isCurrent: item.current === true,
                isActive: item.active === true,
              },
            ]
          : [],
      ),
    });
  },
};
