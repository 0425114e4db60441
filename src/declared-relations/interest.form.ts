import { IsIn, IsUUID, MaxLength } from 'class-validator';
import { Trim } from '../platform/web/form-fields.js';

export class InterestForm {
  @IsUUID('4', { message: 'This form is incomplete: open the page again' })
  formId = '';

  @MaxLength(254, { message: 'Enter 254 characters or fewer' })
  @Trim()
  value = '';

  @MaxLength(10, { message: 'Enter a full UK postcode, like LE3 8RA' })
  @Trim()
  postcode = '';

  @IsIn(['mine', 'relation'], { message: 'Say whether it is yours or somebody else’s' })
  whose = '';

  /** `find` looks for the addresses of a postcode; anything else saves. */
  @MaxLength(10)
  step = '';
}
