import { firstCatalogue } from '../../test/builders/first-wordings.js';
import type { NeedProgress, PaperWithFindings } from '../evidence/needs-progress.rules.js';
import { needsProgress } from '../evidence/needs-progress.rules.js';
import type { PaperFindings, PaperVerdict } from '../evidence/paper-check.rules.js';
import { EVIDENCE_NEEDS, type RequiredNeed } from '../permit-types/evidence-needs.rules.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import { requestableReasons } from '../decisions/rejection-reasons.rules.js';
import { PAPER_KIND_CODES } from '../permit-types/paper-kinds.rules.js';
import { localDate } from '../shared/london-date.js';
import { askablePapers } from './askable-papers.rules.js';

const NEEDS: RequiredNeed[] = [
  {
    need: 'residency',
    label: 'Proof of address',
    paperKinds: ['tenancy_agreement', 'utility_bill', 'bank_statement'],
  },
  { need: 'vehicle', label: 'Vehicle', paperKinds: ['v5c', 'new_keeper_slip'] },
];

const CATALOGUE = firstCatalogue();

function aPaper(
  position: number,
  kind: PaperKind,
  verdict: PaperVerdict | null,
): PaperWithFindings {
  const findings: PaperFindings | null = verdict && {
    ...{ kind, verdict, marks: {}, receivedOn: localDate('2026-11-17') },
    ...{ datedOn: null, termFromOn: null, termToOn: null, referenceLast4: null },
  };
  return { paperId: `paper-${position}`, position, kind, findings, virusCheck: 'clean' };
}

function ask(papers: PaperWithFindings[], needs = NEEDS) {
  const progress = needsProgress(needs, papers);
  return askablePapers({ papers, needs: progress, suggested: [], catalogue: CATALOGUE });
}

const keys = (askable: { key: string }[]) => askable.map(({ key }) => key);
const ticked = (askable: { key: string; isTicked: boolean }[]) =>
  keys(askable.filter(({ isTicked }) => isTicked));

describe('what can be asked for', () => {
  it('is every paper that is not accepted, ticked where it was marked so', () => {
    const askable = ask([
      aPaper(1, 'v5c', 'ask_again'),
      aPaper(2, 'utility_bill', null),
      aPaper(3, 'bank_statement', 'undecided'),
    ]);
    expect(keys(askable)).toEqual(['paper-1', 'paper-2', 'paper-3']);
    expect(ticked(askable)).toEqual(['paper-1']);
  });

  it('never is an accepted paper', () => {
    expect(keys(ask([aPaper(1, 'v5c', 'accept'), aPaper(2, 'utility_bill', null)]))).toEqual([
      'paper-2',
    ]);
  });

  it('is what never came, ticked', () => {
    const askable = ask([aPaper(1, 'v5c', null)]);
    expect(keys(askable)).toEqual(['paper-1', 'residency']);
    expect(ticked(askable)).toEqual(['residency']);
    expect(askable[1]).toMatchObject({
      paperId: null,
      paperKind: null,
      acceptedKinds: NEEDS[0]?.paperKinds,
      reasons: ['address_proof_missing'],
    });
  });

  it('is what no paper proves any more, not ticked', () => {
    const askable = ask([aPaper(1, 'v5c', 'not_needed'), aPaper(2, 'utility_bill', null)]);
    expect(keys(askable)).toEqual(['paper-1', 'paper-2', 'vehicle']);
    expect(ticked(askable)).toEqual([]);
  });

  it('takes any paper that proves the same', () => {
    const [bill] = ask([aPaper(1, 'utility_bill', 'ask_again')], NEEDS.slice(0, 1));
    expect(bill?.acceptedKinds).toEqual(NEEDS[0]?.paperKinds);
  });

  it('asks once for a proof that came as a kind which proves nothing', () => {
    const askable = ask([aPaper(1, 'mobile_phone_bill', 'ask_again'), aPaper(2, 'v5c', null)]);
    expect(ticked(askable)).toEqual(['paper-1']);
    expect(askable[0]?.acceptedKinds).toEqual(NEEDS[0]?.paperKinds);
  });

  it('offers for every kind the catalogue’s own reasons, with one to start from', () => {
    for (const kind of PAPER_KIND_CODES) {
      const [paper] = ask([aPaper(1, kind, 'ask_again')], []);
      expect(paper?.reasons).toEqual(requestableReasons(CATALOGUE, kind));
      expect(paper?.reasons).toContain(paper?.suggested);
      expect(paper?.acceptedKinds).toEqual([kind]);
    }
  });

  it('has a reason for every need that can be missing, and it can be asked for', () => {
    for (const need of EVIDENCE_NEEDS) {
      const [askable] = ask([], [{ need, label: need, paperKinds: ['v5c'] }]);
      expect(requestableReasons(CATALOGUE, null)).toContain(askable?.suggested);
    }
  });

  it('starts from the reason that the marks suggest, if it can be asked for', () => {
    const papers = [aPaper(1, 'utility_bill', 'ask_again')];
    const needs: NeedProgress[] = needsProgress(NEEDS, papers);
    const reason = { paperKind: 'utility_bill', paperId: 'paper-1', words: null } as const;
    const suggested = [{ code: 'paper_too_old', ...reason }] as const;
    const [askable] = askablePapers({ papers, needs, suggested, catalogue: CATALOGUE });
    expect(askable?.suggested).toBe('paper_too_old');
  });
});
