import { ArrayMaxSize, IsIn, IsUUID, Matches } from 'class-validator';
import { Many } from '../platform/web/form-fields.js';
import { BULK_ACTS, type BulkAct, MOST_CASES } from './bulk.rules.js';

/** Sent by a list of cases without an id, and by the page that asks again with one. */
export class BulkForm {
  @Many()
  @ArrayMaxSize(MOST_CASES, { message: `Choose ${MOST_CASES} cases or fewer` })
  @Matches(/^[A-Z0-9-]{1,16}\.\d{1,9}$/, { each: true, message: 'Choose cases from the list' })
  chosen: string[] = [];

  @IsIn(BULK_ACTS, { message: 'Choose what to do with the cases' })
  act: BulkAct | '' = '';

  @Matches(/^[0-9a-f-]{0,36}$/, { message: 'Choose an officer from the list' })
  to = '';

  /** The list the cases were chosen in. */
  @Matches(/^\/queue(\?[\w=&%.~+-]{0,990})?$/, { message: 'Go back to the queue' })
  back = '/queue';

  @IsUUID('4', { message: 'This form is incomplete: go back to the list' })
  formId = '';

  @IsIn(['check', 'send'])
  step = 'check';
}
