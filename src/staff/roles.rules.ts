/** The roles a staff account can have; what each may do stands in `permissions.rules.ts`. */
export const ROLES = ['officer', 'support', 'supervisor', 'administrator', 'auditor'] as const;
export type Role = (typeof ROLES)[number];
