import {
  WITHDRAWAL_REASON_CODES,
  WITHDRAWAL_REASON_REFUSAL_WORDS,
  WITHDRAWAL_REASONS,
  withdrawalReason,
} from './withdrawal-reasons.rules.js';

describe('why an application is withdrawn', () => {
  it.each(WITHDRAWAL_REASON_CODES.filter((code) => code !== 'other'))(
    '%s says it in the catalogue’s words, and drops none of one’s own silently',
    (code) => {
      const { words } = WITHDRAWAL_REASONS[code];
      expect(withdrawalReason(code, ' ')).toEqual({ ok: true, code, words });
      expect(withdrawalReason(code, 'Mine.')).toEqual({ ok: false, refusal: 'words_not_used' });
    },
  );

  it('takes one’s own words for another reason', () => {
    expect(withdrawalReason('other', '  He moved abroad. ')).toEqual({
      ok: true,
      code: 'other',
      words: 'He moved abroad.',
    });
  });

  it.each(['', '  \n '])('needs words for another reason, and %p are none', (words) => {
    expect(withdrawalReason('other', words)).toEqual({ ok: false, refusal: 'words_missing' });
  });

  it('takes 1,000 characters and not one more', () => {
    expect(withdrawalReason('other', 'a'.repeat(1000)).ok).toBe(true);
    expect(withdrawalReason('other', 'a'.repeat(1001))).toEqual({
      ok: false,
      refusal: 'words_too_long',
    });
  });

  it.each(['', 'nonsense', '__proto__', 'constructor'])('knows no reason %p', (code) => {
    expect(withdrawalReason(code, 'words')).toEqual({ ok: false, refusal: 'no_reason' });
  });

  it.each(Object.entries(WITHDRAWAL_REASON_REFUSAL_WORDS))('says %s in words', (_, words) => {
    expect(words).toMatch(/^[A-Z]/);
  });
});
