import { markRoute } from '../platform/web/route-access.js';
import type { Permission, StaffPermission } from './permissions.rules.js';

/** Says on a route who may use it: `@Can('see-case')`. The table is in `permissions.rules.ts`. */
export const Can = (permission: Permission) =>
  markRoute(permission === 'anyone' ? { for: 'anyone' } : { for: 'staff', permission });

/** The same for what computer systems read too: an API key of any scope opens it. */
export const CanOrAnyClient = (permission: StaffPermission) =>
  markRoute({ for: 'staff', permission, orAnyClient: true });
