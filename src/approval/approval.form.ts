import { MaxLength } from 'class-validator';
import { Trim } from '../platform/web/form-fields.js';
import { CaseForm } from '../case-forms/case-form.js';
import { MOST_VEHICLE_REASON } from './vehicle-elsewhere.rules.js';

export class ApprovalForm extends CaseForm {
  @MaxLength(2000, { message: 'The note must be 2,000 characters or fewer' })
  @Trim()
  privateNote = '';

  /** Asked for only where the vehicle is elsewhere too. */
  @MaxLength(MOST_VEHICLE_REASON, { message: 'The reason must be 500 characters or fewer' })
  @Trim()
  vehicleReason = '';

  /** What the officer checked (`termsKey`). */
  @MaxLength(500)
  terms = '';
}
