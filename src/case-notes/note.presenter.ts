import {
  characterCount,
  select,
  type SelectParams,
  type TextareaParams,
} from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { formatDateTime } from '../shared/london-date.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { CaseFormFields } from '../case-forms/case-form.js';
import type { Colleague } from './mention.rules.js';
import { MOST_NOTE_CHARACTERS } from './note.rules.js';

/** The form for a note; the case page includes the same view. */
export interface NoteFields {
  action: string;
  caseForm: CaseFormFields;
  words: TextareaParams;
  tell: SelectParams;
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
  tell: string;
  colleagues: readonly Colleague[];
  errors: readonly FieldError[];
}

/** For `{{> case-notes/form note}}`. */
export function noteFields(writing: Writing): NoteFields {
  const { reference, caseForm, words, tell, colleagues, errors } = writing;
  return {
    action: `/applications/${reference}/notes`,
    caseForm,
    words: characterCount({
      name: 'words',
      label: 'Add a note',
      hint: 'For colleagues. Never sent to the resident. Write @ and a name to tell somebody.',
      value: words,
      error: errors.find(({ field }) => field === 'words')?.text ?? null,
      maxlength: MOST_NOTE_CHARACTERS,
      threshold: 75,
      rows: 3,
    }),
    tell: select({
      name: 'tell',
      label: 'Tell a colleague',
      value: tell,
      error: errors.find(({ field }) => field === 'tell')?.text ?? null,
      items: [
        { value: '', text: 'Nobody' },
        ...colleagues.map(({ id, name }) => ({ value: id, text: name })),
      ],
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

/** `Told Ann Lee (seen 20 November 2026, 10:42am) and Bo Clerk`; null when nobody was. */
export function toldLine(told: readonly { name: string; seenAt: Date | null }[]): string | null {
  if (told.length === 0) return null;
  const named = told.map(({ name, seenAt }) =>
    seenAt ? `${name} (seen ${formatDateTime(seenAt)})` : `${name} (not seen yet)`,
  );
  return `Told ${named.join(', ')}`;
}
