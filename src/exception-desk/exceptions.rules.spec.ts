import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { EXCEPTION_STATES, exceptionAfter } from '../refund-exceptions/exception-states.rules.js';
import {
  approvalLimit,
  highestLimit,
  returnablePence,
} from '../refund-exceptions/returnable.rules.js';
import { localDate } from '../shared/london-date.js';
import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import {
  answerFault,
  decideAnswer,
  decideTakeBack,
  type ExceptionToAnswer,
} from './answer-exception.rules.js';
import {
  decideRequest,
  type ExceptionToRequest,
  readException,
} from './request-exception.rules.js';

const asking = (differs: Partial<ExceptionToRequest> = {}): ExceptionToRequest => ({
  application: { status: 'approved', version: 4 },
  seenVersion: 4,
  payment: { capturedPence: 5500 },
  returnablePence: 5500,
  highestLimit: 10_000,
  othersPence: 0,
  amountPence: 5500,
  ...differs,
});
const refusalOf = (outcome: { ok: boolean; refusal?: string }) =>
  outcome.ok ? null : outcome.refusal;

describe('asking for a refund exception (R-CAN-2)', () => {
  it.each([
    [{}, null],
    [{ amountPence: null, seenVersion: null }, null],
    [{ payment: null, returnablePence: 0 }, 'free'],
    [{ payment: { capturedPence: 0 }, returnablePence: 0 }, 'not_taken'],
    [{ returnablePence: 0 }, 'nothing_left'],
    [{ highestLimit: 0 }, 'nobody_may'],
    [{ seenVersion: 3 }, 'stale'],
    [{ amountPence: 5501 }, 'too_much'],
    [{ highestLimit: 5499 }, 'above_limits'],
    [{ highestLimit: 5499, othersPence: 5499 }, 'limit_used'],
    [{ highestLimit: 5499, othersPence: 5499, amountPence: null }, 'limit_used'],
    [{ othersPence: 4500 }, null],
    [{ othersPence: 4501 }, 'above_limits'],
  ])('with %j is %s', (differs, refusal) => {
    expect(refusalOf(decideRequest(asking(differs)))).toBe(refusal);
  });

  it.each(APPLICATION_STATUSES.filter((status) => status !== 'approved'))(
    'is not for a case that is %s: a decision gives back what must go back',
    (status) => {
      const application = { status, version: 4 };
      expect(refusalOf(decideRequest(asking({ application })))).toBe('not_approved');
    },
  );

  const typed = { amount: '27.50', reason: 'other', words: 'Why.', paper: '', askedBy: 'staff' };

  const nothingSent = { paperIds: [], hasFile: false, fileRefused: null };

  it('reads whole pence, and every fault at once', () => {
    expect(readException(typed, nothingSent)).toMatchObject({ asked: { amountPence: 2750 } });
    const read = readException(
      { amount: '27.505', reason: 'toString', words: ' ', paper: 'x', askedBy: 'valueOf' },
      nothingSent,
    );
    expect(read.ok ? [] : read.faults.map(({ field }) => field)).toEqual([
      'amount',
      'reason',
      'words',
      'askedBy',
      'paper',
    ]);
  });

  it.each([
    ['a file', {}, { hasFile: true }, []],
    ['a paper of the case', { paper: 'a' }, { paperIds: ['a'] }, []],
    ['both', { paper: 'a' }, { paperIds: ['a'], hasFile: true }, ['paper', 'file']],
    ['a file and a fault elsewhere', { words: '' }, { hasFile: true }, ['words', 'file']],
    ['a file that was refused', {}, { hasFile: true, fileRefused: 'Too big' }, ['file']],
  ])('with %s', (_, differs, sent, fields) => {
    const read = readException({ ...typed, ...differs }, { ...nothingSent, ...sent });
    expect(read.ok ? [] : read.faults.map(({ field }) => field)).toEqual(fields);
  });

  it('leaves what is promised, and what others ask for', () => {
    const payment = { capturedPence: 5500, returnsPromisedPence: 2000 };
    expect(returnablePence(payment, 1000)).toBe(2500);
    expect(returnablePence(payment, 4000)).toBe(0);
    expect(returnablePence(null, 0)).toBe(0);
  });
});

const answering = (differs: Partial<ExceptionToAnswer> = {}): ExceptionToAnswer => ({
  exception: { state: 'requested', requestedBy: 'asker', amountPence: 5500 },
  version: 4,
  seenVersion: 4,
  by: { id: 'signer', role: 'supervisor' },
  limitPence: 10_000,
  othersPence: 0,
  isPaperWaiting: false,
  answer: 'approve',
  ...differs,
});

describe('answering it', () => {
  it.each([
    [{}, null],
    [{ by: { id: 'asker', role: 'supervisor' as const } }, 'own_request'],
    [{ by: { id: 'signer', role: 'support' as const } }, 'not_waiting'],
    [{ limitPence: 0 }, 'no_power'],
    [{ limitPence: 0, answer: 'decline' as const }, 'no_power'],
    [{ limitPence: 5499 }, 'above_limit'],
    [{ limitPence: 5499, answer: 'decline' as const }, null],
    [{ isPaperWaiting: true }, 'paper_waits'],
    [{ isPaperWaiting: true, answer: 'decline' as const }, null],
    [{ isPaperWaiting: true, answer: null }, null],
    [{ othersPence: 4500 }, null],
    [{ othersPence: 4501 }, 'above_limit'],
    [{ othersPence: 4501, answer: 'decline' as const }, null],
    [{ othersPence: 4501, answer: null }, null],
    [{ seenVersion: 3 }, 'stale'],
  ])('with %j is %s', (differs, refusal) => {
    expect(refusalOf(decideAnswer(answering(differs)))).toBe(refusal);
  });

  it.each(EXCEPTION_STATES.filter((state) => state !== 'requested'))('is over once %s', (state) => {
    const exception = { state, requestedBy: 'asker', amountPence: 5500 };
    expect(refusalOf(decideAnswer(answering({ exception })))).toBe('not_waiting');
    const by = { id: 'asker', role: 'officer' } as const;
    expect(refusalOf(decideTakeBack({ exception, by }))).toBe('not_waiting');
    expect(exceptionAfter(state, 'lapse')).toBeNull();
  });

  it('is taken back by who asked alone', () => {
    const { exception } = answering();
    const by = (id: string) => decideTakeBack({ exception, by: { id, role: 'support' } });
    expect([refusalOf(by('asker')), refusalOf(by('signer'))]).toEqual([null, 'not_yours']);
  });

  it('needs an answer, and words where it is no', () => {
    expect(answerFault({ answer: 'constructor', words: '' })?.field).toBe('answer');
    expect(answerFault({ answer: 'decline', words: ' ' })?.field).toBe('words');
    expect(answerFault({ answer: 'decline', words: 'x'.repeat(501) })?.field).toBe('words');
    expect(answerFault({ answer: 'approve', words: 'x' })?.field).toBe('words');
    expect(answerFault({ answer: 'approve', words: '' })).toBeNull();
  });
});

describe('limits by role', () => {
  const row = (name: string, from: string, value: number) => ({
    name: name as 'exception_officer_pounds',
    validFrom: localDate(from),
    value,
  });
  const settings = [
    row('exception_officer_pounds', '2026-01-01', 0),
    row('exception_supervisor_pounds', '2026-01-01', 100),
    row('exception_officer_pounds', '2026-12-01', 150),
  ];

  it('hold from their day, and no other role has one', () => {
    const on = localDate('2026-11-30');
    expect(STAFF_ROLES.map((role) => approvalLimit(settings, role, on))).toEqual([
      0, 0, 10_000, 0, 0,
    ]);
    expect(highestLimit(settings, on)).toBe(10_000);
    expect(highestLimit(settings, localDate('2026-12-01'))).toBe(15_000);
  });
});
