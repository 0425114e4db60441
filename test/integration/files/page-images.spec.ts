import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { runBounded } from '../../../src/platform/files/bounded-child.js';
import { makePageImages } from '../../../src/platform/files/page-images.js';
import { processUpload } from '../../../src/platform/files/process-upload.js';
import * as sample from './sample-files.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the child process', () => {
  it('is killed when its time is over, and leaves nothing', async () => {
    const { path } = await sample.received(folder, await sample.pdf(40), 'long.pdf');
    const before = Date.now();
    const outcome = await makePageImages(path, 'pdf', { milliseconds: 400 });
    expect(outcome).toEqual({ ok: false, refusal: 'took_too_long' });
    expect(Date.now() - before).toBeLessThan(3000);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('is killed when it takes too much memory', async () => {
    const { path } = await sample.received(folder, await sample.pdf(20), 'long.pdf');
    const outcome = await makePageImages(path, 'pdf', { memoryBytes: 64 * 1024 * 1024 });
    expect(outcome).toEqual({ ok: false, refusal: 'too_complex' });
  });

  it('ends a page whose content unpacks to gigabytes', async () => {
    const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024, ' '));
    const pdf = sample.handmadePdf('', [sample.stream('', bomb)]).toString('latin1');
    const drawn = pdf.replace('/MediaBox', '/Contents 4 0 R /MediaBox');
    const { path } = await sample.received(folder, Buffer.from(drawn, 'latin1'), 'bomb.pdf');
    const outcome = await makePageImages(path, 'pdf');
    expect(outcome.ok ? 'drawn' : outcome.refusal).toMatch(/too_complex|took_too_long|unreadable/);
  }, 40_000);

  it('says when it is our own fault', async () => {
    await expect(makePageImages(join(folder, 'none'), 'jpeg')).rejects.toThrow('exit code');
    expect(await readdir(folder)).toEqual([]);
  });

  it('serves many at once, one after the other', async () => {
    const photos = await Promise.all(
      Array.from({ length: 6 }, async () =>
        processUpload(await sample.received(folder, await sample.photo(), 'a.jpg')),
      ),
    );
    for (const each of photos) {
      expect(each.ok).toBe(true);
      if (each.ok) await each.dispose();
    }
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a bounded child', () => {
  const bounds = { milliseconds: 5000, memoryBytes: 256 * 1024 * 1024 };
  const run = (program: string, milliseconds = bounds.milliseconds) =>
    runBounded(['-e', program], folder, { ...bounds, milliseconds });
  const report = (value: string) => `require('fs').writeSync(3, ${value});`;

  it('is told nothing of our environment', async () => {
    process.env['PLATFORM_FILES_SECRET'] = 'a secret';
    const ending = await run(report('JSON.stringify(process.env)'));
    delete process.env['PLATFORM_FILES_SECRET'];
    const told = ending.because === 'reported' ? (JSON.parse(ending.report) as object) : null;
    // What remains is what the shell itself says of where it stands.
    for (const name of Object.keys(told ?? { none: 1 }))
      expect(name).toMatch(/^(PWD|OLDPWD|SHLVL|_)$/);
  });

  it('that never ends is dead when we are told so', async () => {
    const program = "require('fs').writeFileSync('pid', String(process.pid)); for (;;) {}";
    expect(await run(program, 500)).toEqual({ because: 'time' });
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
    expect(pid).toBeGreaterThan(1);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('that takes memory outside the heap is ended', async () => {
    const program = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(3e7, 1)), 20);';
    expect(await run(program)).toEqual({ because: 'memory' });
  });

  it('that crashes, fails or talks too much is told apart', async () => {
    expect(await run("process.kill(process.pid, 'SIGSEGV'); for (;;) {}")).toEqual({
      because: 'crash',
    });
    expect(await run('process.exit(7)')).toEqual({ because: 'fault', exitCode: 7 });
    expect(await run(report("'x'.repeat(1e6)"))).toEqual({ because: 'crash' });
    expect(await run(report("'done'"))).toEqual({ because: 'reported', report: 'done' });
  });
});
