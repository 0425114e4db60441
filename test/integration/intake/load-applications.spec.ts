import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progressLine, summaryLines } from '../../../scripts/intake/load-report.js';
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
