import { fileLinkAddress, FILE_LINK_SECONDS, readFileLink, signFileLink } from './file-link.js';

const SECRET = 'a secret of the tests, long enough to sign';
const NOW = new Date('2026-11-20T10:00:00Z');
const terms = {
  purpose: 'page',
  fileId: '11111111-2222-4333-8444-555555555555',
  page: 3,
  holderId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  sessionHash: 'f'.repeat(64),
} as const;
const after = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

describe('a link to a file', () => {
  it('says what it opens and for whom, to whoever has the secret', () => {
    const read = readFileLink(SECRET, signFileLink(SECRET, terms, NOW), NOW);
    expect(read).toMatchObject({
      ok: true,
      purpose: 'page',
      fileId: terms.fileId,
      page: 3,
      holderId: terms.holderId,
    });
    expect(read.ok && read.isOfSession(terms.sessionHash)).toBe(true);
    expect(read.ok && read.isOfSession('e'.repeat(64))).toBe(false);
  });

  it('opens in its last millisecond and not after it', () => {
    const link = signFileLink(SECRET, terms, NOW);
    expect(FILE_LINK_SECONDS).toBeLessThanOrEqual(60);
    expect(readFileLink(SECRET, link, after(59_999)).ok).toBe(true);
    expect(readFileLink(SECRET, link, after(60_000))).toMatchObject({ refusal: 'expired' });
  });

  it('is nothing once a single letter of it differs, or was signed with another secret', () => {
    const link = signFileLink(SECRET, terms, NOW);
    for (let at = 0; at < link.length; at += 1) {
      const letter = link[at] === 'A' ? 'B' : 'A';
      const altered = `${link.slice(0, at)}${letter}${link.slice(at + 1)}`;
      expect([at, readFileLink(SECRET, altered, NOW)]).toEqual([
        at,
        expect.objectContaining({ refusal: 'altered' }),
      ]);
    }
    for (const other of ['', `${link}A`, link.slice(1), `${link.slice(0, -1)}=`]) {
      expect(readFileLink(SECRET, other, NOW)).toMatchObject({ refusal: 'altered' });
    }
    expect(readFileLink(`${SECRET}!`, link, NOW)).toMatchObject({ refusal: 'altered' });
  });

  it('is another each time, and never holds the hash of the session', () => {
    const links = new Set(Array.from({ length: 50 }, () => signFileLink(SECRET, terms, NOW)));
    expect(links.size).toBe(50);
    const [link = ''] = links;
    expect(Buffer.from(link, 'base64url').toString('hex')).not.toContain('f'.repeat(18));
  });

  it('stands on the host of files, whatever path that is written with', () => {
    const settings = { FILES_URL: 'https://files.desk.example/', LINK_SECRET: SECRET };
    expect(fileLinkAddress(settings, terms, NOW)).toMatch(
      /^https:\/\/files\.desk\.example\/pages\/[\w-]{120}$/,
    );
  });
});
