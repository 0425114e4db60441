import {
  nextTryAt,
  NOT_CHECKED_REASONS,
  NOT_CHECKED_WORDS,
  type NotCheckedReason,
} from './not-checked.rules.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const pause = (
  because: NotCheckedReason,
  tries: number,
  retryAfterSeconds: number | null = null,
) => {
  const at = nextTryAt({ because, tries, now: NOW, retryAfterSeconds });
  return at && (at.getTime() - NOW.getTime()) / 1000;
};

describe('nextTryAt (R-VES-4)', () => {
  it.each(['too_many_requests', 'service_down', 'no_answer', 'not_understood'] as const)(
    '%s: asks again with growing pauses, then leaves it to the officer',
    (because) => {
      const pauses = [1, 2, 3, 4, 5, 6, 7, 100].map((tries) => pause(because, tries));
      expect(pauses).toEqual([30, 120, 600, 1800, 7200, null, null, null]);
    },
  );

  it.each(['not_accepted', 'refused'] as const)(
    '%s: the same question changes nothing',
    (because) => {
      expect([1, 2, 3].map((tries) => pause(because, tries))).toEqual([null, null, null]);
    },
  );

  it.each([
    [300, 300],
    [5, 30],
    [0, 30],
    [86_400, 7200],
  ])('waits as long as the register wishes (%d s), within reason', (wish, waits) => {
    expect(pause('too_many_requests', 1, wish)).toBe(waits);
  });

  it('has words for every reason, that blame no applicant', () => {
    for (const reason of NOT_CHECKED_REASONS) {
      expect(NOT_CHECKED_WORDS[reason]).toMatch(/^the register/);
    }
  });
});
