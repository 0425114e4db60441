import { FilesHost } from '../../../src/evidence-files/files-host.js';
import { type LinkRefusal, LinkRefusals } from '../../../src/evidence-files/link-refusals.js';
import { askFilesHost, openFile } from '../../support/files-host.js';
import { rawRequest } from '../../support/raw-request.js';
import { signIn } from '../../support/test-application.js';
import { cookieOf } from '../attacks/attack-scene.js';
import {
  eventsOf,
  type Officer,
  type ReviewDesk,
  startReviewDesk,
  storedPaper,
} from '../review/review-desk.js';

/** The links by which papers reach the officer's eyes (S3.6, S3.7). */

let desk: ReviewDesk;
let officer: Officer;
beforeAll(async () => {
  desk = await startReviewDesk();
  officer = await desk.signInAs('officer');
});
afterAll(() => desk.stop());

async function aPaper(pages = 1) {
  const files = await storedPaper(desk, pages);
  const built = await desk.addCase((a) => a.withPaper('utility_bill', files));
  return { ...built, files, paper: `${built.path}/evidence/1` };
}

async function linkOf(address: string, as = officer): Promise<string> {
  const { status, location } = await as.get(address);
  expect([address, status]).toEqual([address, 303]);
  return location ?? '';
}

const refused = (because: LinkRefusal) => desk.app.get(LinkRefusals).countOf(because);
const HINT = 'Go back to the case and open the paper again from there.';

/** 404 with the hint, and counted for this reason. */
async function expectRefused(because: LinkRefusal, ask: () => ReturnType<typeof askFilesHost>) {
  const before = refused(because);
  const answer = await ask();
  expect([because, answer.status]).toEqual([because, 404]);
  expect(answer.text).toContain(HINT);
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect([because, refused(because)]).toEqual([because, before + 1]);
}

async function deliveries(paperId: string) {
  const rows: { page_number: number; staff_id: string }[] = await desk.database.dataSource.query(
    'SELECT page_number, staff_id FROM evidence_deliveries WHERE paper_id = ? ORDER BY page_number',
    [paperId],
  );
  return rows.map((row) => [row.page_number, row.staff_id]);
}

describe('a link to a page', () => {
  it('opens the picture on the host of files, once, and says who was given what', async () => {
    const { paper, files } = await aPaper(2);
    const link = await linkOf(`${paper}/pages/2`);
    expect(link).toMatch(/^http:\/\/files\.localhost:\d+\/pages\/[\w-]{120}$/);
    const picture = await askFilesHost(link);
    expect([picture.status, picture.body.equals(files.picture)]).toEqual([200, true]);
    expect(picture.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'cross-origin',
      'accept-ranges': 'none',
    });
    expect(picture.headers['set-cookie']).toBeUndefined();
    expect(await deliveries(files.id)).toEqual([[2, officer.staff.id]]);
    await expectRefused('used_before', () => askFilesHost(link));
    expect(await deliveries(files.id)).toHaveLength(1);
  });

  it('is opened once also when fifty ask at the same time', async () => {
    const { paper, files } = await aPaper();
    const link = await linkOf(`${paper}/pages/1`);
    const answers = await Promise.all(Array.from({ length: 50 }, () => askFilesHost(link)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(49);
    expect(await deliveries(files.id)).toHaveLength(1);
  });

  it('attack 5: opens nothing 61 seconds later; the page’s own address gives another', async () => {
    const { paper } = await aPaper();
    const [early, late] = [await linkOf(`${paper}/pages/1`), await linkOf(`${paper}/pages/1`)];
    desk.clock.advance({ seconds: 59 });
    expect((await askFilesHost(early)).status).toBe(200);
    desk.clock.advance({ seconds: 2 });
    await expectRefused('expired', () => askFilesHost(late));
    expect((await openFile(await officer.get(`${paper}/pages/1`))).status).toBe(200);
  });

  it('attack 6: opens nothing with another file, page or purpose put in its place', async () => {
    const [one, other] = [await aPaper(2), await aPaper()];
    const link = await linkOf(`${one.paper}/pages/1`);
    const bytes = Buffer.from(link.slice(-120), 'base64url');
    const swapped = Buffer.from(bytes);
    swapped.write(other.files.id.replaceAll('-', ''), 1, 16, 'hex');
    const turned = Buffer.from(bytes);
    turned.writeUInt16BE(2, 17);
    const { origin } = new URL(link);
    for (const forged of [swapped, turned]) {
      const address = `${origin}/pages/${forged.toString('base64url')}`;
      await expectRefused('altered', () => askFilesHost(address));
    }
    await expectRefused('altered', () => askFilesHost(link.replace('/pages/', '/originals/')));
    expect((await askFilesHost(link)).status).toBe(200);
  });

  it('attack 4: copied to somebody else, typed into his browser or opened after its owner', async () => {
    const { paper } = await aPaper();
    const other = await desk.signInAs('officer');
    const link = await linkOf(`${paper}/pages/1`);
    const typed = { ...cookieOf(other), 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' };
    await expectRefused('not_from_a_page', () => askFilesHost(link, { headers: typed }));
    const asPage = { ...cookieOf(other), 'sec-fetch-dest': 'document' };
    await expectRefused('not_from_a_page', () => askFilesHost(link, { headers: asPage }));
    expect((await askFilesHost(link)).status).toBe(200);
    await expectRefused('used_before', () => askFilesHost(link, { headers: cookieOf(other) }));
    // What a browser copies is the page's own address, and that asks who is there.
    const support = await desk.signInAs('support');
    expect((await support.get(`${paper}/pages/1`)).status).toBe(403);
    expect((await desk.visitor().get(`${paper}/pages/1`)).location).toMatch(/^\/sign-in/);
  });
});

describe('a link ends with what it rests on', () => {
  it('with the session: signed out, and signed in again', async () => {
    const person = await desk.signInAs('officer');
    const { paper } = await aPaper();
    const link = await linkOf(`${paper}/pages/1`, person);
    await person.post('/sign-out');
    await expectRefused('session_ended', () => askFilesHost(link));
    await signIn(person, person.staff.email);
    await expectRefused('session_ended', () => askFilesHost(link));
  });

  it('with a session that was idle for too long', async () => {
    const person = await desk.signInAs('officer');
    const { paper } = await aPaper();
    desk.clock.advance({ minutes: 19, seconds: 30 });
    const link = await linkOf(`${paper}/pages/1`, person);
    await desk.database.dataSource.query(
      'UPDATE staff_sessions SET last_seen_at = ? WHERE account_id = ?',
      [new Date(desk.clock.now().getTime() - 20 * 60_000), person.staff.id],
    );
    await expectRefused('session_ended', () => askFilesHost(link));
    officer = await desk.signInAs('officer');
  });

  it('with the account', async () => {
    const person = await desk.signInAs('officer');
    const { paper } = await aPaper();
    const link = await linkOf(`${paper}/pages/1`, person);
    await desk.database.dataSource.query(
      'UPDATE staff_accounts SET disabled_at = UTC_TIMESTAMP(3) WHERE id = ?',
      [person.staff.id],
    );
    await expectRefused('account_ended', () => askFilesHost(link));
  });

  it('with the permission', async () => {
    const person = await desk.signInAs('officer');
    const { paper } = await aPaper();
    const link = await linkOf(`${paper}/pages/1`, person);
    await desk.database.dataSource.query('UPDATE staff_accounts SET role = ? WHERE id = ?', [
      'support',
      person.staff.id,
    ]);
    await expectRefused('not_allowed', () => askFilesHost(link));
  });

  it('with the paper, when nobody may see it any more', async () => {
    const { paper, files } = await aPaper();
    const link = await linkOf(`${paper}/pages/1`);
    await desk.database.dataSource.query(
      "UPDATE evidence_papers SET virus_check = 'infected' WHERE id = ?",
      [files.id],
    );
    await expectRefused('file_gone', () => askFilesHost(link));
    expect((await officer.get(`${paper}/pages/1`)).status).toBe(404);
  });
});

describe('an original', () => {
  it('is only ever saved, under its name, which no link holds', async () => {
    const { paper, files, application } = await aPaper();
    const link = await linkOf(`${paper}/original`);
    expect(link).toMatch(/\/originals\/[\w-]{120}$/);
    const saved = await askFilesHost(link);
    expect(saved.body.equals(files.pdf)).toBe(true);
    expect(saved.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(saved.headers['content-disposition']).toContain(
      'attachment; filename="utility_bill.pdf"',
    );
    const looks = await eventsOf(desk, application.id, 'evidence-viewed');
    expect(looks.map(({ what }) => what)).toEqual(['original']);
  });
});

describe('the host of files', () => {
  it('attack 106, attack 107: fixes the kind of content and sends all of it or nothing', async () => {
    const { paper, files } = await aPaper();
    const many = `bytes=${'0-,'.repeat(1000)}0-`;
    for (const range of ['bytes=0-10', 'bytes=0-,0-', many]) {
      const headers = { accept: 'text/html', range };
      const link = `${await linkOf(`${paper}/pages/1`)}?type=text/html`;
      const answer = await askFilesHost(link, { headers });
      expect([answer.status, answer.body.length]).toEqual([200, files.picture.length]);
      expect(answer.headers['content-type']).toBe('image/jpeg');
      expect(answer.headers['content-range']).toBeUndefined();
    }
  });

  it('takes no other verb, and a refused one uses nothing up', async () => {
    const { paper } = await aPaper();
    const link = await linkOf(`${paper}/pages/1`);
    for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await askFilesHost(link, { method });
      expect([method, answer.status, answer.headers['allow']]).toEqual([method, 405, 'GET']);
    }
    expect((await askFilesHost(link)).status).toBe(200);
  });

  it('has no page, asset, health, API or sign-in, and reads and sets no cookie', async () => {
    const { paper } = await aPaper();
    const { origin } = new URL(await linkOf(`${paper}/pages/1`));
    const page = await officer.get('/queue');
    const style = page.$('link[rel=stylesheet]').attr('href') ?? '';
    const paths = ['/', '/queue', '/sign-in', '/health', '/api/v1', style, `${paper}/pages/1`];
    for (const path of [
      ...paths,
      paper,
      '/pages',
      '/pages/',
      '/pages/x',
      '/Pages/x',
      '//pages/x',
    ]) {
      const answer = await askFilesHost(`${origin}${path}`, { headers: cookieOf(officer) });
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
      expect(answer.headers['cache-control']).toBe('private, no-store');
    }
    expect((await askFilesHost(`${origin}/pages/%zz`)).status).toBe(400);
  });

  it('is the only one that serves papers', async () => {
    const { paper } = await aPaper();
    const link = new URL(await linkOf(`${paper}/pages/1`));
    expect((await officer.get(link.pathname)).status).toBe(404);
    const app = await officer.get(`${paper}/pages/1`);
    expect([app.status, app.headers.get('content-type')]).not.toContain('image/jpeg');
    expect(desk.app.get(FilesHost)).toBeDefined();
  });

  it('is found by the Host header alone', async () => {
    const { paper } = await aPaper();
    const link = new URL(await linkOf(`${paper}/pages/1`));
    const asked = (headers: object) => rawRequest(desk.url, 'GET', link.pathname, headers);
    const elsewhere = { host: new URL(desk.url).host, 'x-forwarded-host': link.host };
    expect((await asked(elsewhere)).status).toBe(404);
    expect((await asked({ host: `evil.${link.host}` })).status).toBe(400);
    expect((await asked({ host: link.host.toUpperCase() })).status).toBe(200);
  });
});

describe('a picture’s own address', () => {
  it('leads to the paper on its case when it is opened as a page', async () => {
    const { paper, application } = await aPaper();
    const answer = await officer.get(`${paper}/pages/1`, { 'sec-fetch-dest': 'document' });
    expect([answer.status, answer.location]).toEqual([303, `${paper}?page=1`]);
    expect(await eventsOf(desk, application.id, 'evidence-viewed')).toEqual([]);
  });

  it('may be shown by pages of this service: the policy names the host of files', async () => {
    const page = await officer.get('/queue');
    const { origin } = new URL(desk.settings.FILES_URL);
    expect(page.headers.get('content-security-policy')).toContain(`img-src 'self' ${origin};`);
  });
});
