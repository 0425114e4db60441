import { IsIn, IsString, Matches } from 'class-validator';
import { Trim } from '../platform/web/form-fields.js';

export class SearchForm {
  @IsString()
  @Trim()
  typed = '';
}

export const FOUND_STATUSES = ['all', 'open', 'decided'] as const;
export type FoundStatus = (typeof FOUND_STATUSES)[number];

/** The address of a list of results. An unknown page is the first one. */
export class FoundForm {
  @Matches(/^\d{0,3}$/)
  page = '';

  @IsIn(FOUND_STATUSES)
  status: FoundStatus = 'all';
}
