import type { Application } from '../../../src/applications/applications.store.js';
import type { CaseFile } from '../../../src/case-file/case-file.queries.js';
import type { CurrentStaff } from '../../../src/staff/current-staff.js';
import type { DemoCase, StaffStep } from '../plan/demo-case.js';

export interface StepToDo<Step extends StaffStep = StaffStep> {
  demo: DemoCase;
  step: Step;
  application: Application;
  officer: CurrentStaff;
  /** Follows from the step, so that a step done again has the first one's result. */
  formId: string;
}

/** What the forms carry of the case as its page showed it. */
export function seen({ application, officer }: StepToDo) {
  return { applicationId: application.id, officer, seenVersion: application.version };
}

export function written({ application, officer, formId }: StepToDo) {
  return { applicationId: application.id, writtenBy: officer.id, tell: '', formId };
}

export function deciding(todo: StepToDo, { application }: CaseFile) {
  return { ...seen(todo), uprn: application.uprn, formId: todo.formId, privateNote: null };
}
