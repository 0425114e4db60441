import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CaseForm } from '../case-forms/case-form.js';

const TOO_LONG = 'Shorten what you typed';

/** A correction of the registration declared; its words are read by `decideCorrection`. */
export class RegistrationForm extends CaseForm {
  @MaxLength(100, { message: TOO_LONG })
  registration = '';

  /** The suggestion that was pressed, which then stands for what was typed. */
  @IsOptional()
  @MaxLength(20, { message: TOO_LONG })
  suggested?: string;

  @IsOptional()
  @IsString()
  reason = '';

  @MaxLength(3000, { message: TOO_LONG })
  why = '';

  /** The paper the officer came from: where to go back to. */
  @IsOptional()
  @IsString()
  paper = '';
}
