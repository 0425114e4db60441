import { randomBytes } from 'node:crypto';
import { SealBroken } from '../platform/files/encryption.js';
import { openDraft, rewrapDraftKey, sealDraft } from './draft-seal.js';

const key = () => randomBytes(32).toString('base64');
const settings = {
  UPLOADS_DIR: 'nowhere',
  EVIDENCE_KEY: key(),
  EVIDENCE_KEY_ID: 'k1',
  EVIDENCE_OLD_KEYS: '',
};
const place = { staffId: 'one', reference: 'PD-2345-6789', form: 'rejection' };
const words = '{"words":"Rent book, not a bill – ask at the counter"}';

describe('a sealed draft', () => {
  const sealed = sealDraft(words, place, settings);

  it('opens in its place and holds no word in the open', () => {
    expect(openDraft(sealed, place, settings)).toBe(words);
    expect(sealed.content.toString('latin1')).not.toContain('Rent');
  });

  it.each([
    ['somebody else’s', { staffId: 'two' }],
    ['another case’s', { reference: 'PD-9999-9999' }],
    ['another form’s', { form: 'withdrawal' }],
  ])('does not open as %s', (_, change) => {
    expect(() => openDraft(sealed, { ...place, ...change }, settings)).toThrow(SealBroken);
  });

  it('does not open with one bit turned, cut short, or without its key', () => {
    const content = Buffer.from(sealed.content);
    content[20] = (content[20] ?? 0) ^ 1;
    expect(() => openDraft({ ...sealed, content }, place, settings)).toThrow(SealBroken);
    const short = { ...sealed, content: sealed.content.subarray(0, 20) };
    expect(() => openDraft(short, place, settings)).toThrow(SealBroken);
    const renewed = { ...settings, EVIDENCE_KEY: key(), EVIDENCE_KEY_ID: 'k2' };
    expect(() => openDraft(sealed, place, renewed)).toThrow(SealBroken);
  });

  it('opens after the master key was renewed, while the old one is still named', () => {
    const renewed = {
      ...settings,
      ...{ EVIDENCE_KEY: key(), EVIDENCE_KEY_ID: 'k2' },
      EVIDENCE_OLD_KEYS: `k1=${settings.EVIDENCE_KEY}`,
    };
    expect(openDraft(sealed, place, renewed)).toBe(words);
  });

  it('has its key wrapped anew once, and opens then without the old master key', () => {
    const renewed = {
      ...settings,
      ...{ EVIDENCE_KEY: key(), EVIDENCE_KEY_ID: 'k2' },
      EVIDENCE_OLD_KEYS: `k1=${settings.EVIDENCE_KEY}`,
    };
    const wrappedKey = rewrapDraftKey(sealed.wrappedKey, place, renewed) ?? '';
    const alone = { ...renewed, EVIDENCE_OLD_KEYS: '' };
    expect(openDraft({ ...sealed, wrappedKey }, place, alone)).toBe(words);
    expect(rewrapDraftKey(wrappedKey, place, renewed)).toBeNull();
    expect(() => rewrapDraftKey(sealed.wrappedKey, place, alone)).toThrow(SealBroken);
  });
});
