import { IsIn, Matches, MaxLength } from 'class-validator';
import type { DatePart } from '../platform/web/components/date-input.js';
import { Keyed, Trim } from '../platform/web/form-fields.js';

/** The longest that a form takes; the vocabulary of each field says how long it may be. */
const TOO_LONG = { message: 'This is too long: use 10,000 characters or fewer' };

/** What every form of words carries. */
export class WordsForm {
  /** The newest version the form saw. */
  @Matches(/^\d{1,6}$/, { message: 'This form is incomplete: open it again' })
  version = '';

  @IsIn(['now', 'day', ''], { message: 'Choose from when it holds' })
  when = 'now';

  @Keyed()
  from: Partial<Record<DatePart, string>> = {};

  @IsIn(['try', 'check', 'change', 'publish'])
  step = 'check';
}

export class LetterWordsForm extends WordsForm {
  @MaxLength(10_000, TOO_LONG)
  @Trim()
  subject = '';

  @MaxLength(10_000, TOO_LONG)
  @Trim()
  body = '';

  @MaxLength(10_000, TOO_LONG)
  @Trim()
  text = '';
}
