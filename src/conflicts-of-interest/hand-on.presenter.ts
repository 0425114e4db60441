import type { CaseFormFields } from '../case-forms/case-form.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';

/** A form of one button that gives the case back to the queue, for somebody else to decide. */
export interface HandOn {
  action: string;
  caseForm: CaseFormFields;
  button: ButtonParams;
}

export function handOn(reference: string, caseForm: CaseFormFields): HandOn {
  return {
    action: `/applications/${reference}/release`,
    caseForm,
    button: button({ text: 'Hand the case on' }),
  };
}
