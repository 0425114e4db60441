import type { StaffRole } from '../staff/staff-roles.rules.js';
import {
  registeredFacts,
  type RegisterPanel,
  registerPanel,
} from '../vehicle-register/register-panel.presenter.js';
import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import type { IdentityBarParams } from '../platform/web/components/case-page.js';
import { link, type LinkParams } from '../platform/web/component-types.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import type { EvidenceViewerParams, ViewerPlace } from '../platform/web/components/viewer.js';
import { formatDate, londonDateOf } from '../shared/london-date.js';
import type { CaseFormFields } from '../case-forms/case-form.js';
import { checkedFacts, type CheckedFacts } from './checked-facts.presenter.js';
import { CHECK_FORM_ID, checkForm, type CheckForm } from './check-form.presenter.js';
import { fieldId } from './check-paper.rules.js';
import type { Declared } from './declared-facts.rules.js';
import type { PaperOnDesk } from './paper-on-desk.queries.js';
import { paperPath, reviewViewer } from './review-viewer.presenter.js';
import { type CheckFault, readTypedCheck, type TypedCheck } from './typed-check.rules.js';

export interface ReviewPage {
  title: string;
  errors: { text: string; href: string }[];
  backLink: PlainLinkParams;
  width: 'full';
  skipLinks: { href: string; text: string }[];
  bar: IdentityBarParams;
  heading: string;
  /** "Paper 2. Received 17 November 2026, sent as “bill.pdf”." */
  origin: string;
  /** What an accepted paper of this kind would prove here. */
  purpose: string;
  /** Other applications with the very same file; null when there are none. */
  seenBefore: { title: string; cases: { link: LinkParams; words: string }[] } | null;
  viewer: EvidenceViewerParams;
  form: CheckForm | null;
  checked: CheckedFacts | null;
  /** What DVLA's register says; null beside a paper that names no vehicle. */
  register: RegisterPanel | null;
}

export interface ReviewView {
  desk: PaperOnDesk;
  staffId: string;
  role: StaffRole;
  isRegisterAsked: boolean;
  place: ViewerPlace;
  typed: TypedCheck;
  caseForm: CaseFormFields;
  faults: readonly CheckFault[];
  now: Date;
}

/** A paper on the left, what was declared and how it compares on the right. */
export function reviewPage(view: ReviewView): ReviewPage {
  const { desk, faults } = view;
  const { file, paper } = desk;
  const { reference } = file.application;
  const findings = findingsTyped(view);
  const { label } = paperKindTerms(findings.kind);
  const checked = checkedFacts(desk, declaredIn(desk), view.staffId);
  return {
    title: `${label} – ${reference}`,
    errors: faults.map((fault) => ({
      text: fault.text,
      href: `#${fieldId(fault.field, fault.parts)}`,
    })),
    backLink: backLink(`/applications/${reference}`, `Back to ${reference}`),
    width: 'full',
    skipLinks: [
      { href: '#viewer', text: 'Go to the paper' },
      { href: '#facts', text: 'Go to the facts' },
    ],
    bar: slim(caseBar(file, view.now)),
    heading: label,
    origin: originOf(desk),
    purpose: purposeOf(file, paper.kind),
    seenBefore: seenBeforeHint(desk),
    viewer: reviewViewer(
      desk,
      { place: view.place, formId: checked ? null : CHECK_FORM_ID },
      view.staffId,
    ),
    form: checked ? null : formOf(view),
    checked,
    register: registerOf(view),
  };
}

function formOf(view: ReviewView): CheckForm {
  const { desk, typed, faults, caseForm, place } = view;
  const { reference } = desk.file.application;
  const findings = findingsTyped(view);
  return checkForm({
    action: `${paperPath(reference, desk.paper.position)}/check`,
    correctionHref: `/applications/${reference}/vehicle?paper=${desk.paper.position}`,
    permitTypeCode: desk.file.permitType.code,
    declared: declaredIn(desk),
    kind: findings.kind,
    ...{ typed, faults, caseForm, place, findings },
  });
}

function findingsTyped({ desk: { paper }, typed }: ReviewView) {
  const known = {
    kind: paper.kind,
    receivedOn: londonDateOf(paper.paper.receivedAt),
    referenceLast4: paper.findings?.referenceLast4 ?? null,
  };
  return readTypedCheck(typed, known).findings;
}

function registerOf({ desk, ...view }: ReviewView): RegisterPanel | null {
  const { file, register, paper } = desk;
  if (!register) return null;
  const { role, isRegisterAsked: isAsked } = view;
  return registerPanel({
    ...{ ...view, file, isAsked },
    rows: register,
    staff: { role },
    paper: paper.position,
  });
}

function declaredIn({ file, register }: PaperOnDesk): Declared {
  const { application, property } = file;
  const { applicantName, registration, declaredMake, declaredColour } = application;
  const { keeperName, keeperKind, startOn, durationMonths } = application;
  return {
    ...{ applicantName, registration, declaredMake, declaredColour },
    ...{ keeperName, keeperKind, startOn, durationMonths },
    registered: register && registeredFacts(register, application.registration),
    address: `${property.address}, ${property.town}, ${property.postcode}`,
  };
}

/** One line on a wide screen: the paper needs the room. */
function slim(bar: IdentityBarParams): IdentityBarParams {
  return { ...bar, classes: `${bar.classes} desk-identity--slim` };
}

function originOf({ file, paper }: PaperOnDesk): string {
  const received = formatDate(londonDateOf(paper.paper.receivedAt));
  const counts = file.papers.find(({ paperId }) => paperId === paper.paperId);
  const which = counts ? `Paper ${counts.position}. ` : '';
  const unscanned = paper.virusCheck === 'not_scanned' ? ' Not scanned for viruses.' : '';
  return `${which}Received ${received}, sent as “${paper.paper.originalName}”.${unscanned}`;
}

/** A hint, never a finding (S3.9): one family may share a bill, and a renewal brings the same paper. */
function seenBeforeHint({ seenBefore }: PaperOnDesk): ReviewPage['seenBefore'] {
  if (seenBefore.length === 0) return null;
  return {
    title: 'This very file came with another application',
    cases: seenBefore.map(({ reference, receivedAt, isSameApplicant }) => ({
      link: link(reference, `/applications/${reference}`),
      words: `${formatDate(londonDateOf(receivedAt))}, ${
        isSameApplicant ? 'with the same email address' : 'with another email address'
      }`,
    })),
  };
}

function purposeOf({ needs }: CaseFile, kind: PaperOnDesk['paper']['kind']): string {
  const proved = needs.filter(({ papers }) => papers.some((one) => one.kind === kind));
  if (proved.length === 0) return 'This application needs no paper of this kind.';
  return `For: ${proved.map(({ label }) => label.toLowerCase()).join(', ')}.`;
}
