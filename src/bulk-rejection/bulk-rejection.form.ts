import { ArrayMaxSize, IsIn, IsUUID, Matches, MaxLength } from 'class-validator';
import { MOST_REASON_WORDS } from '../decisions/rejection-reasons.rules.js';
import { Many, Trim } from '../platform/web/form-fields.js';
import { CHOSEN_TEXT } from './bulk-rejection.rules.js';

const FROM_LIST = 'Choose cases from the list';

/** Sent by a list of cases without an id, and by the pages that go on with one. */
export class BulkRejectionForm {
  /** One box of a list each, or many cases in one text. */
  @Many()
  @ArrayMaxSize(500, { message: FROM_LIST })
  @MaxLength(20_000, { each: true, message: FROM_LIST })
  @Matches(CHOSEN_TEXT, { each: true, message: FROM_LIST })
  chosen: string[] = [];

  /** References ticked on the page of a whole list. */
  @Many()
  @ArrayMaxSize(500, { message: FROM_LIST })
  @Matches(/^[A-Z0-9-]{1,16}$/, { each: true, message: FROM_LIST })
  leaveOut: string[] = [];

  /** The list the cases were chosen in. */
  @Matches(/^\/queue(\?[\w=&%.~+-]{0,990})?$/, { message: 'Go back to the queue' })
  back = '/queue';

  /** The bar above the queue sends its other question along. */
  @MaxLength(36)
  to = '';

  @Many()
  @MaxLength(100, { each: true, message: 'Choose a reason from the list' })
  reasons: string[] = [];

  @MaxLength(MOST_REASON_WORDS, {
    message: `Your own words must be ${MOST_REASON_WORDS} characters or fewer`,
  })
  @Trim()
  words = '';

  @MaxLength(2000, { message: 'The note must be 2,000 characters or fewer' })
  @Trim()
  privateNote = '';

  @IsUUID('4', { message: 'This form is incomplete: go back to the list' })
  formId = '';

  /** The words of the letter that was checked (`wordsKey`). */
  @MaxLength(200)
  wordsKey = '';

  @IsIn(['begin', 'change', 'check', 'send'])
  step = 'begin';
}
