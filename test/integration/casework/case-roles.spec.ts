import { recordEvent } from '../../../src/timeline/timeline.store.js';
import { TIMELINE_TITLES } from '../../../src/timeline/timeline-titles.rules.js';
import type {
  TimelineEvent,
  TimelinePayloads,
} from '../../../src/timeline/timeline-events.rules.js';
import { TIMELINE_TYPES } from '../../../src/timeline/timeline-events.rules.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { type CaseworkBench, hours, NOW, startCaseworkBench } from './casework-bench.js';

let bench: CaseworkBench;
beforeAll(async () => {
  bench = await startCaseworkBench();
});
beforeEach(() => bench.empty());
afterAll(() => bench.stop());

const paperId = '0192f3b0-0000-7000-8000-000000000001';
const commandId = '0192f3b0-0000-7000-8000-000000000002';
const letter = { letterId: paperId, kind: 'application_received', channel: 'email' };

/** One of everything the timeline can keep. */
const EXAMPLES: TimelinePayloads = {
  'application-received': { channel: 'portal', hints: [] },
  'evidence-received': { paperId, kind: 'utility_bill', pages: 2 },
  'evidence-scanned': { paperId: '', kind: 'utility_bill', outcome: 'clean' },
  'evidence-refused': { paperId: '', kind: 'utility_bill', because: 'infected' },
  'evidence-file-unusable': { paperId: '', kind: 'utility_bill', because: 'damaged' },
  'evidence-viewed': { paperId, kind: 'utility_bill', what: 'pages' },
  'page-redacted': { paperId, kind: 'bank_statement', page: 1, reason: 'money' },
  'case-claimed': {},
  'case-released': {},
  'case-assigned': { toStaffId: paperId },
  'case-put-on-hold': { holdId: paperId, reason: 'colleague', wakeOn: '2026-11-24' },
  'case-hold-ended': {},
  'case-taken-over': { fromStaffId: paperId, noteId: paperId },
  'paper-checked': { paperId, kind: 'v5c', wasKind: 'utility_bill', verdict: 'accept' },
  'registration-corrected': { reason: 'Read O for 0' },
  'register-asked': {},
  'register-answered': { answer: 'not_checked', because: 'no_answer' },
  'conflict-noticed': {},
  'case-opened-by-auditor': {},
  'note-written': { noteId: paperId },
  'evidence-requested': {
    requestId: paperId,
    items: [{ kind: 'utility_bill', reason: 'unreadable' }],
    answerByOn: '2026-12-04',
  },
  'evidence-answered': { requestId: paperId, kinds: ['utility_bill'] },
  'evidence-request-reminded': { requestId: paperId },
  'evidence-request-lapsed': { requestId: paperId },
  'evidence-request-closed': { requestId: paperId },
  'application-approved': {
    permitReference: null,
    startsOn: '2026-12-01',
    endsOn: '2027-11-30',
  },
  'application-rejected': { reasons: ['unreadable'] },
  'application-withdrawn': { reason: 'Sold the car' },
  'second-look-asked': { checkId: paperId, dueAt: '2026-11-23T10:00:00.000Z' },
  'second-look-settled': { checkId: paperId, outcome: 'agreed' },
  'decision-reopened': { because: 'supervisor', round: 2 },
  'review-opened': { reviewId: paperId, channel: 'email', answerByOn: '2026-12-18' },
  'review-settled': { reviewId: paperId, outcome: 'upheld' },
  'payment-requested': { commandId, kind: 'release', amountPence: 5500 },
  'payment-settled': { commandId, kind: 'release', effect: 'hold_cancelled', amountPence: 5500 },
  'payment-needs-attention': { commandId, kind: 'release', problem: 'Refused twice' },
  'refund-seen': { amountPence: 2000 },
  'ledger-corrected': { differenceId: 'x', gainPence: -500, cause: 'fee' },
  'payment-hold-ending': {
    paymentId: paperId,
    stage: 'capture',
    holdEndsAt: '2026-11-21T09:12:00.000Z',
  },
  'payment-lapsed': { paymentId: paperId, state: 'failed' },
  'payment-asked-again': { requestId: paperId, amountPence: 5500, payByOn: '2026-12-04' },
  'payment-made-again': { requestId: paperId, amountPence: 5500, toStaffId: null },
  'payment-request-lapsed': { requestId: paperId },
  'payment-request-closed': { requestId: paperId },
  'returned-twice': { commandId, amountPence: 5500 },
  'double-return-closed': { commandId, amountPence: 5500 },
  'payment-settled-another-way': { commandId, amountPence: 5500, reference: 'Cheque 1' },
  'payment-differs': { declaredPence: 5500, providerPence: null },
  'exception-requested': { exceptionId: paperId, amountPence: 2750, reason: 'our_mistake' },
  'exception-settled': { exceptionId: paperId, amountPence: 2750, outcome: 'approved' },
  'letter-written': letter,
  'letter-sent': letter,
  'letter-failed': { ...letter, problem: 'Mailbox full' },
};

describe('the timeline of a case', () => {
  it('shows every type of event, newest first, each with its own words', async () => {
    // What is told to supervisors only is part of it.
    const supervisor = await bench.desk.signInAs('supervisor');
    const { id, reference } = await bench.add();
    await bench.desk.app.get(UnitOfWork).run(async (tx) => {
      for (const [index, type] of TIMELINE_TYPES.entries()) {
        const at = new Date(NOW.getTime() - 3_600_000 + index * 60_000);
        const event = { type, payload: EXAMPLES[type] } as TimelineEvent;
        await recordEvent(tx, { applicationId: id, actor: { kind: 'system' }, at }, event);
      }
    });
    const page = await supervisor.get(`/applications/${reference}?looks=shown`);
    expect(page.status).toBe(200);
    const titles = page
      .$('.moj-timeline__title')
      .map((_, title) => page.$(title).text().trim())
      .get();
    expect(titles).toEqual([...TIMELINE_TYPES].reverse().map((type) => TIMELINE_TITLES[type]));
    const text = page.$('.moj-timeline').text();
    for (const words of ['£55', 'Mailbox full', 'Refused twice', 'Sold the car', '2 pages']) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/undefined|\[object|utility_bill|hold_cancelled/);
    const calm = await supervisor.get(`/applications/${reference}`);
    expect(calm.$('.moj-timeline__title').length).toBe(TIMELINE_TYPES.length - 1);
  });
});

describe('a case as each role sees it', () => {
  const show = async (role: 'officer' | 'support' | 'auditor' | 'supervisor' | 'administrator') => {
    const browser = (await bench.desk.signInAs(role)) as TestBrowser;
    const { reference } = await bench.add((it) =>
      it
        .paid(5500, undefined, hours(5))
        .with({ permitTypeCode: 'essential_carer' })
        .withPaper('proof_of_care')
        .withPaper('utility_bill'),
    );
    return { page: await browser.get(`/applications/${reference}`), reference };
  };

  it('leads officers and supervisors to the papers', async () => {
    for (const role of ['officer', 'supervisor'] as const) {
      const { page, reference } = await show(role);
      expect(page.$(`a[href^="/applications/${reference}/evidence/"]`).length).toBeGreaterThan(0);
      expect(page.$('form[action$="/claim"]')).toHaveLength(1);
    }
  });

  it.each(['support', 'auditor'] as const)('shows %s no way to a paper', async (role) => {
    const { page, reference } = await show(role);
    expect(page.status).toBe(200);
    expect(page.$('main').text()).toContain(reference);
    expect(page.$('a[href*="/evidence/"]')).toHaveLength(0);
    expect(page.$('main img')).toHaveLength(0);
    expect(page.$('form[action$="/claim"]')).toHaveLength(0);
    expect(page.$('a[href$="/approval/new"], a[href$="/rejection/new"]')).toHaveLength(0);
    expect(page.$('a[href$="/withdrawal/new"]')).toHaveLength(role === 'support' ? 1 : 0);
  });

  it('is not for administrators', async () => {
    expect((await show('administrator')).page.status).toBe(403);
  });
});
