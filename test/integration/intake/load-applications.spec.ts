import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progressLine, summaryLines } from '../../../scripts/intake/load-report.js';
import { addDays, londonDateOf } from '../../../src/shared/london-date.js';
import { LoadApplications } from '../../../src/intake/load-applications.js';
import { pdf, photo } from '../files/sample-files.js';
import { aBody, inZone, type IntakeDesk, startIntakeDesk } from './intake-desk.js';

let desk: IntakeDesk;
let folder: string;
beforeAll(async () => {
  desk = await startIntakeDesk();
  folder = await mkdtemp(join(tmpdir(), 'intake-'));
});
afterAll(async () => {
  await desk.stop();
  await rm(folder, { recursive: true });
});

async function put(name: string, files: Record<string, string | Buffer>): Promise<void> {
  await mkdir(join(folder, name));
  for (const [file, content] of Object.entries(files)) {
    await writeFile(join(folder, name, file), content);
  }
}

describe('folders of applications', () => {
  it('arrive through the same use case, each refused one named with its reasons', async () => {
    const good = JSON.stringify(aBody(await inZone(desk)));
    const bad = JSON.stringify(aBody(await inZone(desk), { payment: null, durationMonths: 5 }));
    await put('anna', {
      'application.json': good,
      'utility_bill-1.pdf': await pdf(),
      'v5c.jpg': await photo(),
    });
    await put('bert', { 'application.json': bad });
    await put('carl', { 'application.json': '{"not": json' });
    await put('dora', { 'passport.pdf': await pdf() });
    const seen: string[] = [];
    const load = () =>
      desk.app.get(LoadApplications).run({
        folder,
        clientId: desk.client.id,
        onProgress: (one, count) => seen.push(progressLine(one, count)),
      });
    const first = await load();
    expect(first.map(({ name, result }) => [name, result])).toEqual([
      ['anna', 'received'],
      ['bert', 'refused'],
      ['carl', 'refused'],
      ['dora', 'refused'],
    ]);
    expect(seen[0]).toBe(`1/4 anna: ${first[0]?.reference} received`);
    expect(summaryLines(first)).toEqual([
      'Refused: bert',
      '  /durationMonths: Resident is offered for 12 months',
      'Refused: carl',
      '  application.json is not JSON that can be read',
      'Refused: dora',
      '  There is no application.json',
      '',
      'Received:             1',
      'Received before:      0',
      'Refused:              3',
    ]);
    const papers = await desk.rows('SELECT kind FROM evidence_papers ORDER BY position');
    expect(papers).toEqual([{ kind: 'utility_bill' }, { kind: 'v5c' }]);
    const again = await load();
    expect(again[0]).toEqual({ ...first[0], result: 'received_before' });
    expect(await desk.count('applications')).toBe(1);
    expect(await desk.quarantineEmpties()).toEqual([]);
    expect(await readdir(join(folder, 'anna'))).toHaveLength(3);
  });
});

describe('the command', () => {
  const run = (...words: string[]) =>
    new Promise<{ code: number; out: string; progress: string }>((resolve) => {
      const program = ['scripts/intake/load-applications.ts', ...words];
      const env = Object.fromEntries(
        Object.entries(desk.settings)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name, String(value)]),
      );
      execFile(
        process.execPath,
        ['--import', './test/support/run-from-sources.mjs', ...program],
        { env: { ...env, PATH: process.env['PATH'] } },
        (error, out, progress) => resolve({ code: Number(error?.code ?? 0), out, progress }),
      );
    });
  /** Its clock is the real one. */
  const aBodyOfToday = async () => ({
    ...aBody(await inZone(desk)),
    startOn: addDays(londonDateOf(new Date()), 10),
    declarationAcceptedAt: new Date().toISOString(),
  });

  it('loads a folder in the name of a client and ends with 0, or with 1 when one is refused', async () => {
    const [client] = await desk.rows<{ name: string }>('SELECT name FROM api_clients');
    const name = client?.name ?? '';
    const both = join(folder, 'both');
    const body = JSON.stringify(await aBodyOfToday());
    await put('both', {});
    await put('both/bad', { 'application.json': '{}' });
    await put('both/good', { 'application.json': body, 'v5c.jpg': await photo() });
    const first = await run(both, '--client', name);
    expect([first.code, first.progress]).toEqual([
      1,
      expect.stringMatching(/^1\/2 bad: refused\n2\/2 good: PD-.* received\n$/),
    ]);
    expect(first.out).toContain('/clientReference: Client reference is missing');
    const again = await run(join(both, 'good'), '--client', name);
    expect([again.code, again.out]).toEqual([
      0,
      expect.stringContaining('Received before:      1'),
    ]);
    expect(await run(both)).toMatchObject({
      code: 1,
      progress: expect.stringContaining('--client') as string,
    });
  }, 120_000);
});
