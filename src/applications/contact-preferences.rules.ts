/** How an applicant wishes to be written to. */
export const CONTACT_PREFERENCES = ['email', 'text', 'post'] as const;
export type ContactPreference = (typeof CONTACT_PREFERENCES)[number];
