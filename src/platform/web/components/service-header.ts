import {
  attributes,
  type Attribute,
  type AttributesInput,
  classNames,
  type Content,
  content,
  type ContentInput,
} from '../component-types.js';

/** Headers for pages that stand outside the desk's own frame. */

export interface GenericHeaderInput {
  logo: ContentInput;
  href?: string;
  classes?: string;
  containerClasses?: string;
  attributes?: AttributesInput;
}

export interface GenericHeaderParams {
  logo: Content;
  href: string;
  classes: string;
  containerClasses: string;
  attributes: Attribute[];
}

export function genericHeader(from: GenericHeaderInput): GenericHeaderParams {
  return {
    logo: content(from.logo),
    href: from.href ?? '/',
    classes: classNames('govuk-generic-header', from.classes),
    containerClasses: classNames(
      'govuk-generic-header__container',
      from.containerClasses ?? 'govuk-width-container',
    ),
    attributes: attributes(from.attributes),
  };
}

export interface NavigationItemInput {
  text: string;
  href?: string | null;
  /** This very page. */
  isCurrent?: boolean;
  /** This page stands below that item. */
  isActive?: boolean;
  attributes?: AttributesInput;
}

export interface ServiceNavigationInput {
  serviceName?: string | null;
  serviceHref?: string | null;
  items?: NavigationItemInput[];
  label?: string;
  navigationLabel?: string;
  navigationId?: string;
  navigationClasses?: string;
  menuText?: string;
  menuLabel?: string;
  isCollapsible?: boolean;
  classes?: string;
  attributes?: AttributesInput;
}

export interface ServiceNavigationParams {
  hasLandmark: boolean;
  label: string;
  classes: string;
  attributes: Attribute[];
  inner: {
    serviceName: string | null;
    serviceHref: string | null;
    navigationLabel: string;
    navigationId: string;
    navigationClasses: string;
    isCollapsible: boolean;
    menuText: string;
    toggleAttributes: Attribute[];
    items: {
      text: string;
      href: string | null;
      isActive: boolean;
      classes: string;
      attributes: Attribute[];
    }[];
  };
}

export function serviceNavigation(from: ServiceNavigationInput): ServiceNavigationParams {
  const items = from.items ?? [];
  const menuText = from.menuText ?? 'Menu';
  const hasOwnLabel = from.menuLabel !== undefined && from.menuLabel !== menuText;
  return {
    hasLandmark: Boolean(from.serviceName),
    label: from.label ?? 'Service information',
    classes: classNames('govuk-service-navigation', from.classes),
    attributes: attributes(from.attributes),
    inner: {
      serviceName: from.serviceName ?? null,
      serviceHref: from.serviceHref ?? null,
      navigationLabel: from.navigationLabel ?? menuText,
      navigationId: from.navigationId ?? 'navigation',
      navigationClasses: classNames('govuk-service-navigation__wrapper', from.navigationClasses),
      isCollapsible: from.isCollapsible ?? items.length > 1,
      menuText,
      toggleAttributes: attributes(hasOwnLabel ? { 'aria-label': from.menuLabel ?? '' } : {}),
      items: items.map(navigationItem),
    },
  };
}

function navigationItem(
  item: NavigationItemInput,
): ServiceNavigationParams['inner']['items'][number] {
  const isActive = item.isCurrent === true || item.isActive === true;
  const current = item.isCurrent ? 'page' : 'true';
  return {
    text: item.text,
    href: item.href ?? null,
    isActive,
    classes: classNames(
      'govuk-service-navigation__item',
      isActive && 'govuk-service-navigation__item--active',
    ),
    attributes: [
      ...(isActive ? [{ name: 'aria-current', value: current }] : []),
      ...attributes(item.attributes),
    ],
  };
}
