import { type Attribute, attributes, classNames } from './component-types.js';
import {
  errorSummary,
  type ErrorSummaryItem,
  type ErrorSummaryParams,
  notificationBanner,
  type NotificationBannerParams,
} from './components/messages.js';
import {
  type BreadcrumbsParams,
  type ButtonParams,
  type PlainLinkParams,
  skipLink,
} from './components/navigation.js';
import type { AssetLinks } from './static-assets.js';

/** What any page object may say to the layout. Everything else in it is for its own view. */
export interface PageBase {
  /** The page's name; the layout adds "Error: ", the page number and the service name. */
  title: string;
  /** Shown in the error summary, in the order of the fields. */
  errors?: readonly ErrorSummaryItem[];
  backLink?: PlainLinkParams | null;
  breadcrumbs?: BreadcrumbsParams | null;
  /** For lists that go on: "(page 2 of 9)"; count null when it is not known. */
  pageNumber?: { number: number; count: number | null } | null;
  /** `full` uses the whole window, for paper beside facts. */
  width?: 'normal' | 'full';
  /** The page has a search box of its own; the one in the header gives way. */
  hasOwnSearch?: boolean;
  /** Further skip links after "Skip to main content". */
  skipLinks?: readonly { href: string; text: string }[];
  /** Load the page again after so many seconds, for work in progress. */
  refreshSeconds?: number | null;
}

/** What the request says about the frame around a page. */
export interface DeskShell {
  /** The person signed in, or null. */
  user: { name: string; roleName: string } | null;
  navigation: { text: string; href: string; current: boolean }[];
  /** Where the box in the header sends what is typed; null or left out for those who may not search. */
  search?: { action: string } | null;
  csrfToken: string;
  /** Says that the money and the messages are not real, or null. */
  sandboxBanner: string | null;
  /** What was just done, shown once, or null. */
  flash?: { type: 'success' | null; text: string } | null;
  /** What a person can quote when something went wrong. */
  requestReference?: string | null;
  /** What this person had begun on this page before and is filled in again, or null. */
  draft?: DraftNotice | null;
  /** The single keys this person switched on, or null. */
  shortcuts?: ShortcutHelp | null;
  /** When the session will end if nothing is done, and where to POST to stay signed in. */
  session?: { idleSeconds: number; extendPath: string } | null;
}

/** Single keys: what the script needs to know, and the same in words. */
export interface ShortcutHelp {
  /** JSON: by how a key is pressed, what it does. */
  keys: string;
  groups: { title: string; rows: { keys: string[]; label: string }[] }[];
}

/** Said above a form that was begun before, or whose beginning was thrown away a moment ago. */
export interface DraftNotice {
  words: string;
  /** What has changed since, or null. */
  warning: string | null;
  isFilledIn: boolean;
  action: string;
  /** Which form it is, for the button's own form. */
  form: string;
  button: ButtonParams;
}

/** What the application says, the same on every page; kept in `app.locals.desk`. */
export interface DeskSettings {
  serviceName: string;
  assets: AssetLinks;
  homeHref: string;
  signOutAction: string;
  footerLinks: { text: string; href: string }[];
}

/** Everything the layout prints, complete. */
export interface PageShell {
  title: string;
  serviceName: string;
  assets: AssetLinks;
  homeHref: string;
  signOutAction: string;
  footerLinks: { text: string; href: string }[];
  user: DeskShell['user'];
  navigation: DeskShell['navigation'];
  search: { action: string } | null;
  csrfToken: string;
  sandboxBanner: string | null;
  requestReference: string | null;
  isResident: boolean;
  containerClasses: string;
  bodyAttributes: Attribute[];
  skipLinks: PlainLinkParams[];
  refreshSeconds: number | null;
  backLink: PlainLinkParams | null;
  breadcrumbs: BreadcrumbsParams | null;
  errorSummary: ErrorSummaryParams | null;
  banner: NotificationBannerParams | null;
  draft: DraftNotice | null;
  shortcuts: ShortcutHelp | null;
}

const nobody: DeskShell = { user: null, navigation: [], csrfToken: '', sandboxBanner: null };

/** The frame of one page. A banner gives way to an error summary: never both. */
export function pageShell(
  settings: DeskSettings,
  desk: DeskShell | null,
  page: PageBase,
  from: { isResident: boolean; requestReference: string | null },
): PageShell {
  const shell = desk ?? nobody;
  const errors = page.errors ?? [];
  return {
    ...settings,
    title: pageTitle(page, settings.serviceName),
    user: from.isResident ? null : shell.user,
    navigation: from.isResident ? [] : shell.navigation,
    search: from.isResident || page.hasOwnSearch ? null : (shell.search ?? null),
    csrfToken: shell.csrfToken,
    sandboxBanner: shell.sandboxBanner,
    requestReference: from.requestReference,
    isResident: from.isResident,
    containerClasses: classNames(
      'desk-container',
      page.width === 'full' && 'desk-container--full',
      from.isResident && 'desk-container--resident',
    ),
    bodyAttributes: [...sessionAttributes(shell), ...shortcutAttributes(shell, from)],
    skipLinks: [
      skipLink('#main-content', 'Skip to main content'),
      ...(page.skipLinks ?? []).map(({ href, text }) => skipLink(href, text)),
    ],
    refreshSeconds: page.refreshSeconds ?? null,
    backLink: page.backLink ?? null,
    breadcrumbs: page.breadcrumbs ?? null,
    errorSummary: errors.length > 0 ? errorSummary({ items: errors }) : null,
    banner:
      shell.flash && errors.length === 0
        ? notificationBanner({ type: shell.flash.type, text: shell.flash.text })
        : null,
    draft: shell.draft ?? null,
    shortcuts: from.isResident ? null : (shell.shortcuts ?? null),
  };
}

export function pageTitle(page: PageBase, serviceName: string): string {
  const isWrong = (page.errors ?? []).length > 0;
  const { number, count } = page.pageNumber ?? { number: 1, count: 1 };
  const where = count === null ? `page ${number}` : `page ${number} of ${count}`;
  const numbered = number === 1 && (count ?? 1) === 1 ? '' : ` (${where})`;
  return `${isWrong ? 'Error: ' : ''}${page.title}${numbered} – ${serviceName}`;
}

function sessionAttributes(shell: DeskShell): Attribute[] {
  if (!shell.session || shell.user === null) return [];
  return attributes({
    'data-session-idle-seconds': shell.session.idleSeconds,
    'data-session-extend-path': shell.session.extendPath,
    'data-session-token': shell.csrfToken,
  });
}

function shortcutAttributes(shell: DeskShell, from: { isResident: boolean }): Attribute[] {
  if (from.isResident || !shell.shortcuts) return [];
  return attributes({ 'data-shortcuts': shell.shortcuts.keys });
}
