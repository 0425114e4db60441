import { mayDo, type StaffPermission } from './permissions.rules.js';
import type { StaffRole } from './staff-roles.rules.js';

/** One link in the header, for those who may follow it. */
export interface NavigationEntry {
  text: string;
  href: string;
  permission: StaffPermission;
}

/** The search box in the header, for those who may search. */
export const SEARCH_BOX: { action: string; permission: StaffPermission } = {
  action: '/searches',
  permission: 'search',
};

/** The application's table of links; provided by the composition root. */
export const NAVIGATION = Symbol('NAVIGATION');

export function navigationFor(
  entries: readonly NavigationEntry[],
  role: StaffRole,
  path: string,
): { text: string; href: string; current: boolean }[] {
  return entries
    .filter(({ permission }) => mayDo(role, permission))
    .map(({ text, href }) => ({ text, href, current: isAt(path, href) }));
}

function isAt(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
