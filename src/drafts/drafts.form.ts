import { IsUUID, Matches, MaxLength } from 'class-validator';

const BROKEN = 'This form is incomplete: open it again';

/** Which form of the case it is: where it is posted to, below the case's own address. */
export class DraftPlaceForm {
  @MaxLength(60, { message: BROKEN })
  form = '';
}

/** What a script sends while somebody types. */
export class DraftForm extends DraftPlaceForm {
  @IsUUID('4', { message: BROKEN })
  formId = '';

  @Matches(/^\d{1,9}$/, { message: BROKEN })
  version = '';

  /** The fields of the form, as a browser would send them (`a=1&b=2`). */
  @MaxLength(150_000, { message: BROKEN })
  content = '';
}
