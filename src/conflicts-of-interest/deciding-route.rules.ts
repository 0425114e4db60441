/** Permissions whose pages lead to a decision: even opening them is refused, so nobody works in vain. */
const DECIDING: ReadonlySet<string> = new Set([
  'claim',
  'review',
  'decide',
  'withdraw',
  'reopen-decision',
  'second-look',
  'open-review',
  'settle-review',
  'request-exception',
  'settle-exception',
]);

interface AskedRoute {
  method: string;
  /** The permission it names; null when it is not for staff. */
  permission: string | null;
  /** The case it is about; null for routes about no case. */
  reference: string | null;
  isDespiteConflict: boolean;
}

/**
 * Whether a route is closed to somebody with an interest in its case (R-COI-1). What changes
 * something of a case is closed unless it says otherwise: a new one is never forgotten.
 */
export function isClosedByConflict(route: AskedRoute): boolean {
  if (route.reference === null || route.permission === null || route.isDespiteConflict)
    return false;
  return !['GET', 'HEAD', 'OPTIONS'].includes(route.method) || DECIDING.has(route.permission);
}
