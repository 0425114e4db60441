import { IsIn, IsNotEmpty, Matches, MaxLength } from 'class-validator';
import { Many, Trim } from '../platform/web/form-fields.js';
import { LONGEST_VIEW_NAME } from '../saved-views/saved-view.rules.js';

export class ViewForm {
  @IsNotEmpty({ message: 'Enter a name for this view' })
  @MaxLength(LONGEST_VIEW_NAME, {
    message: `The name must be ${LONGEST_VIEW_NAME} characters or fewer`,
  })
  @Matches(/^[^\p{Cc}\p{Cf}]*$/u, { message: 'The name must be on one line' })
  @Trim()
  name = '';

  @Many()
  @IsIn(['shared', 'first'], { each: true })
  choices: string[] = [];

  /** The filters of a new view; an old one keeps its own. */
  @Matches(/^[\w=&%-]{0,300}$/)
  query = '';
}

/** A button that says nothing but that it was pressed. */
export class NothingForm {
  @Matches(/^$/)
  nothing = '';
}
