import type { Request } from 'express';

/** The cookie that says "this browser was signed in before". It opens nothing by itself. */
export function browserCookieName({ isHttps }: { isHttps: boolean }): string {
  return isHttps ? '__Host-permit-desk-browser' : 'permit-desk-browser';
}

/** The browser's secret, or null when it has none that we could have given. */
export function browserSecret(req: Request, choice: { isHttps: boolean }): string | null {
  const name = browserCookieName(choice);
  const [, secret] =
    new RegExp(`(?:^|;\\s*)${name}=([\\w-]{43})(?:;|$)`).exec(req.headers.cookie ?? '') ?? [];
  return secret ?? null;
}
