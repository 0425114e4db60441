import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { FILE_LIMITS } from '../../../src/platform/files/file-limits.js';
import { END, form, MULTIPART, part, startUploadServer } from './upload-server.js';

let server: Awaited<ReturnType<typeof startUploadServer>>;

beforeAll(async () => {
  server = await startUploadServer({
    '/upload': {},
    '/small': { field: 'paper', maxFiles: 2, maxBytesPerFile: 1000, maxBytesTogether: 1500 },
  });
});
afterAll(() => server.stop());
afterEach(() => server.expectEmptyQuarantine());

describe('files that arrive', () => {
  it('are in quarantine while they are wanted, counted and hashed, and gone afterwards', async () => {
    const content = Buffer.alloc(300_000, 'x');
    const sent = form(
      [
        ['paper-1', content, 'bill.pdf'],
        ['paper-2', Buffer.from('b'), 'b.jpg'],
      ],
      {
        _csrf: 'token',
      },
    );
    const { outcome, fields, inQuarantine, hashes } = await server.post('/upload', sent);
    expect(outcome.files).toMatchObject([
      { field: 'paper-1', originalName: 'bill.pdf', bytes: 300_000 },
      { field: 'paper-2', originalName: 'b.jpg', bytes: 1 },
    ]);
    expect(outcome.files.map((file) => file['sha256'])).toEqual(hashes);
    expect(hashes[0]).toBe(createHash('sha256').update(content).digest('hex'));
    expect(fields).toEqual({ _csrf: 'token' });
    expect(inQuarantine).toBe(2);
    expect((await stat(server.incoming)).mode & 0o777).toBe(0o700);
  });

  it('may be none: an empty file input, or a request of another kind', async () => {
    const empty = part('name="paper-1"; filename=""', '') + END;
    expect((await server.post('/upload', empty, MULTIPART)).outcome).toEqual({
      ok: true,
      files: [],
    });
    const json = { 'content-type': 'application/json' };
    expect((await server.post('/upload', '{}', json)).outcome).toEqual({ ok: true, files: [] });
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\x.pdf', 'x.pdf'],
    ['/abs.pdf', 'abs.pdf'],
    ['C:\\x.pdf', 'x.pdf'],
    ['a.pdf%00.jpg', 'a.pdf%00.jpg'],
    ['bill\u202efdp.exe', 'billfdp.exe'],
    ['two%0D%0Alines.pdf', 'twolines.pdf'],
    ['<img onerror=alert(1)>.jpg', '<img onerror=alert(1)>.jpg'],
    ['Rechnung für Zoë 😀.pdf', 'Rechnung für Zoë 😀.pdf'],
    ['\u200b', 'unnamed'],
  ])('called %j are shown as %j', async (name, shown) => {
    const body = part(`name="paper-1"; filename="${name.replaceAll('\\', '\\\\')}"`, 'x');
    const { outcome } = await server.post('/upload', `${body}${END}`, MULTIPART);
    expect(outcome.files).toMatchObject([{ originalName: shown }]);
    expect(outcome.files[0]?.['path']).toMatch(/\/\.incoming\/[0-9a-f]{32}$/);
  });

  it('with 300 characters in the name keep the extension', async () => {
    const { outcome } = await server.post(
      '/upload',
      form([['paper-1', Buffer.from('x'), `${'n'.repeat(300)}.pdf`]]),
    );
    expect(outcome.files[0]?.['originalName']).toMatch(/^n{195}….pdf$/);
  });
});

describe('refusals', () => {
  const refusalOf = async (path: string, body: FormData | string, headers = {}) => {
    const { outcome, inQuarantine } = await server.post(path, body, headers);
    expect(inQuarantine).toBe(0);
    return outcome.refusal ?? 'taken';
  };

  it('one byte too many in a file, and none too many', async () => {
    const exact = Buffer.alloc(FILE_LIMITS.maxBytesPerFile);
    expect((await server.post('/upload', form([['paper-1', exact, 'a.pdf']]))).outcome.ok).toBe(
      true,
    );
    const over = Buffer.alloc(FILE_LIMITS.maxBytesPerFile + 1);
    expect(await refusalOf('/upload', form([['paper-1', over, 'a.pdf']]))).toBe('too_big');
  });

  it('too much together, too many, and in the wrong place', async () => {
    const kilobyte = Buffer.alloc(900);
    const twice = form([
      ['paper', kilobyte, 'a'],
      ['paper', kilobyte, 'b'],
    ]);
    expect(await refusalOf('/small', twice)).toBe('too_big_together');
    const many = Array.from({ length: 3 }, (): [string, Buffer, string] => [
      'paper',
      Buffer.from('x'),
      'a',
    ]);
    expect(await refusalOf('/small', form(many))).toBe('too_many_files');
    expect(await refusalOf('/small', form([['other', kilobyte, 'a']]))).toBe('unexpected_file');
    const eleven = Array.from({ length: 11 }, (_each, index): [string, Buffer, string] => [
      `paper-${index}`,
      Buffer.from('x'),
      'a.pdf',
    ]);
    expect(await refusalOf('/upload', form(eleven))).toBe('too_many_files');
  });

  it('1,000 fields, long names, long values and names 5,000 deep', async () => {
    const thousand = Object.fromEntries(Array.from({ length: 1000 }, (_each, n) => [`f${n}`, 'x']));
    const before = process.memoryUsage().rss;
    for (const fields of [
      thousand,
      { ['n'.repeat(200)]: 'x' },
      { long: 'x'.repeat(FILE_LIMITS.maxFieldBytes + 1) },
      { [`a${'[a]'.repeat(5000)}`]: 'x' },
      { 'a[b][c][d]': 'x' },
      { 'a[999999999]': 'x' },
    ]) {
      expect(await refusalOf('/upload', form([['paper-1', Buffer.from('x'), 'a']], fields))).toBe(
        'malformed_request',
      );
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('no boundary, two boundaries, and an end that never comes', async () => {
    const file = part('name="paper-1"; filename="a.pdf"', 'x');
    const none = { 'content-type': 'multipart/form-data' };
    expect(await refusalOf('/upload', file, none)).toBe('malformed_request');
    const two = { 'content-type': MULTIPART['content-type'].replace(';', '; boundary=other;') };
    expect(await refusalOf('/upload', file, two)).toBe('malformed_request');
    expect(await refusalOf('/upload', file, MULTIPART)).toBe('malformed_request');
  });

  it('of prototype names: they reach no prototype', async () => {
    const body =
      part('name="__proto__[polluted]"', 'yes') +
      part('name="constructor[prototype][polluted]"', 'yes') +
      part('name="plain"', 'kept') +
      END;
    const { outcome, fields } = await server.post('/upload', body, MULTIPART);
    expect(outcome.ok).toBe(true);
    expect(fields['plain']).toBe('kept');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Reflect.get(Object.prototype, 'polluted')).toBeUndefined();
  });
});
