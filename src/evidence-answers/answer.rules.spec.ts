import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { EVIDENCE_REQUEST_STATES } from '../evidence-requests/evidence-request-states.rules.js';
import type { RequestedItem } from '../evidence-requests/requested-item.rules.js';
import { decideAnswer } from './answer.rules.js';
import { answerState } from './answer-state.rules.js';
import { missingFaults, readSentFields, usualKind, wordFaults } from './sent-fields.rules.js';

function anItem(id: string, differs: Partial<RequestedItem> = {}): RequestedItem {
  return {
    id,
    label: `Paper ${id}`,
    paperId: `old-${id}`,
    paperKind: 'utility_bill',
    acceptedKinds: ['tenancy_agreement', 'utility_bill'],
    reason: 'unreadable',
    words: 'We could not read it.',
    bring: 'Send a clear photo.',
    acceptableFromOn: null,
    receivedPaperIds: [],
    cannotSend: null,
    ...differs,
  };
}

describe('what a link leads to', () => {
  it('is the form only while the request waits and the case waits for it', () => {
    for (const state of EVIDENCE_REQUEST_STATES) {
      for (const status of APPLICATION_STATUSES) {
        const isOpen = ['open', 'lapsed'].includes(state) && status === 'awaiting_evidence';
        const otherwise = state === 'answered' ? 'answered' : 'not_needed';
        expect([state, status, answerState({ state }, { status })]).toEqual([
          state,
          status,
          isOpen ? 'open' : otherwise,
        ]);
      }
    }
  });
});

describe('an answer', () => {
  const toAnswer = {
    application: { status: 'awaiting_evidence' },
    request: { state: 'open', items: [anItem('1'), anItem('2')] },
    answers: [
      { itemId: '1', paperIds: ['a'], cannotSend: null },
      { itemId: '2', paperIds: ['b'], cannotSend: null },
    ],
    hasFaults: false,
    isTooBig: false,
  } as const;

  it('that is whole brings the case back', () => {
    expect(decideAnswer(toAnswer)).toMatchObject({ ok: true, status: 'submitted' });
  });

  it('in part is kept, and the case waits on', () => {
    const part = decideAnswer({ ...toAnswer, answers: toAnswer.answers.slice(0, 1) });
    expect(part).toMatchObject({ ok: true, status: null });
    expect(part).toMatchObject({ items: [{ receivedPaperIds: ['a'] }, { receivedPaperIds: [] }] });
  });

  it('with a file that could not be taken waits for the resident to look again', () => {
    expect(decideAnswer({ ...toAnswer, hasFaults: true })).toMatchObject({
      ok: true,
      status: null,
    });
  });

  it('after the deadline counts as well', () => {
    const request = { ...toAnswer.request, state: 'lapsed' } as const;
    expect(decideAnswer({ ...toAnswer, request })).toMatchObject({ status: 'submitted' });
  });

  it.each([
    ['answered', 'submitted', 'already_answered'],
    ['closed', 'in_review', 'not_needed'],
    ['open', 'withdrawn', 'not_needed'],
  ] as const)('to a request that is %s in a case that is %s: %s', (state, status, refusal) => {
    const request = { ...toAnswer.request, state };
    expect(decideAnswer({ ...toAnswer, request, application: { status } })).toEqual({
      ok: false,
      refusal,
    });
  });

  it('holds at most ten papers', () => {
    const papers = (count: number) => Array.from({ length: count }, (_one, at) => `p${at}`);
    const answers = (count: number) => [{ itemId: '1', paperIds: papers(count), cannotSend: null }];
    expect(decideAnswer({ ...toAnswer, answers: answers(10) }).ok).toBe(true);
    expect(decideAnswer({ ...toAnswer, answers: answers(11) })).toMatchObject({
      refusal: 'too_many_papers',
    });
    expect(decideAnswer({ ...toAnswer, isTooBig: true })).toMatchObject({
      refusal: 'too_big_for_case',
    });
  });
});

describe('the fields beside the files', () => {
  it('are read item by item; a kind that would not do is the usual one', () => {
    const body = { 'kind-1': 'tenancy_agreement', 'cannot-1': ' No\r\nbill. ', 'kind-2': 'v5c' };
    expect(readSentFields(body, [anItem('1'), anItem('2')])).toEqual([
      { itemId: '1', kind: 'tenancy_agreement', cannotSend: 'No\nbill.' },
      { itemId: '2', kind: 'utility_bill', cannotSend: '' },
    ]);
  });

  it.each([null, undefined, 'x', { 'cannot-1': ['a', 'b'], 'kind-1': { a: 1 } }])(
    'survive %j',
    (body) => {
      expect(readSentFields(body, [anItem('1')])).toEqual([
        { itemId: '1', kind: 'utility_bill', cannotSend: '' },
      ]);
    },
  );

  it('name for a paper that never came the first kind that would do', () => {
    expect(usualKind(anItem('1', { paperKind: null }))).toBe('tenancy_agreement');
    expect(usualKind(anItem('1', { paperKind: 'mobile_phone_bill' }))).toBe('tenancy_agreement');
  });

  it('say what is missing once, and not where something else is wrong already', () => {
    const items = [anItem('1'), anItem('2'), anItem('3', { cannotSend: 'None.' })];
    const known = [{ itemId: '1', field: 'file', text: 'x' }] as const;
    expect(missingFaults(items, known).map(({ itemId }) => itemId)).toEqual(['2']);
  });

  it('limit the resident’s words', () => {
    const field = { itemId: '1', kind: 'v5c' } as const;
    expect(wordFaults([{ ...field, cannotSend: 'x'.repeat(500) }])).toEqual([]);
    expect(wordFaults([{ ...field, cannotSend: 'x'.repeat(501) }])).toHaveLength(1);
  });
});
