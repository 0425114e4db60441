import { randomUUID } from 'node:crypto';
import { IsISO8601, IsUUID, Matches, MaxLength } from 'class-validator';

const BROKEN = 'This form is incomplete: go back to the case and open it again';

/** What every form about a case carries: the version it saw, when, and an id of its own. */
export class CaseForm {
  @Matches(/^\d{1,9}$/, { message: BROKEN })
  version = '';

  /** The same form sent twice is one act. */
  @IsUUID('4', { message: BROKEN })
  formId = '';

  @IsISO8601({}, { message: BROKEN })
  drawnAt = '';

  /** `letterKey` of the letter on the check page; blank on every other form. */
  @MaxLength(64, { message: BROKEN })
  letterKey = '';
}

/** The same as hidden fields, printed by `partials/case-form-fields`. */
export interface CaseFormFields {
  version: string;
  formId: string;
  drawnAt: string;
}

/** For a form drawn now. */
export function newCaseForm(application: { version: number }, now: Date): CaseFormFields {
  return {
    version: String(application.version),
    formId: randomUUID(),
    drawnAt: now.toISOString(),
  };
}

/** For a form drawn again with what was typed: it stays the same form. */
export function sameCaseForm({ version, formId, drawnAt }: CaseForm): CaseFormFields {
  return { version, formId, drawnAt };
}
