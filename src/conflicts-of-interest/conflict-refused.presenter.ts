import type { CaseFormFields } from '../case-forms/case-form.js';
import { link, type LinkParams } from '../platform/web/component-types.js';
import { textarea, type TextareaParams } from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { type HandOn, handOn } from './hand-on.presenter.js';

export interface ConflictRefusedPage {
  title: string;
  backLink: PlainLinkParams;
  because: string;
  /** For whoever holds the case; null for others. */
  handOn: HandOn | null;
  onward: ButtonParams | null;
  interests: LinkParams;
  typed: TextareaParams[];
}

interface Refused {
  reference: string;
  /** Why, in whole sentences. */
  because: string;
  isHolder: boolean;
  caseForm: CaseFormFields;
  /** What had been sent. */
  body: unknown;
}

/** Says why this person may not decide the case, and lets him hand it on. */
export function conflictRefusedPage(refused: Refused): ConflictRefusedPage {
  const { reference, because, isHolder, caseForm } = refused;
  const caseHref = `/applications/${reference}`;
  return {
    title: `You cannot decide ${reference}`,
    backLink: backLink(caseHref, `Back to ${reference}`),
    because,
    handOn: isHolder ? handOn(reference, caseForm) : null,
    onward: isHolder ? null : button({ text: 'Go to my work', href: '/my-work' }),
    interests: link('See what you declared', '/my-interests'),
    typed: typedIn(refused.body),
  };
}

const KEPT: Readonly<Record<string, string>> = {
  words: 'Your own words',
  privateNote: 'Private note',
  note: 'Note',
};

function typedIn(body: unknown): TextareaParams[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
    const label = Object.hasOwn(KEPT, name) ? KEPT[name] : undefined;
    if (label === undefined || typeof value !== 'string' || value.trim() === '') return [];
    const hint = 'Not saved. It is kept here for you to copy.';
    return [textarea({ name, label, hint, value, attributes: { readonly: true } })];
  });
}
