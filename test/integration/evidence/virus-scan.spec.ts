import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdf, photo } from '../files/sample-files.js';
import { startOwnClamd, type OwnClamd } from '../../support/own-clamd.js';
import { aBody, inZone } from '../intake/intake-desk.js';
import { type EvidenceBench, infectedPhoto, startEvidenceBench } from './evidence-bench.js';

let clamd: OwnClamd;
let bench: EvidenceBench;
beforeAll(async () => {
  clamd = await startOwnClamd();
  bench = await startEvidenceBench({ CLAMD_URL: clamd.url });
});
afterAll(async () => {
  await bench.stop();
  await clamd.stop();
});

const bill = async () => ['utility_bill', await pdf(1), 'bill.pdf'] as const;
const at = (reference: string, path = '') => `/applications/${reference}/evidence/1${path}`;

describe('the virus check', () => {
  it('keeps a paper from everybody until it is done, then opens it', async () => {
    const officer = await bench.desk.signInAs('officer');
    const reference = await bench.arrive([[...(await bill())]]);
    expect((await bench.papersOf(reference))[0]?.virus_check).toBe('waiting');
    const page = await officer.get(at(reference));
    expect(page.status).toBe(200);
    expect(page.text).toContain('waits for the virus check');
    expect(page.$('img[src*="/pages/"]').length).toBe(0);
    expect(page.text).not.toContain('Download the original');
    for (const path of ['/pages/1', '/original']) {
      expect((await officer.get(at(reference, path))).status).toBe(404);
    }
    expect((await officer.get(`/applications/${reference}`)).text).toContain(
      'Waiting for virus check',
    );

    await bench.scanner.test();
    await bench.runChecks();
    expect((await bench.papersOf(reference))[0]?.virus_check).toBe('clean');
    expect(await bench.eventsOf(reference, 'evidence-scanned')).toHaveLength(1);
    const open = await officer.get(at(reference));
    expect(open.$('img[src*="/pages/"]').length).toBe(1);
    expect([200, 303]).toContain((await officer.get(at(reference, '/pages/1'))).status);
  });

  it('attack 080: destroys a paper with a virus, and says to ask for it again', async () => {
    const officer = await bench.desk.signInAs('officer');
    const reference = await bench.arrive([
      ['utility_bill', await infectedPhoto(), 'bill.jpg'],
      ['v5c', await photo(300, 200), 'v5c.jpg'],
    ]);
    await bench.scanner.test();
    await bench.runChecks();
    const [bad, good] = await bench.papersOf(reference);
    expect([bad?.virus_check, good?.virus_check]).toEqual(['infected', 'clean']);
    expect(bad?.wrapped_key).toBe('');
    expect(await bench.rows('SELECT 1 FROM evidence_pages WHERE paper_id = ?', [bad?.id])).toEqual(
      [],
    );
    const refused = await bench.eventsOf(reference, 'evidence-refused');
    expect(refused).toEqual([expect.objectContaining({ because: 'infected', paperId: bad?.id })]);
    const names = bench.desk.storedFiles();
    expect(names.join()).not.toContain(bad?.storage_name);
    expect(names.join()).toContain(good?.storage_name);

    const page = await officer.get(at(reference));
    expect(page.text).toContain('A virus was found in this paper');
    for (const path of ['/pages/1', '/original']) {
      expect((await officer.get(at(reference, path))).status).toBe(404);
    }
    const whole = await officer.get(`/applications/${reference}`);
    expect(whole.text).toContain('Refused: virus');
    expect(whole.text).toContain('a virus was found');
  });

  it('attack 083: waits while the scanner is down, and goes on by itself when it is back', async () => {
    const reference = await bench.arrive([[...(await bill())]]);
    await bench.scanner.test();
    const port = Number(new URL(clamd.url).port);
    await clamd.kill();
    await bench.runChecks();
    await bench.runChecks();
    expect((await bench.papersOf(reference))[0]?.virus_check).toBe('waiting');
    clamd = await startOwnClamd({ port });
    // Back, and not believed before it has found the test virus again.
    await bench.runChecks();
    expect((await bench.papersOf(reference))[0]?.virus_check).toBe('waiting');
    await bench.scanner.testIfDue();
    await bench.runChecks();
    expect((await bench.papersOf(reference))[0]?.virus_check).toBe('clean');
  });
});

describe('a scanner that cannot be relied on', () => {
  it('has no files taken, and says so plainly; applications without files go on', async () => {
    const blind = await startOwnClamd({
      signatures: ['Other:0:*:00112233445566778899aabbccddeeff'],
    });
    const closed = await startEvidenceBench({ CLAMD_URL: blind.url });
    const reference = await closed.arrive([]);
    const before = await closed.arrive([[...(await bill())]]);
    expect(await closed.scanner.test()).toMatchObject({ condition: 'closed' });
    const refused = await closed.desk.addTo(reference, [[...(await bill())]]);
    expect(refused.status).toBe(503);
    expect(refused.body['detail']).toMatch(/cannot take files at the moment/);
    const whole = await closed.desk.sendWith(aBody(await inZone(closed.desk)), [
      [...(await bill())],
    ]);
    expect(whole.status).toBe(503);
    expect((await closed.desk.send(aBody(await inZone(closed.desk)))).status).toBe(201);
    // Nothing that waits is let through by it either.
    await closed.runChecks();
    expect((await closed.papersOf(before))[0]?.virus_check).toBe('waiting');
    expect(await closed.desk.quarantineEmpties()).toEqual([]);
    await closed.stop();
    await blind.stop();
  });
});

describe('the page about the scanner', () => {
  it('says to those who look after it how it is and what waits', async () => {
    const supervisor = await bench.desk.signInAs('supervisor');
    await bench.scanner.test();
    const well = await supervisor.get('/administration/virus-scanner');
    expect(well.$('main').text()).toMatch(/Working[\s\S]*ClamAV 1\.[\s\S]*None/);
    await bench.arrive([[...(await bill())]]);
    await bench.rows(
      "UPDATE virus_scanner_state SET condition_code = 'closed', findings = 'misses_viruses'",
    );
    const closed = await supervisor.get('/administration/virus-scanner');
    expect(closed.$('main').text()).toMatch(
      /no files are taken[\s\S]*harmless test virus[\s\S]*1, the oldest/,
    );
    const officer = await bench.desk.signInAs('officer');
    expect((await officer.get('/administration/virus-scanner')).status).toBe(403);
  });
});

describe('papers that came before there was a scanner', () => {
  it('are scanned once there is one: the clean stay open, one with a virus is destroyed', async () => {
    const path = await mkdtemp(join(tmpdir(), 'permit-desk-late-'));
    const without = await startEvidenceBench({ UPLOADS_DIR: path });
    const reference = await without.arrive([
      ['utility_bill', await infectedPhoto(), 'bill.jpg'],
      ['v5c', await photo(300, 200), 'v5c.jpg'],
      ['bank_statement', await pdf(3), 'gone.pdf'],
    ]);
    await without.runChecks();
    const states = async () =>
      (await without.papersOf(reference)).map(({ virus_check }) => virus_check);
    expect(await states()).toEqual(['not_scanned', 'not_scanned', 'not_scanned']);
    const [, , gone] = await without.papersOf(reference);
    await rm(without.desk.storedFiles().find((at) => at.endsWith(gone?.storage_name ?? '?')) ?? '');
    const [before] = await without.rows<{ version: number }>(
      'SELECT version FROM applications WHERE reference = ?',
      [reference],
    );

    await without.withWorker({ CLAMD_URL: clamd.url }, async ({ rebook, scanner, runChecks }) => {
      await scanner.test();
      await runChecks();
      expect(await states()).toEqual(['not_scanned', 'not_scanned', 'not_scanned']);
      await rebook();
      await rebook();
      await runChecks();
      expect(await states()).toEqual(['infected', 'clean', 'not_scanned']);
      // What cannot be read is tried again in an hour, and not before.
      const booked = () =>
        without.rows(
          `SELECT subject_id FROM outbox_jobs WHERE state = 'waiting' AND job = 'scan-paper'`,
        );
      await rebook();
      expect(await booked()).toEqual([]);
      without.desk.clock.advance({ minutes: 61 });
      await rebook();
      expect(await booked()).toEqual([{ subject_id: gone?.id }]);
    });
    const [bad] = await without.papersOf(reference);
    expect(bad?.wrapped_key).toBe('');
    expect(without.desk.storedFiles().join()).not.toContain(bad?.storage_name);
    expect(await without.eventsOf(reference, 'evidence-refused')).toHaveLength(1);
    // Only the virus changed what an officer may have open.
    const after = await without.rows('SELECT version FROM applications WHERE reference = ?', [
      reference,
    ]);
    expect(after).toEqual([{ version: Number(before?.version) + 1 }]);
    await without.stop();
    await rm(path, { recursive: true, force: true });
  });
});
