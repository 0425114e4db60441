import { randomUUID } from 'node:crypto';
import { formTokenOf, isFormTokenOf, linkAddress, readLink, signLink } from './signed-link.js';

const SECRET = 'a secret of the tests, made up here';
const requestId = '018f3c2a-7b1e-4c9d-9a52-0d6f4e8b1c37';
const expiresAt = new Date('2026-12-19T00:00:00Z');
const before = new Date('2026-12-18T23:59:59Z');
const token = signLink(SECRET, { requestId, expiresAt });

describe('the signed link', () => {
  it('gives back what was signed', () => {
    expect(readLink(SECRET, token, before)).toEqual({ ok: true, requestId, expiresAt });
  });

  it('is over at its instant, not before', () => {
    expect(readLink(SECRET, token, expiresAt)).toEqual({ ok: false, refusal: 'expired' });
  });

  it('says nothing of the request, and cannot be told from another by its looks', () => {
    expect(token).toMatch(/^[\w-]{72}$/);
    expect(token).not.toContain('018f');
  });

  it('is unknown when any one character differs, even where it would only change its time', () => {
    for (let at = 0; at < token.length; at += 1) {
      for (const other of ['A', 'z', '_']) {
        if (token[at] === other) continue;
        const forged = token.slice(0, at) + other + token.slice(at + 1);
        expect(readLink(SECRET, forged, before)).toEqual({ ok: false, refusal: 'unknown' });
      }
    }
  });

  it.each([
    '',
    'x',
    token.slice(1),
    `${token}A`,
    `${token}=`,
    token.replace(/^./, '+'),
    `${token}\n`,
  ])('is unknown as %j', (text) => {
    expect(readLink(SECRET, text, before)).toEqual({ ok: false, refusal: 'unknown' });
  });

  it('made with another secret is unknown, also when its time is over', () => {
    expect(readLink('another secret', token, expiresAt)).toMatchObject({ refusal: 'unknown' });
  });

  it('differs for every request and every time', () => {
    const tokens = [
      token,
      signLink(SECRET, { requestId: randomUUID(), expiresAt }),
      signLink(SECRET, { requestId, expiresAt: before }),
    ];
    expect(new Set(tokens).size).toBe(3);
  });

  it('stands under the public address, with or without a slash at its end', () => {
    const settings = { LINK_SECRET: SECRET, PUBLIC_URL: 'https://permits.example.org' };
    const address = `https://permits.example.org/r/${token}`;
    expect(linkAddress(settings, { requestId, expiresAt })).toBe(address);
    const slashed = { ...settings, PUBLIC_URL: 'https://permits.example.org/' };
    expect(linkAddress(slashed, { requestId, expiresAt })).toBe(address);
  });
});

describe('the form behind it', () => {
  it('takes its own token only', () => {
    const own = formTokenOf(SECRET, token);
    expect(isFormTokenOf(SECRET, token, own)).toBe(true);
    const other = signLink(SECRET, { requestId: randomUUID(), expiresAt });
    for (const wrong of ['', 'x', undefined, [own], `${own}A`, formTokenOf(SECRET, other)]) {
      expect(isFormTokenOf(SECRET, token, wrong)).toBe(false);
    }
    expect(isFormTokenOf('another secret', token, own)).toBe(false);
  });
});
