import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Trim } from '../platform/web/form-fields.js';

export class SignInForm {
  @MinLength(1, { message: 'Enter your email address' })
  @MaxLength(254, { message: 'Email address must be 254 characters or fewer' })
  @Trim()
  email = '';

  /** Taken exactly as typed. */
  @MinLength(1, { message: 'Enter your password' })
  @MaxLength(400, { message: 'Password must be 200 characters or fewer' })
  password = '';

  /** Where to go afterwards; checked again before it is used. */
  @IsOptional()
  @IsString()
  next?: string;
}
