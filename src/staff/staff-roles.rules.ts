/** The roles a member of staff can have: one each. */
export const STAFF_ROLES = [
  'officer',
  'support',
  'supervisor',
  'administrator',
  'auditor',
] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

/** How the pages name a role. */
export const roleNames: Record<StaffRole, string> = {
  officer: 'Officer',
  support: 'Support',
  supervisor: 'Supervisor',
  administrator: 'Administrator',
  auditor: 'Auditor',
};

export function isStaffRole(text: string): text is StaffRole {
  return (STAFF_ROLES as readonly string[]).includes(text);
}
