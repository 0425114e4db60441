import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFile } from '../../support/files-host.js';
import { eventsOf, type ReviewDesk, startReviewDesk, storedPaper } from './review-desk.js';

let desk: ReviewDesk;
beforeAll(async () => {
  desk = await startReviewDesk();
});
afterAll(() => desk.stop());

describe('opening a paper', () => {
  it('shows it beside what was declared, and is one event however long one looks', async () => {
    const officer = await desk.signInAs('officer');
    const files = await storedPaper(desk, 2);
    const { application, path } = await desk.addCase((a) =>
      a.inReviewBy(officer.staff.id).withPaper('utility_bill', files),
    );
    const page = await officer.get(`${path}/evidence/1`);
    expect(page.status).toBe(200);
    expect(page.$('h1').text()).toBe('Utility bill');
    expect(page.$('[data-viewer-image]').attr('src')).toBe(`${path}/evidence/1/pages/1`);
    expect(page.$('#facts').text()).toContain('Priya Example');
    expect(page.$('#facts').text()).toContain('dated on or after 17 August 2026 would do');
    for (const query of ['?page=2', '?page=2&rotate=90&zoom=150']) {
      const moved = await officer.get(`${path}/evidence/1${query}`);
      expect(moved.$('[data-viewer-image]').attr('src')).toBe(`${path}/evidence/1/pages/2`);
      const picture = await openFile(await officer.get(`${path}/evidence/1/pages/2`));
      expect(picture.status).toBe(200);
    }
    const looks = [
      { paperId: files.id, kind: 'utility_bill', what: 'pages', by: officer.staff.id },
    ];
    expect(await eventsOf(desk, application.id, 'evidence-viewed')).toEqual(looks);
    desk.clock.advance({ minutes: 1 });
    await officer.get(`${path}/evidence/1`);
    expect(await eventsOf(desk, application.id, 'evidence-viewed')).toHaveLength(2);
    desk.clock.advance({ minutes: 31 });
    await officer.get('/sign-in');
  });

  it('is an event too when only the picture is asked for, and another for another officer', async () => {
    const [one, other] = [await desk.signInAs('officer'), await desk.signInAs('supervisor')];
    const files = await storedPaper(desk);
    const { application, path } = await desk.addCase((a) => a.withPaper('v5c', files));
    await one.get(`${path}/evidence/1/pages/1`);
    await one.get(`${path}/evidence/1/pages/1`);
    await other.get(`${path}/evidence/1/pages/1`);
    const looks = await eventsOf(desk, application.id, 'evidence-viewed');
    expect(looks.map(({ by }) => by)).toEqual([one.staff.id, other.staff.id]);
  });
});

describe('the files of a paper', () => {
  it('come with guarded headers: the picture shown, the original only saved', async () => {
    const officer = await desk.signInAs('officer');
    const files = await storedPaper(desk);
    const { application, path } = await desk.addCase((a) => a.withPaper('utility_bill', files));
    const asked = { headers: { accept: 'text/html', range: 'bytes=0-,0-' } };
    const picture = await openFile(
      await officer.get(`${path}/evidence/1/pages/1?type=text/html`),
      asked,
    );
    expect([picture.status, picture.body.equals(files.picture)]).toEqual([200, true]);
    const original = await openFile(await officer.get(`${path}/evidence/1/original`), asked);
    expect(original.text).toBe(files.pdf.toString());
    expect(picture.headers['content-type']).toBe('image/jpeg');
    expect(picture.headers['content-disposition']).toBe('inline');
    expect(original.headers['content-type']).toBe('application/pdf');
    expect(original.headers['content-disposition']).toContain(
      'attachment; filename="utility_bill.pdf"',
    );
    const looks = await eventsOf(desk, application.id, 'evidence-viewed');
    expect(looks.map(({ what }) => what)).toEqual(['pages', 'original']);
  });

  it('stay shut to support, auditors and administrators, and leave no event', async () => {
    const files = await storedPaper(desk);
    const { application, path } = await desk.addCase((a) => a.withPaper('proof_of_care', files));
    for (const role of ['support', 'auditor', 'administrator'] as const) {
      const browser = await desk.signInAs(role);
      for (const address of ['', '/pages/1', '/original']) {
        const answer = await browser.get(`${path}/evidence/1${address}`);
        expect([role, address, answer.status]).toEqual([role, address, 403]);
        expect(answer.$('main').text()).toContain('Only an officer or a supervisor can do this.');
      }
    }
    expect(await eventsOf(desk, application.id, 'evidence-viewed')).toEqual([]);
  });

  it('answer alike whether the case, the paper or the page is unknown', async () => {
    const officer = await desk.signInAs('officer');
    const files = await storedPaper(desk);
    const one = await desk.addCase((a) => a.withPaper('utility_bill', files));
    const two = await desk.addCase((a) => a.withV5C());
    const addresses = [
      '/applications/PD-0000-0000/evidence/1/pages/1',
      `${one.path}/evidence/2/pages/1`,
      `${one.path}/evidence/1/pages/2`,
      `${one.path}/evidence/1/pages/0`,
      `${one.path}/evidence/1/pages/01`,
      `${one.path}/evidence/${files.id}/pages/1`,
      `${one.path}/evidence/1/pages/${randomUUID()}`,
      `${two.path}/evidence/2`,
      `${two.path}/evidence/2/original`,
      '/applications/PD-0000-0000/evidence/1',
    ];
    const bodies = new Set<string>();
    for (const address of addresses) {
      const answer = await officer.get(address);
      expect([address, answer.status]).toEqual([address, 404]);
      bodies.add(
        answer
          .$('main')
          .text()
          .replace(/Page reference: \w+/, ''),
      );
    }
    expect(bodies.size).toBe(1);
  });

  it('are not shown at all when they are not what was stored', async () => {
    const officer = await desk.signInAs('officer');
    const [one, other] = [await storedPaper(desk), await storedPaper(desk)];
    const { path } = await desk.addCase((a) =>
      a.withPaper('utility_bill', one).withPaper('v5c', {
        ...other,
        pages: one.pages.map((p) => ({ ...p, storageName: 'f'.repeat(32) })),
      }),
    );
    const missing = await openFile(await officer.get(`${path}/evidence/2/pages/1`));
    expect(missing.status).toBe(500);
    expect(missing.text).toContain('This paper cannot be shown');
    const file = await fileNamed(one.pages[0]?.storageName ?? '');
    const sealed = await readFile(file);
    sealed[sealed.length - 20] = (sealed[sealed.length - 20] ?? 0) ^ 1;
    await writeFile(file, sealed);
    const damaged = await openFile(await officer.get(`${path}/evidence/1/pages/1`));
    expect([damaged.status, damaged.headers['content-type']]).toEqual([
      500,
      'text/plain; charset=utf-8',
    ]);
  });

  it('do not open in the place of another paper', async () => {
    const officer = await desk.signInAs('officer');
    const [one, other] = [await storedPaper(desk), await storedPaper(desk)];
    const { path } = await desk.addCase((a) =>
      a.withPaper('utility_bill', { ...one, pages: other.pages }),
    );
    const answer = await openFile(await officer.get(`${path}/evidence/1/pages/1`));
    expect(answer.status).toBe(500);
  });
});

async function fileNamed(name: string): Promise<string> {
  const folder = desk.settings.UPLOADS_DIR;
  const files = await readdir(folder, { recursive: true });
  const found = files.find((file) => file.endsWith(name));
  if (!found) throw new Error('not stored');
  return join(folder, found);
}
