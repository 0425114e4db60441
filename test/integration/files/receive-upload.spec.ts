import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { FILE_LIMITS } from '../../../src/platform/files/file-limits.js';
import {
  receiveUpload,
  uploadOutcomeOf,
  type ReceiveUploadOptions,
} from '../../../src/platform/files/receive-upload.js';

const LINE = '\r\n';
const BOUNDARY = 'a-boundary-of-the-test';
const MULTIPART = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

let directory: string;
let incoming: string;
let server: Server;
let port: number;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'uploads-'));
  incoming = join(directory, '.incoming');
  const application = express();
  const route = (path: string, options: Partial<ReceiveUploadOptions>) =>
    application.post(
      path,
      receiveUpload({ directory, field: /^paper-\d+$/, ...options }),
      (request, response) => void answer(request, response),
    );
  route('/upload', {});
  route('/small', { field: 'paper', maxFiles: 2, maxBytesPerFile: 1000, maxBytesTogether: 1500 });
  route('/hasty', { idleMilliseconds: 150, receiveMilliseconds: 600 });
  server = createServer(application).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(directory, { recursive: true, force: true });
});

async function answer(request: express.Request, response: express.Response) {
  const outcome = uploadOutcomeOf(request);
  const files = outcome.ok ? outcome.files : [];
  const contents = await Promise.all(files.map((file) => readFile(file.path)));
  response.json({
    outcome,
    fields: { ...request.body },
    inQuarantine: readdirSync(incoming).length,
    hashes: contents.map((content) => createHash('sha256').update(content).digest('hex')),
  });
}

interface Answer {
  outcome: {
    ok: boolean;
    refusal?: string;
    originalName?: string;
    files: Record<string, unknown>[];
  };
  fields: Record<string, unknown>;
  inQuarantine: number;
  hashes: string[];
}

async function post(path: string, body: BodyInit, headers: Record<string, string> = {}) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    body,
    headers,
  });
  return (await response.json()) as Answer;
}

function form(files: [field: string, content: Buffer, name: string][], fields = {}): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, String(value));
  for (const [field, content, name] of files) {
    body.append(field, new Blob([new Uint8Array(content)]), name);
  }
  return body;
}

function part(disposition: string, content: string): string {
  return `--${BOUNDARY}${LINE}Content-Disposition: form-data; ${disposition}${LINE}${LINE}${content}${LINE}`;
}

async function expectEmptyQuarantine() {
  for (let tries = 0; tries < 100 && readdirSync(incoming).length > 0; tries += 1) await pause(20);
  expect(await readdir(incoming)).toEqual([]);
}

afterEach(expectEmptyQuarantine);

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
    const { outcome, fields, inQuarantine, hashes } = await post('/upload', sent);
    expect(outcome.files).toMatchObject([
      { field: 'paper-1', originalName: 'bill.pdf', bytes: 300_000 },
      { field: 'paper-2', originalName: 'b.jpg', bytes: 1 },
    ]);
    expect(outcome.files.map((file) => file['sha256'])).toEqual(hashes);
    expect(hashes[0]).toBe(createHash('sha256').update(content).digest('hex'));
    expect(fields).toEqual({ _csrf: 'token' });
    expect(inQuarantine).toBe(2);
    expect((await stat(incoming)).mode & 0o777).toBe(0o700);
  });

  it('may be none: an empty file input, or a request of another kind', async () => {
    const empty = part('name="paper-1"; filename=""', '') + `--${BOUNDARY}--${LINE}`;
    expect((await post('/upload', empty, MULTIPART)).outcome).toEqual({ ok: true, files: [] });
    const json = { 'content-type': 'application/json' };
    expect((await post('/upload', '{}', json)).outcome).toEqual({ ok: true, files: [] });
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
    const { outcome } = await post('/upload', `${body}--${BOUNDARY}--${LINE}`, MULTIPART);
    expect(outcome.files).toMatchObject([{ originalName: shown }]);
    expect(outcome.files[0]?.['path']).toMatch(/\/\.incoming\/[0-9a-f]{32}$/);
  });

  it('with 300 characters in the name keep the extension', async () => {
    const { outcome } = await post(
      '/upload',
      form([['paper-1', Buffer.from('x'), `${'n'.repeat(300)}.pdf`]]),
    );
    expect(outcome.files[0]?.['originalName']).toMatch(/^n{195}….pdf$/);
  });
});

describe('refusals', () => {
  const refusalOf = async (path: string, body: BodyInit, headers = {}) => {
    const { outcome, inQuarantine } = await post(path, body, headers);
    expect(inQuarantine).toBe(0);
    return outcome.refusal ?? 'taken';
  };

  it('one byte too many in a file, and none too many', async () => {
    const exact = Buffer.alloc(FILE_LIMITS.maxBytesPerFile);
    expect((await post('/upload', form([['paper-1', exact, 'a.pdf']]))).outcome.ok).toBe(true);
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
    const two = { 'content-type': `multipart/form-data; boundary=other; boundary=${BOUNDARY}` };
    expect(await refusalOf('/upload', file, two)).toBe('malformed_request');
    expect(await refusalOf('/upload', file, MULTIPART)).toBe('malformed_request');
  });

  it('of prototype names: they reach no prototype', async () => {
    const body =
      part('name="__proto__[polluted]"', 'yes') +
      part('name="constructor[prototype][polluted]"', 'yes') +
      part('name="plain"', 'kept') +
      `--${BOUNDARY}--${LINE}`;
    const { outcome, fields } = await post('/upload', body, MULTIPART);
    expect(outcome.ok).toBe(true);
    expect(fields['plain']).toBe('kept');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Reflect.get(Object.prototype, 'polluted')).toBeUndefined();
  });
});

describe('senders who do not finish', () => {
  function openUpload(path: string, content: Buffer): Promise<ReturnType<typeof connect>> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        const head = [
          `POST ${path} HTTP/1.1`,
          'Host: 127.0.0.1',
          `Content-Type: ${MULTIPART['content-type']}`,
          'Content-Length: 2000000',
        ].join(LINE);
        const start = part('name="paper-1"; filename="a.pdf"', '').slice(0, -LINE.length);
        socket.write(`${head}${LINE}${LINE}${start}`);
        socket.write(content, () => resolve(socket));
      });
      socket.on('error', (error) => (socket.destroyed ? undefined : reject(error)));
    });
  }

  const descriptors = () => readdirSync('/proc/self/fd').length;

  it('200 dropped half-way leave no file and no descriptor', async () => {
    await post('/upload', form([]));
    const before = descriptors();
    const sockets = await Promise.all(
      Array.from({ length: 200 }, () => openUpload('/upload', Buffer.alloc(20_000))),
    );
    for (let tries = 0; tries < 200 && readdirSync(incoming).length < 200; tries += 1)
      await pause(20);
    expect(readdirSync(incoming)).toHaveLength(200);
    for (const socket of sockets) socket.destroy();
    await expectEmptyQuarantine();
    for (let tries = 0; tries < 100 && descriptors() > before + 2; tries += 1) await pause(20);
    expect(descriptors()).toBeLessThanOrEqual(before + 2);
    expect((await post('/upload', form([['paper-1', Buffer.from('x'), 'a']]))).outcome.ok).toBe(
      true,
    );
  }, 30_000);

  it('are cut when they fall silent, and when they only drip', async () => {
    const silent = await openUpload('/hasty', Buffer.alloc(100));
    await new Promise((resolve) => silent.once('close', resolve));
    const dripping = await openUpload('/hasty', Buffer.alloc(100));
    const drip = setInterval(() => dripping.write('x'), 50);
    await new Promise((resolve) => dripping.once('close', resolve));
    clearInterval(drip);
  }, 10_000);
});
