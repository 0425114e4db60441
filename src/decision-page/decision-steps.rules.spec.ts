import type { Letter } from '../letters/letters.store.js';
import { letterSteps } from './decision-steps.rules.js';

const letter = (differs: Partial<Letter>) =>
  ({
    kind: 'application_rejected',
    channel: 'email',
    state: 'written',
    writtenAt: new Date('2026-11-20T10:00:00Z'),
    sentAt: null,
    settledAt: null,
    lastProblem: null,
    ...differs,
  }) as Letter;
const sentAt = new Date('2026-11-20T10:01:00Z');
const settledAt = new Date('2026-11-20T10:02:00Z');
const words = (differs: Partial<Letter>) =>
  letterSteps(letter(differs)).map((step) => `${step.words} @ ${step.when ?? '-'}`);

describe('how far a letter is', () => {
  it.each([
    [{}, 'Rejection by e-mail: waiting to be sent @ -'],
    [{ state: 'unknown' }, 'Rejection by e-mail: handed over, not confirmed yet @ -'],
    [{ state: 'sent', sentAt }, 'Rejection by e-mail: sent @ 20 November 2026, 10:01am'],
    [
      { state: 'delivered', sentAt, settledAt },
      'Rejection by e-mail: delivered @ 20 November 2026, 10:02am',
    ],
    [
      { state: 'failed', channel: 'post', settledAt, lastProblem: 'No such address.' },
      'Rejection by post: could not be delivered: No such address. @ 20 November 2026, 10:02am',
    ],
  ] as const)('%j', (differs, last) => {
    const steps = words(differs);
    expect(steps[0]).toMatch(/: written @ 20 November 2026, 10am$/);
    expect(steps.at(-1)).toBe(last);
  });

  it('marks what could not be delivered as a problem, and nothing else', () => {
    const problems = (differs: Partial<Letter>) =>
      letterSteps(letter(differs)).filter(({ isProblem }) => isProblem).length;
    expect(problems({ state: 'failed', settledAt })).toBe(1);
    expect(problems({ state: 'delivered', sentAt, settledAt })).toBe(0);
  });
});
