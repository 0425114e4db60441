import { signLink } from '../evidence-requests/signed-link.js';
import { readStatusToken, statusLinkOf } from '../platform/web/status-link.js';

const settings = {
  PUBLIC_URL: 'https://permits.example.org/',
  LINK_SECRET: 'a secret of the tests, made up here',
};
const application = {
  id: '018f3c2a-7b1e-4c9d-9a52-0d6f4e8b1c37',
  receivedAt: new Date('2026-11-16T09:12:00Z'),
};
const link = statusLinkOf(settings, application, 365);
const token = link.split('/s/')[1] ?? '';
const read = (given: string, at: string) =>
  readStatusToken(settings.LINK_SECRET, given, new Date(at));

describe('the link to where an application stands', () => {
  it('is the same in every letter of the application', () => {
    expect(link).toMatch(/^https:\/\/permits\.example\.org\/s\/[\w-]{72}$/);
    expect(statusLinkOf(settings, { ...application }, 365)).toBe(link);
  });

  it('works for a year, to the end of its last London day', () => {
    expect(read(token, '2027-11-16T23:59:59Z')).toMatchObject({ ok: true, id: application.id });
    expect(read(token, '2027-11-17T00:00:00Z')).toEqual({ ok: false, refusal: 'expired' });
  });

  it.each([
    [30, '2026-12-16T23:59:59Z'],
    [200, '2027-06-04T22:59:59Z'],
  ])('works for %i days where the council has set that', (days, last) => {
    const [, short = ''] = statusLinkOf(settings, application, days).split('/s/');
    expect(read(short, last).ok).toBe(true);
    const after = new Date(new Date(last).getTime() + 1000).toISOString();
    expect(read(short, after)).toEqual({ ok: false, refusal: 'expired' });
  });

  it('is unknown when a character differs or another secret made it', () => {
    const forged = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`;
    expect(read(forged, '2026-12-01T00:00:00Z')).toEqual({ ok: false, refusal: 'unknown' });
    const other = readStatusToken('another secret', token, new Date('2026-12-01T00:00:00Z'));
    expect(other).toEqual({ ok: false, refusal: 'unknown' });
  });

  it('is no link that takes papers, nor the other way round', () => {
    const papers = signLink(settings.LINK_SECRET, {
      requestId: application.id,
      expiresAt: new Date('2027-11-17T00:00:00Z'),
    });
    expect(papers).not.toBe(token);
    expect(read(papers, '2026-12-01T00:00:00Z')).toEqual({ ok: false, refusal: 'unknown' });
  });
});
