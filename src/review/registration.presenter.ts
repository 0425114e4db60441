import {
  CORRECTION_REASON_LABELS,
  CORRECTION_REASONS,
} from '../applications/registration-correction.rules.js';
import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { nested } from '../platform/web/component-types.js';
import type { IdentityBarParams } from '../platform/web/components/case-page.js';
import { type ChoicesParams, radios } from '../platform/web/components/choices.js';
import { input, type InputParams, textarea } from '../platform/web/components/form-fields.js';
import { insetText, type TextBlockParams } from '../platform/web/components/messages.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { formatRegistration, type Registration } from '../shared/vehicle-registration.js';
import type { CaseFormFields } from '../case-forms/case-form.js';
import { mayReview, REVIEW_REFUSAL_WORDS } from './check-paper.rules.js';
import type { CorrectionFault, TypedCorrection } from './registration.rules.js';
import { paperPath } from './review-viewer.presenter.js';

export interface RegistrationPage {
  title: string;
  errors: { text: string; href: string }[];
  backLink: PlainLinkParams;
  bar: IdentityBarParams;
  declared: string;
  /** Why it cannot be changed here, or null. */
  notice: TextBlockParams | null;
  form: RegistrationFormParams | null;
}

interface RegistrationFormParams {
  action: string;
  caseForm: CaseFormFields;
  paper: string;
  registration: InputParams;
  suggestions: ButtonParams[];
  reason: ChoicesParams;
  effect: string;
  save: ButtonParams;
}

export interface RegistrationView {
  file: CaseFile;
  staffId: string;
  caseForm: CaseFormFields;
  typed: TypedCorrection;
  /** The position of the paper the officer came from, 0 for none. */
  paper: number;
  faults: readonly CorrectionFault[];
  suggestions: readonly Registration[];
  now: Date;
}

export function registrationPage(view: RegistrationView): RegistrationPage {
  const { file, faults, staffId, paper } = view;
  const { application } = file;
  const may = mayReview(application, staffId);
  return {
    title: `Correct the registration – ${application.reference}`,
    errors: faults.map(({ field, text }) => ({ text, href: `#${field}` })),
    backLink: backToPaper(application.reference, paper),
    bar: caseBar(file, view.now),
    declared: formatRegistration(application.registration ?? ''),
    notice: may.ok ? null : insetText(REVIEW_REFUSAL_WORDS[may.refusal]),
    form: may.ok ? formOf(view) : null,
  };
}

/** Where the officer came from: the paper, or the case. */
export function wayBack(reference: string, paper: number): string {
  return paper > 0 ? paperPath(reference, paper) : `/applications/${reference}`;
}

function backToPaper(reference: string, paper: number): PlainLinkParams {
  const text = paper > 0 ? 'Back to the paper' : `Back to ${reference}`;
  return backLink(wayBack(reference, paper), text);
}

function formOf(view: RegistrationView): RegistrationFormParams {
  const { file, typed, faults, caseForm, paper } = view;
  const errorOf = (field: CorrectionFault['field']) =>
    faults.find((fault) => fault.field === field)?.text ?? null;
  const meant = view.suggestions.map(formatRegistration).join(' or ');
  return {
    action: `/applications/${file.application.reference}/vehicle`,
    caseForm,
    paper: String(paper),
    registration: input({
      name: 'registration',
      label: 'Registration as it is on the number plate',
      value: typed.registration,
      hint: meant === '' ? null : `Is it ${meant}? A letter may have been taken for a digit.`,
      error: errorOf('registration'),
      classes: 'govuk-input--width-10',
      autocomplete: 'off',
      autocapitalize: 'characters',
      spellcheck: false,
    }),
    suggestions: view.suggestions.map((suggested) =>
      button({
        text: `Use ${formatRegistration(suggested)}`,
        name: 'suggested',
        value: suggested,
        variant: 'secondary',
      }),
    ),
    reason: reasonOf(view, { reason: errorOf('reason'), why: errorOf('why') }),
    effect: effectOn(file),
    save: button({ text: 'Save the registration' }),
  };
}

function reasonOf(
  { typed }: RegistrationView,
  errors: { reason: string | null; why: string | null },
): ChoicesParams {
  const why = textarea({
    name: 'why',
    label: 'What kind of mark it is, and how you know',
    value: typed.why,
    error: errors.why,
    rows: 2,
  });
  return radios({
    name: 'reason',
    fieldset: 'Why you change it',
    error: errors.reason,
    value: typed.reason,
    small: true,
    items: CORRECTION_REASONS.map((value) => ({
      value,
      text: CORRECTION_REASON_LABELS[value],
      conditional: value === 'unusual' ? nested('components/textarea', why) : null,
    })),
  });
}

function effectOn({ papers }: CaseFile): string {
  const marked = papers.filter(({ findings }) => findings?.marks.registration);
  return marked.length === 0
    ? 'The change is kept on the timeline with your name and reason.'
    : 'The change is kept on the timeline. What you marked of the registration on its papers is cleared: mark it again.';
}
