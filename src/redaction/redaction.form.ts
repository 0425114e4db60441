import { IsIn, MaxLength } from 'class-validator';
import { CaseForm } from '../case-forms/case-form.js';
import { Keyed } from '../platform/web/form-fields.js';

export const REDACTION_STEPS = ['check', 'change', 'burn'] as const;

/** Boxes over one page of a paper; `readBoxes` reads them. */
export class RedactionForm extends CaseForm {
  @MaxLength(5)
  page = '';

  @Keyed()
  top: Record<string, string> = {};

  @Keyed()
  bottom: Record<string, string> = {};

  @Keyed()
  left: Record<string, string> = {};

  @Keyed()
  right: Record<string, string> = {};

  @MaxLength(20)
  reason = '';

  @IsIn(REDACTION_STEPS)
  step: (typeof REDACTION_STEPS)[number] = 'check';
}
