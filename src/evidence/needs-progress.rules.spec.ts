import type { RequiredNeed } from '../permit-types/evidence-needs.rules.js';
import { type PaperKind, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { localDate } from '../shared/local-date.js';
import { allProved, needsProgress, type PaperWithFindings } from './needs-progress.rules.js';
import type { PaperFindings } from './paper-check.rules.js';
import type { VirusCheck } from './virus-check.rules.js';

const RESIDENCY: RequiredNeed = {
  need: 'residency',
  label: 'Proof of address',
  paperKinds: ['utility_bill', 'bank_statement', 'tenancy_agreement'],
};
const VEHICLE: RequiredNeed = {
  need: 'vehicle',
  label: 'Vehicle registration document',
  paperKinds: ['v5c', 'new_keeper_slip'],
};
const TENANCY: RequiredNeed = {
  need: 'tenancy',
  label: 'Signed tenancy agreement',
  paperKinds: ['tenancy_agreement'],
};

let position = 0;
function paper(
  kind: PaperKind,
  changes: Partial<PaperFindings> | null = {},
  virusCheck: VirusCheck = 'clean',
): PaperWithFindings {
  position += 1;
  const { facts } = paperKindTerms(kind);
  const findings: PaperFindings | null = changes && {
    kind,
    receivedOn: localDate('2026-11-20'),
    verdict: 'accept',
    marks: Object.fromEntries(facts.map((fact) => [fact, { mark: 'matches', why: null }])),
    datedOn: localDate('2026-11-01'),
    termFromOn: localDate('2026-09-01'),
    termToOn: localDate('2027-08-31'),
    referenceLast4: '4321',
    ...changes,
  };
  return { paperId: `paper-${position}`, position, kind, findings, virusCheck };
}

const states = (needs: RequiredNeed[], papers: PaperWithFindings[]) =>
  needsProgress(needs, papers).map(({ state }) => state);

describe('what an application has proved', () => {
  it('is each need by itself: good papers are not all papers', () => {
    const progress = needsProgress([RESIDENCY, VEHICLE], [paper('utility_bill')]);
    expect(progress.map(({ state }) => state)).toEqual(['proved', 'no_paper']);
    expect(allProved(progress)).toBe(false);
    expect(progress[1]?.missing).toEqual([
      'Vehicle registration document: no paper has come. It takes a V5C registration document or new keeper slip (V5C/2).',
    ]);
  });

  it('is everything when every need has an accepted paper, whatever else was sent', () => {
    const papers = [
      paper('utility_bill', { verdict: 'ask_again' }),
      paper('bank_statement'),
      paper('v5c'),
    ];
    expect(allProved(needsProgress([RESIDENCY, VEHICLE], papers))).toBe(true);
    expect(allProved(needsProgress([], []))).toBe(true);
  });

  it('counts no paper that the virus check has not let through, whatever was marked (attack 030)', () => {
    const [need] = needsProgress([RESIDENCY], [paper('utility_bill', {}, 'waiting')]);
    expect(need?.state).toBe('to_check');
    expect(need?.missing).toEqual([
      'Proof of address: wait for the virus check of the utility bill.',
    ]);
    for (const refused of ['infected', 'unusable'] as const) {
      expect(states([RESIDENCY], [paper('utility_bill', {}, refused)])).toEqual(['asked_again']);
      expect(states([RESIDENCY], [paper('utility_bill', null, refused)])).toEqual(['asked_again']);
    }
    expect(states([RESIDENCY], [paper('utility_bill', {}, 'not_scanned')])).toEqual(['proved']);
  });

  it('takes one paper for two needs', () => {
    expect(states([RESIDENCY, TENANCY], [paper('tenancy_agreement')])).toEqual([
      'proved',
      'proved',
    ]);
  });

  it('says of a paper nobody looked at that it must be looked at', () => {
    const [need] = needsProgress([RESIDENCY], [paper('utility_bill', null)]);
    expect(need?.state).toBe('to_check');
    expect(need?.missing).toEqual(['Proof of address: look at the utility bill and mark it.']);
  });

  it('does not count a paper accepted with something in the way', () => {
    const marks = { name: { mark: 'matches', why: null } } as const;
    const [need] = needsProgress([RESIDENCY], [paper('utility_bill', { marks })]);
    expect(need?.state).toBe('to_check');
    expect(need?.missing).toHaveLength(2);
  });

  it('waits for the decision on a paper that is fully marked', () => {
    const [need] = needsProgress([VEHICLE], [paper('v5c', { verdict: 'undecided' })]);
    expect(need?.missing).toEqual([
      'Vehicle registration document: decide whether to accept the V5C registration document.',
    ]);
  });

  it('tells a paper to be asked for again from one that is not needed', () => {
    expect(states([VEHICLE], [paper('v5c', { verdict: 'ask_again' })])).toEqual(['asked_again']);
    expect(states([VEHICLE], [paper('v5c', { verdict: 'not_needed' })])).toEqual(['not_met']);
    const both = [paper('v5c', { verdict: 'not_needed' }), paper('v5c', null)];
    expect(states([VEHICLE], both)).toEqual(['to_check']);
  });

  it.each([
    ['2026-09-01', '2027-08-31', 'proved'],
    ['2026-09-01', '2027-09-01', 'to_check'],
    ['2026-09-01', '2027-09-30', 'to_check'],
    ['2026-09-01', null, 'to_check'],
  ])('a temporary permit’s tenancy %s to %s: %s (R-ELIG-2)', (from, to, state) => {
    const term = { termFromOn: localDate(from), termToOn: to === null ? null : localDate(to) };
    expect(states([TENANCY], [paper('tenancy_agreement', term)])).toEqual([state]);
    // As proof of address alone the same agreement would do.
    expect(states([RESIDENCY], [paper('tenancy_agreement', term)])).toEqual(['proved']);
  });

  it('leaves aside papers of kinds that prove nothing here', () => {
    const progress = needsProgress([RESIDENCY], [paper('mobile_phone_bill'), paper('v5c')]);
    expect(progress[0]?.papers).toEqual([]);
    expect(progress[0]?.state).toBe('no_paper');
  });
});
