import { ArrayMaxSize, IsNotEmpty, IsUUID, Matches, MaxLength } from 'class-validator';
import { Many, Trim } from '../platform/web/form-fields.js';

export class TeamForm {
  @IsNotEmpty({ message: 'Give the team a name' })
  @MaxLength(80, { message: 'The name must be 80 characters or fewer' })
  @Trim()
  name = '';

  @Many()
  @ArrayMaxSize(40)
  @Matches(/^[a-z_]{1,40}$/, { each: true, message: 'Choose permit types from the list' })
  permitTypes: string[] = [];

  @Many()
  @ArrayMaxSize(180, { message: 'Choose fewer zones, or none for all' })
  @Matches(/^[A-Za-z0-9]{1,10}$/, { each: true, message: 'Choose zones from the list' })
  zones: string[] = [];

  @Many()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true, message: 'Choose members from the list' })
  members: string[] = [];

  /** The version the form saw; 0 for a new team. */
  @Matches(/^\d{1,9}$/, { message: 'This form is incomplete: open it again' })
  version = '0';
}

export class EndTeamForm {
  @Matches(/^\d{1,9}$/, { message: 'This form is incomplete: open it again' })
  version = '';
}
