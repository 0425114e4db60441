import { STAFF_ROLES, type StaffRole } from './staff-roles.rules.js';

/**
 * Who may do what. Every route names one permission of this table; a route without one is denied.
 *
 * - An officer works cases from arrival to decision.
 * - Support answers residents: sees where a case stands, never its papers, decides nothing.
 * - A supervisor may do what an officer may.
 * - An administrator looks after accounts and settings and sees no cases.
 * - An auditor reads cases and changes nothing; papers stay closed to them.
 */
export const permissions = {
  'signed-in': STAFF_ROLES,
  'see-queue': ['officer', 'support', 'supervisor', 'auditor'],
  'see-case': ['officer', 'support', 'supervisor', 'auditor'],
  search: ['officer', 'support', 'supervisor', 'auditor'],
  'see-evidence': ['officer', 'supervisor'],
  'see-health-evidence': ['officer', 'supervisor'],
  claim: ['officer', 'supervisor'],
  assign: ['supervisor'],
  'keep-teams': ['supervisor', 'administrator'],
  review: ['officer', 'supervisor'],
  decide: ['officer', 'supervisor'],
  'reject-in-bulk': ['supervisor'],
  withdraw: ['officer', 'support', 'supervisor'],
  'reopen-decision': ['supervisor'],
  'second-look': ['supervisor'],
  'open-review': ['officer', 'support', 'supervisor'],
  'settle-review': ['officer', 'supervisor'],
  'see-reviews': ['officer', 'support', 'supervisor', 'auditor'],
  'write-note': ['officer', 'support', 'supervisor'],
  'declare-interests': ['officer', 'support', 'supervisor'],
  'see-conflicts': ['supervisor', 'auditor'],
  'count-interests': ['administrator'],
  'see-payment-problems': ['officer', 'supervisor'],
  'see-ledger': ['supervisor', 'auditor'],
  'settle-another-way': ['supervisor'],
  'take-exports': ['supervisor'],
  'see-reconciliation': ['supervisor', 'auditor'],
  reconcile: ['supervisor'],
  'see-payment-notices': ['supervisor'],
  'see-exceptions': ['officer', 'support', 'supervisor', 'auditor'],
  'request-exception': ['officer', 'support', 'supervisor'],
  'settle-exception': ['officer', 'supervisor'],
  'see-policy': ['supervisor', 'administrator', 'auditor'],
  'change-policy': ['administrator'],
  'read-api-docs': STAFF_ROLES,
} as const satisfies Record<string, readonly StaffRole[]>;

/** A permission that needs an account; `anyone` is for pages that are open to the world. */
export type StaffPermission = keyof typeof permissions;
export type Permission = StaffPermission | 'anyone';

export function mayDo(role: StaffRole, permission: StaffPermission): boolean {
  const allowed: readonly StaffRole[] = permissions[permission];
  return allowed.includes(role);
}

const onePerson: Record<StaffRole, string> = {
  officer: 'an officer',
  support: 'a member of support',
  supervisor: 'a supervisor',
  administrator: 'an administrator',
  auditor: 'an auditor',
};

/** "an officer or a supervisor": for the page that says whom to ask. */
export function rolesInWords(permission: StaffPermission): string {
  const people = permissions[permission].map((role) => onePerson[role]);
  const last = people.at(-1) ?? 'nobody';
  return people.length < 2 ? last : `${people.slice(0, -1).join(', ')} or ${last}`;
}
