import { FIRST_ANSWER_POLICY } from '../../test/builders/first-policy.js';
import { firstCatalogue } from '../../test/builders/first-wordings.js';
import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import { localDate } from '../shared/london-date.js';
import { ASK_AGAIN_REFUSAL_WORDS, decideAskAgain } from './ask-again.rules.js';
import type { AskablePaper } from './askable-papers.rules.js';
import { readRequest } from './read-request.rules.js';

const bill: AskablePaper = {
  key: 'paper-1',
  label: 'Utility bill',
  position: 1,
  paperId: 'paper-1',
  paperKind: 'utility_bill',
  acceptedKinds: ['utility_bill'],
  reasons: ['paper_too_old', 'paper_other'],
  catalogue: firstCatalogue(),
  suggested: 'paper_too_old',
  isTicked: true,
};
const today = localDate('2026-11-20');
const asking = {
  asked: ['paper-1'],
  reason: { 'paper-1': 'paper_too_old' } as Record<string, string>,
  words: {} as Record<string, string>,
};
const toAsk = {
  application: { status: 'in_review', version: 4, claimedBy: 'officer-1' },
  officer: { id: 'officer-1', role: 'officer' },
  seenVersion: 4,
  askable: [bill],
  asking,
  answerByOn: localDate('2026-12-04'),
  today,
  policy: FIRST_ANSWER_POLICY,
} as const;

describe('asking again', () => {
  it('leads to waiting for the resident', () => {
    const decided = decideAskAgain(toAsk);
    expect(decided).toMatchObject({ ok: true, status: 'awaiting_evidence' });
  });

  it('is possible in review only, for officers and supervisors only', () => {
    for (const status of APPLICATION_STATUSES) {
      for (const role of STAFF_ROLES) {
        const application = { ...toAsk.application, status };
        const decided = decideAskAgain({
          ...toAsk,
          application,
          officer: { id: 'officer-1', role },
        });
        const may = status === 'in_review' && ['officer', 'supervisor'].includes(role);
        expect([status, role, decided.ok]).toEqual([status, role, may]);
      }
    }
  });

  it.each([
    ['another holds it', { application: { ...toAsk.application, claimedBy: 'x' } }, 'not_yours'],
    ['it changed', { seenVersion: 3 }, 'stale'],
    ['nothing is asked', { asking: { ...asking, asked: [] } }, 'nothing_asked'],
    ['a stranger is asked for', { asking: { ...asking, asked: ['x'] } }, 'nothing_asked'],
    ['no reason is given', { asking: { ...asking, reason: {} } }, 'reason_missing'],
    [
      'the reason is for another kind',
      { asking: { ...asking, reason: { 'paper-1': 'tenancy_unsigned' } } },
      'reason_missing',
    ],
    [
      'own words are missing',
      { asking: { ...asking, reason: { 'paper-1': 'paper_other' } } },
      'words_missing',
    ],
    [
      'the words are too long',
      { asking: { ...asking, words: { 'paper-1': 'x'.repeat(1001) } } },
      'words_too_long',
    ],
    ['there is no time to answer', { answerByOn: localDate('2026-11-26') }, 'too_soon'],
    ['the day is far away', { answerByOn: localDate('2027-06-01') }, 'too_late'],
  ])('is refused when %s', (_what, change, refusal) => {
    const decided = decideAskAgain({ ...toAsk, ...change });
    expect(decided).toMatchObject({ ok: false, refusal });
    expect(ASK_AGAIN_REFUSAL_WORDS[refusal as 'stale']).toMatch(/^[A-Z]/);
  });

  it('adds the officer’s words to the catalogue’s, or takes them alone where the reason says so', () => {
    const words = { 'paper-1': '  Page one, please. ' };
    const added = decideAskAgain({ ...toAsk, asking: { ...asking, words } });
    expect(added).toMatchObject({
      chosen: [{ added: 'Page one, please.', reason: { words: null } }],
    });
    const reason = { 'paper-1': 'paper_other' };
    const own = decideAskAgain({ ...toAsk, asking: { ...asking, words, reason } });
    expect(own).toMatchObject({
      chosen: [{ added: null, reason: { words: 'Page one, please.' } }],
    });
  });
});

describe('the form', () => {
  const answerBy = { day: '4', month: 'Dec', year: '2026' };

  it('is read whole', () => {
    const { request, faults } = readRequest([bill], { ...asking, answerBy }, toAsk);
    expect(faults).toEqual([]);
    expect(request).toMatchObject({ answerByOn: '2026-12-04', chosen: [{ paper: bill }] });
  });

  it('says everything that is wrong at once, each with its place', () => {
    const wrong = { ...asking, reason: {}, answerBy: { ...answerBy, day: '31', month: '2' } };
    const { request, faults } = readRequest([bill], wrong, toAsk);
    expect(request).toBeNull();
    expect(faults).toEqual([
      {
        field: 'paper',
        key: 'paper-1',
        text: 'Utility bill: choose why you ask for this paper',
        parts: [],
      },
      {
        field: 'answerBy',
        key: null,
        text: 'Last day to answer must be a real date',
        parts: ['day', 'month', 'year'],
      },
    ]);
  });
});
