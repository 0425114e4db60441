import { IsIn, Matches, MaxLength } from 'class-validator';
import type { DatePart } from '../platform/web/components/date-input.js';
import { Keyed, Many, Trim } from '../platform/web/form-fields.js';
import { WordsForm } from './letter-words.form.js';

export class ReasonWordsForm extends WordsForm {
  @MaxLength(80, { message: 'Name for staff: use 80 characters or fewer' })
  @Trim()
  label = '';

  /** Only asked for a new reason: afterwards it stays. */
  @IsIn(['paper', 'application'], { message: 'Choose what it is about' })
  appliesTo = 'paper';

  @MaxLength(10_000, { message: 'What is wrong: this is too long' })
  @Trim()
  wording = '';

  @MaxLength(10_000, { message: 'What to send: this is too long' })
  @Trim()
  bring = '';

  /** Kinds of paper; none ticked means every kind. */
  @Many()
  paperKinds: string[] = [];

  /** Codes of permit types; none ticked means all. */
  @Many()
  permitTypes: string[] = [];

  /** `ask_again`, `own_words`. */
  @Many()
  @IsIn(['ask_again', 'own_words'], { each: true, message: 'Choose from the list' })
  rules: string[] = [];

  @Matches(/^\d{1,4}$/, { message: 'Place in the list: use a whole number from 0 to 9999' })
  @Trim()
  order = '1000';

  /** The code a new reason will have, from the check page on: sent twice it is made once. */
  @Matches(/^[a-z0-9_]{0,44}$/, { message: 'This form is incomplete: open it again' })
  newCode = '';

  /** The first day it is no longer offered; blank while it is in use. */
  @Keyed()
  retired: Partial<Record<DatePart, string>> = {};
}
