/** What an API client's key may be allowed to do. */
export const API_SCOPES = ['applications:write', 'evidence:write', 'applications:read'] as const;

export type ApiScope = (typeof API_SCOPES)[number];

export function isApiScope(text: string): text is ApiScope {
  return (API_SCOPES as readonly string[]).includes(text);
}
