import type { FieldError } from '../platform/web/parse-form.js';
import { input, type InputParams } from '../platform/web/components/form-fields.js';
import { insetText, type TextBlockParams } from '../platform/web/components/messages.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';

export interface SignInPage {
  title: string;
  lead: string;
  errors: { text: string; href: string | null }[];
  /** Why somebody who was here a moment ago must sign in again, or null. */
  notice: TextBlockParams | null;
  email: InputParams;
  password: InputParams;
  /** Where to go afterwards, or null for the first page. */
  next: string | null;
  submit: ButtonParams;
  help: string;
}

interface SignInView {
  email: string;
  next: string | null;
  councilName: string;
  errors: readonly FieldError[];
  hasSessionEnded: boolean;
  limits: { idleMinutes: number; hours: number };
}

/** One sentence for an unknown address, a wrong password and a disabled account. */
export const NOT_RECOGNISED: FieldError = {
  field: 'email',
  href: '#email',
  text: 'Email address or password is not right',
};

export function signInPage(view: SignInView): SignInPage {
  const errorOf = (field: string) => view.errors.find((error) => error.field === field)?.text;
  return {
    title: 'Sign in',
    lead: `For ${view.councilName} staff who work on parking permits.`,
    errors: view.errors.map(({ text, href }) => ({ text, href })),
    notice: view.hasSessionEnded ? insetText(sessionEnded(view)) : null,
    email: input({
      name: 'email',
      label: 'Email address',
      type: 'email',
      value: view.email,
      error: errorOf('email') ?? null,
      autocomplete: 'username',
      spellcheck: false,
      attributes: { maxlength: 254 },
    }),
    password: input({
      name: 'password',
      label: 'Password',
      type: 'password',
      error: errorOf('password') ?? null,
      autocomplete: 'current-password',
      spellcheck: false,
    }),
    next: view.next,
    submit: button({ text: 'Sign in' }),
    help: 'If you cannot sign in, ask your supervisor or whoever looks after Permit Desk accounts. They can give you a new password.',
  };
}

export interface WaitPage {
  title: string;
  lines: string[];
}

/** @param seconds until the next guess is taken */
export function waitPage(seconds: number): WaitPage {
  const minutes = Math.ceil(seconds / 60);
  const wait = minutes <= 1 ? '1 minute' : `${minutes} minutes`;
  return {
    title: `Wait ${wait} before you try again`,
    lines: [
      'There were too many attempts to sign in with a password that is not right.',
      'A browser you have signed in with before is not affected by what others try.',
      'If you have forgotten your password, ask whoever looks after Permit Desk accounts for a new one.',
    ],
  };
}

function sessionEnded({ limits, next }: SignInView): string {
  const back = next ? ' Sign in to go back to the page you were on.' : ' Sign in to go on.';
  return `Your session ended. You are signed out after ${limits.idleMinutes} minutes without use, and ${limits.hours} hours after signing in. A fourth sign-in ends the oldest one.${back}`;
}
