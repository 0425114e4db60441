import { characterCount, type TextareaParams } from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { CaseFormFields } from '../case-forms/case-form.js';
import { MOST_NOTE_CHARACTERS } from './note.rules.js';

/** The form for a note; the case page includes the same view. */
export interface NoteFields {
  action: string;
  caseForm: CaseFormFields;
  words: TextareaParams;
  submit: ButtonParams;
}

interface NotePage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  note: NoteFields;
}

interface Writing {
  reference: string;
  caseForm: CaseFormFields;
  words: string;
  errors: readonly FieldError[];
}

/** For `{{> case-notes/form note}}`. */
export function noteFields({ reference, caseForm, words, errors }: Writing): NoteFields {
  return {
    action: `/applications/${reference}/notes`,
    caseForm,
    words: characterCount({
      name: 'words',
      label: 'Add a note',
      hint: 'For colleagues. Never sent to the resident.',
      value: words,
      error: errors.find(({ field }) => field === 'words')?.text ?? null,
      maxlength: MOST_NOTE_CHARACTERS,
      threshold: 75,
      rows: 3,
    }),
    submit: button({ text: 'Save the note', variant: 'secondary' }),
  };
}

export function notePage(writing: Writing): NotePage {
  const { reference, errors } = writing;
  return {
    title: `Note on ${reference}`,
    errors: errors.map(({ text, href }) => ({ text, href })),
    backLink: backLink(`/applications/${reference}`, `Back to ${reference}`),
    note: noteFields(writing),
  };
}
