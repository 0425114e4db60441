import { link, type LinkParams } from '../platform/web/component-types.js';
import { mayDo, type StaffPermission } from '../staff/permissions.rules.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

interface MoneyPage {
  text: string;
  href: string;
  permission: StaffPermission;
}

const MONEY_PAGES: readonly MoneyPage[] = [
  { text: 'Reconciliation', href: '/reconciliation', permission: 'see-reconciliation' },
  { text: 'Payment notices', href: '/payment-notices', permission: 'see-payment-notices' },
  { text: 'Finance export', href: '/finance-exports/new', permission: 'take-exports' },
];

/** The other pages about money, for those who may see them. */
export function moneyPages(role: StaffRole): LinkParams[] {
  return MONEY_PAGES.filter(({ permission }) => mayDo(role, permission)).map(({ text, href }) =>
    link(text, href),
  );
}
