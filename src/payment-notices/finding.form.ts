import { IsNotEmpty, MaxLength } from 'class-validator';
import { Trim } from '../platform/web/form-fields.js';

export class FindingForm {
  @IsNotEmpty({ message: 'Say what you found' })
  @MaxLength(500, { message: 'What you found must be 500 characters or fewer' })
  @Trim()
  reason = '';
}
