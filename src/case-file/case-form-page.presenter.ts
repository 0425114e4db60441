import type { IdentityBarParams } from '../platform/web/components/case-page.js';
import { textarea, type TextareaParams } from '../platform/web/components/form-fields.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { CaseFormFields } from '../case-forms/case-form.js';
import { caseBar } from './case-bar.presenter.js';
import type { CaseFile } from './case-file.queries.js';

/** What every page with a form about a case has; each adds its own questions. */
export interface CaseFormPage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  bar: IdentityBarParams;
  action: string;
  caseForm: CaseFormFields;
}

/** A form about a case, on its way to the page. */
export interface CaseFormDrawn {
  file: CaseFile;
  now: Date;
  caseForm: CaseFormFields;
  errors: readonly { text: string; href: string | null }[];
}

/** @param noun the collection the form is posted to: `rejection` of `/applications/…/rejection` */
export function caseFormPage(
  { file, now, caseForm, errors }: CaseFormDrawn,
  { title, noun }: { title: string; noun: string },
): CaseFormPage {
  const { reference } = file.application;
  const caseHref = `/applications/${reference}`;
  return {
    title,
    errors: errors.map(({ text, href }) => ({ text, href })),
    backLink: backLink(caseHref, `Back to ${reference}`),
    bar: caseBar(file, now),
    action: `${caseHref}/${noun}`,
    caseForm,
  };
}

/** What was said of one field; null when it is right. */
export function errorOf(errors: readonly FieldError[], name: string): string | null {
  return errors.find(({ field }) => field === name)?.text ?? null;
}

/** What an officer adds to a decision for colleagues only. */
export function privateNote(value: string, errors: readonly FieldError[]): TextareaParams {
  return textarea({
    name: 'privateNote',
    label: 'Private note',
    hint: 'For colleagues. Never sent.',
    value,
    error: errorOf(errors, 'privateNote'),
    rows: 2,
  });
}
