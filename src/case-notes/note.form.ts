import { IsNotEmpty, Matches, MaxLength } from 'class-validator';
import { Trim } from '../platform/web/form-fields.js';
import { CaseForm } from '../case-forms/case-form.js';
import { MOST_NOTE_CHARACTERS } from './note.rules.js';

/** The version is not compared: a note contradicts nobody's work. */
export class NoteForm extends CaseForm {
  @IsNotEmpty({ message: 'Write a note' })
  @MaxLength(MOST_NOTE_CHARACTERS, { message: 'The note must be 5,000 characters or fewer' })
  @Trim()
  words = '';

  /** A colleague's id, or empty. */
  @Matches(/^[0-9a-f-]{0,36}$/, { message: 'Choose a colleague who may see this case' })
  tell = '';
}
