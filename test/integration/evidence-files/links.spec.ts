import { askFilesHost, openFile } from '../../support/files-host.js';
import { signIn } from '../../support/test-application.js';
import { cookieOf } from '../attacks/attack-scene.js';
import type { Officer } from '../review/review-desk.js';
import { type LinksBench, startLinksBench } from './links-bench.js';

/** The links by which papers reach the officer's eyes (S3.6, S3.7). */

let bench: LinksBench;
let desk: LinksBench['desk'];
let officer: Officer;
beforeAll(async () => {
  bench = await startLinksBench();
  ({ desk } = bench);
  officer = await desk.signInAs('officer');
});
afterAll(() => desk.stop());

async function deliveries(paperId: string) {
  const rows: { page_number: number; staff_id: string }[] = await desk.database.dataSource.query(
    'SELECT page_number, staff_id FROM evidence_deliveries WHERE paper_id = ? ORDER BY page_number',
    [paperId],
  );
  return rows.map((row) => [row.page_number, row.staff_id]);
}

describe('a link to a page', () => {
  it('opens the picture on the host of files, once, and says who was given what', async () => {
    const { paper, files } = await bench.aPaper(2);
    const link = await bench.linkOf(`${paper}/pages/2`, officer);
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
    await bench.expectRefused('used_before', () => askFilesHost(link));
    expect(await deliveries(files.id)).toHaveLength(1);
  });

  it('is opened once also when fifty ask at the same time', async () => {
    const { paper, files } = await bench.aPaper();
    const link = await bench.linkOf(`${paper}/pages/1`, officer);
    const answers = await Promise.all(Array.from({ length: 50 }, () => askFilesHost(link)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(49);
    expect(await deliveries(files.id)).toHaveLength(1);
  });

  it('attack 005: opens nothing 61 seconds later; the page’s own address gives another', async () => {
    const { paper } = await bench.aPaper();
    const [early, late] = [
      await bench.linkOf(`${paper}/pages/1`, officer),
      await bench.linkOf(`${paper}/pages/1`, officer),
    ];
    desk.clock.advance({ seconds: 59 });
    expect((await askFilesHost(early)).status).toBe(200);
    desk.clock.advance({ seconds: 2 });
    await bench.expectRefused('expired', () => askFilesHost(late));
    expect((await openFile(await officer.get(`${paper}/pages/1`))).status).toBe(200);
  });

  it('attack 006: opens nothing with another file, page or purpose put in its place', async () => {
    const [one, other] = [await bench.aPaper(2), await bench.aPaper()];
    const link = await bench.linkOf(`${one.paper}/pages/1`, officer);
    const bytes = Buffer.from(link.slice(-120), 'base64url');
    const swapped = Buffer.from(bytes);
    swapped.write(other.files.id.replaceAll('-', ''), 1, 16, 'hex');
    const turned = Buffer.from(bytes);
    turned.writeUInt16BE(2, 17);
    const { origin } = new URL(link);
    for (const forged of [swapped, turned]) {
      const address = `${origin}/pages/${forged.toString('base64url')}`;
      await bench.expectRefused('altered', () => askFilesHost(address));
    }
    await bench.expectRefused('altered', () =>
      askFilesHost(link.replace('/pages/', '/originals/')),
    );
    expect((await askFilesHost(link)).status).toBe(200);
  });

  it('attack 004: copied to somebody else, typed into his browser or opened after its owner', async () => {
    const { paper } = await bench.aPaper();
    const other = await desk.signInAs('officer');
    const link = await bench.linkOf(`${paper}/pages/1`, officer);
    const typed = { ...cookieOf(other), 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' };
    await bench.expectRefused('not_from_a_page', () => askFilesHost(link, { headers: typed }));
    const asPage = { ...cookieOf(other), 'sec-fetch-dest': 'document' };
    await bench.expectRefused('not_from_a_page', () => askFilesHost(link, { headers: asPage }));
    expect((await askFilesHost(link)).status).toBe(200);
    await bench.expectRefused('used_before', () =>
      askFilesHost(link, { headers: cookieOf(other) }),
    );
    // What a browser copies is the page's own address, and that asks who is there.
    const support = await desk.signInAs('support');
    expect((await support.get(`${paper}/pages/1`)).status).toBe(403);
    expect((await desk.visitor().get(`${paper}/pages/1`)).location).toMatch(/^\/sign-in/);
  });
});

describe('a link ends with what it rests on', () => {
  it('with the session: signed out, and signed in again', async () => {
    const person = await desk.signInAs('officer');
    const { paper } = await bench.aPaper();
    const link = await bench.linkOf(`${paper}/pages/1`, person);
    await person.post('/sign-out');
    await bench.expectRefused('session_ended', () => askFilesHost(link));
    await signIn(person, person.staff.email);
    await bench.expectRefused('session_ended', () => askFilesHost(link));
  });

  it('with a session that was idle for too long', async () => {
    const person = await desk.signInAs('officer');
    const { paper } = await bench.aPaper();
    desk.clock.advance({ minutes: 19, seconds: 30 });
    const link = await bench.linkOf(`${paper}/pages/1`, person);
    await desk.database.dataSource.query(
      'UPDATE staff_sessions SET last_seen_at = ? WHERE account_id = ?',
      [new Date(desk.clock.now().getTime() - 20 * 60_000), person.staff.id],
    );
    await bench.expectRefused('session_ended', () => askFilesHost(link));
    officer = await desk.signInAs('officer');
  });

  it('with the account', async () => {
    const person = await desk.signInAs('officer');
    const { paper } = await bench.aPaper();
    const link = await bench.linkOf(`${paper}/pages/1`, person);
    await desk.database.dataSource.query(
      'UPDATE staff_accounts SET disabled_at = UTC_TIMESTAMP(3) WHERE id = ?',
      [person.staff.id],
    );
    await bench.expectRefused('account_ended', () => askFilesHost(link));
  });

  it('with the permission', async () => {
    const person = await desk.signInAs('officer');
    const { paper } = await bench.aPaper();
    const link = await bench.linkOf(`${paper}/pages/1`, person);
    await desk.database.dataSource.query('UPDATE staff_accounts SET role = ? WHERE id = ?', [
      'support',
      person.staff.id,
    ]);
    await bench.expectRefused('not_allowed', () => askFilesHost(link));
  });

  it('with the paper, when nobody may see it any more', async () => {
    const { paper, files } = await bench.aPaper();
    const link = await bench.linkOf(`${paper}/pages/1`, officer);
    await desk.database.dataSource.query(
      "UPDATE evidence_papers SET virus_check = 'infected' WHERE id = ?",
      [files.id],
    );
    await bench.expectRefused('file_gone', () => askFilesHost(link));
    expect((await officer.get(`${paper}/pages/1`)).status).toBe(404);
  });
});
