import type { CaseFile, CasePaper } from '../case-file/case-file.queries.js';
import {
  PAPER_KIND_CODES,
  type PaperKind,
  paperKindTerms,
} from '../permit-types/paper-kinds.rules.js';
import { FIRST_POLICY } from '../../test/builders/first-policy.js';
import { viewerPlace } from '../platform/web/components/viewer.js';
import { assertPlain } from '../platform/web/views.js';
import { localDate } from '../shared/local-date.js';
import type { PaperOnDesk } from './paper-on-desk.queries.js';
import { registrationPage } from './registration.presenter.js';
import { reviewPage, type ReviewView } from './review.presenter.js';
import { typedFrom } from './shown-check.rules.js';

const receivedAt = new Date('2026-11-17T09:12:00Z');
const now = new Date('2026-11-20T10:00:00Z');
const caseForm = { version: '3', formId: 'a form', drawnAt: now.toISOString() };

function aPaper(kind: PaperKind, position: number, check: CasePaper['check'] = null): CasePaper {
  const paperId = `paper-${position}`;
  return {
    paperId,
    position,
    kind,
    paper: {
      id: paperId,
      applicationId: 'case',
      position,
      kind,
      receivedAt,
      originalName: '<b>bill</b>.pdf',
      contentType: 'application/pdf',
      bytes: 1,
      sha256: '',
      storageName: '',
      wrappedKey: '',
      answersRequestId: null,
      replacedAt: null,
      virusCheck: 'not_scanned',
      virusCheckedAt: null,
      bindingVersion: 1,
      contentMark: null,
    },
    check,
    findings: null,
    virusCheck: 'not_scanned',
  };
}

/** Only what the presenters read. */
function aFile(papers: CasePaper[], changes: Partial<CaseFile['application']> = {}): CaseFile {
  const application = {
    id: 'case',
    reference: 'PD-4K7M-2C9X',
    status: 'in_review',
    claimedBy: 'ada',
    claimedAt: receivedAt,
    receivedAt,
    decidedAt: null,
    holdEndsAt: null,
    applicantName: 'Priya Example',
    registration: 'AB12CDE',
    declaredMake: 'Ford',
    declaredColour: 'Blue',
    keeperName: 'Priya Example',
    keeperKind: 'own',
    startOn: localDate('2026-12-01'),
    durationMonths: 12,
    ...changes,
  };
  const property = {
    address: '14 Invented Street',
    town: 'Loughborough',
    postcode: 'LE11 5ZZ',
    zone: null,
  };
  const permitType = { code: 'resident', name: 'Resident' };
  const never = { decisions: [], reopenings: [], requests: [], paymentRequests: [] };
  const none = { payment: null, commands: [], decision: null, policy: FIRST_POLICY, ...never };
  const needs = [{ label: 'Proof of address', papers: [{ kind: 'utility_bill' }] }];
  const holderName = application.claimedBy && 'Ada Officer';
  const file = { application, property, permitType, papers, needs, holderName, ...none };
  return file as unknown as CaseFile;
}

function aView(desk: Partial<PaperOnDesk> = {}, view: Partial<ReviewView> = {}): ReviewView {
  const paper = desk.paper ?? aPaper('utility_bill', 1);
  return {
    desk: {
      file: aFile([paper]),
      paper,
      isReplaced: false,
      pageCount: 2,
      register: null,
      redactions: [],
      seenBefore: [],
      checkerName: null,
      ...desk,
    },
    staffId: 'ada',
    role: 'officer',
    isRegisterAsked: true,
    place: viewerPlace({}),
    typed: typedFrom(paper.kind, null, null),
    caseForm,
    faults: [],
    now,
    ...view,
  };
}

describe('the review page', () => {
  it.each(PAPER_KIND_CODES)('of a %s asks for every fact it must show, in plain values', (kind) => {
    const page = reviewPage(aView({ paper: aPaper(kind, 1) }));
    assertPlain(page);
    const { facts, label } = paperKindTerms(kind);
    expect(page.heading).toBe(label);
    expect(page.form?.facts).toHaveLength(facts.length);
    expect(page.title).not.toContain('Priya');
  });

  it('puts nothing personal into any address', () => {
    const page = reviewPage(aView({ paper: aPaper('v5c', 1) }));
    const addresses = JSON.stringify(page).match(/"(?:href|action|imageHref)":"[^"]*"/g) ?? [];
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((one) => /AB12|Priya|LE11/i.test(one))).toEqual([]);
  });

  it('says what an accepted paper would prove, or that none is needed', () => {
    expect(reviewPage(aView()).purpose).toBe('For: proof of address.');
    expect(reviewPage(aView({ paper: aPaper('v5c', 1) })).purpose).toContain('needs no paper');
  });

  it('leads each fault to a control of the page', () => {
    const faults = [{ field: 'mark.name', text: 'Mark “Name”' }] as const;
    const page = reviewPage(aView({}, { faults }));
    expect(page.errors).toEqual([{ text: 'Mark “Name”', href: '#mark-name' }]);
    expect(page.form?.facts[0]?.mark.inner.error?.text).toBe('Mark “Name”');
  });

  it('draws the facts of the kind that was chosen, not of the one that was sent', () => {
    const typed = { ...typedFrom('utility_bill', null, null), kind: 'tenancy_agreement' };
    const page = reviewPage(aView({}, { typed }));
    expect(page.heading).toBe('Tenancy agreement');
    expect(page.form?.drawnKind).toBe('tenancy_agreement');
    expect(page.form?.facts).toHaveLength(4);
  });

  it('shows other papers as a way on, and how each was decided', () => {
    const [bill, v5c] = [aPaper('utility_bill', 1), aPaper('v5c', 2)];
    const accepted = { ...v5c, findings: { verdict: 'accept' } } as CasePaper;
    const page = reviewPage(aView({ paper: bill, file: aFile([bill, accepted]) }));
    expect(page.viewer.papers.map(({ label, isCurrent }) => [label, isCurrent])).toEqual([
      ['1. Utility bill', true],
      ['2. V5C registration document (accepted)', false],
    ]);
    expect(reviewPage(aView()).viewer.papers).toEqual([]);
  });

  it('stays on a page the paper has', () => {
    const place = viewerPlace({ page: '99', rotate: '45', zoom: '7' });
    const { viewer } = reviewPage(aView({}, { place }));
    expect([viewer.page?.number, viewer.rotation, viewer.zoom]).toEqual([2, 0, 'fit']);
    expect(viewer.page?.imageHref).toBe('/applications/PD-4K7M-2C9X/evidence/1/pages/2');
    expect(reviewPage(aView({ pageCount: 0 })).viewer.message).toContain('no pages');
  });

  it.each([
    [{ status: 'submitted', claimedBy: null }, 'Claim it to mark its papers'],
    [{ claimedBy: 'grace' }, 'holds this case'],
    [{ status: 'approved' }, 'is decided'],
  ] as const)('is only to read when the case is %p', (changes, words) => {
    const paper = aPaper('utility_bill', 1);
    const page = reviewPage(aView({ paper, file: aFile([paper], changes) }));
    expect(page.form).toBeNull();
    expect(page.checked?.notice.content.text).toContain(words);
    assertPlain(page);
  });

  it('is only to read when a later paper took its place', () => {
    const page = reviewPage(aView({ isReplaced: true }));
    expect(page.form).toBeNull();
    expect(page.checked?.notice.content.text).toContain('later paper');
  });
});

describe('the page that corrects a registration', () => {
  const view = {
    file: aFile([aPaper('v5c', 2)]),
    staffId: 'ada',
    caseForm,
    typed: { registration: 'FY64BB0', reason: '', why: '' },
    paper: 2,
    faults: [{ field: 'registration', text: 'No' }],
    suggestions: ['FY64BBO'],
    now,
  } as const;

  it('offers a suggestion as a button of its own, after the one that saves what was typed', () => {
    const page = registrationPage(view);
    assertPlain(page);
    expect(page.form?.suggestions.map(({ text }) => text)).toEqual(['Use FY64 BBO']);
    expect(page.form?.registration.hint?.text).toContain('Is it FY64 BBO?');
    expect(page.backLink.href).toBe('/applications/PD-4K7M-2C9X/evidence/2');
  });

  it('goes back to the case when no paper led to it, and has no form for others', () => {
    const page = registrationPage({ ...view, paper: 0, staffId: 'grace' });
    expect(page.backLink.href).toBe('/applications/PD-4K7M-2C9X');
    expect(page.form).toBeNull();
  });
});
