import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formOf } from '../review/review-desk.js';
import { rawText } from '../../support/raw-request.js';
import { type Attack, type AttackScene, setAttackScene, tryAll } from './attack-scene.js';

/** Rows of the catalogue about addresses, numbers, letters and limits, at the pages of a case. */

let scene: AttackScene;
beforeAll(async () => {
  scene = await setAttackScene();
}, 120_000);
afterAll(() => scene.stop());

const TWICE = ['sort=oldest&sort=newest', 'zone[]=1&zone[]=2', 'zone[$ne]=x', 'status[]=submitted'];
const NO_PAGES = ['-1', '1e99', 'NaN', '9007199254740993', '0x1', '１', '%00', "1' OR '1'='1"];
const NO_IDS = ['a:b', '*', 'a%0Ab', 'bull:desk:*', '00000000-0000-4000-8000-00000000000%2A'];
const ID_PATHS = ['/searches/', '/bulk-work/', '/applications/', '/administration/reasons/'];

const ADDRESSES: Attack[] = [
  ...['sort=oldest&sort=newest'].map((query): Attack => [
    114,
    `the queue by ${query}`,
    ({ people }) => people.officer.get(`/queue?${query}`),
    400,
  ]),
  ...NO_PAGES.map((page): Attack => [
    119,
    `the queue after ${page}`,
    ({ people }) => people.officer.get(`/queue?after=${page}`),
    400,
  ]),
  ...ID_PATHS.flatMap((path) =>
    NO_IDS.map((id): Attack => [
      138,
      `${path}${id}`,
      ({ people }) => people[path.startsWith('/adm') ? 'auditor' : 'officer'].get(path + id),
      404,
    ]),
  ),
];

describe('odd requests', () => {
  it('by their address are refused or lead nowhere', () => tryAll(scene, ADDRESSES));

  it('attack 114: with a parameter twice or as a list never choose what one sees', async () => {
    const { officer } = scene.people;
    for (const query of TWICE) {
      const answer = await officer.get(`/queue?${query}`);
      expect([query, answer.status === 200 || answer.status === 400]).toEqual([query, true]);
    }
  });

  it('attack 139: keep letters as they are, composed, and refuse half of one', async () => {
    const { people, mine, form, desk } = scene;
    const note = (words: string) =>
      people.officer.post(`${mine.path}/notes`, form(mine, { words }));
    const typed = 'Cafe\u0301 \u202Eabc\u200B 👩‍👩‍👧';
    expect((await note(typed)).status).toBe(303);
    const [row]: { words: string }[] = await desk.database.dataSource.query(
      'SELECT words FROM case_notes ORDER BY written_at DESC, id DESC LIMIT 1',
    );
    expect(row?.words).toBe(typed.normalize('NFC'));
  });

  it('attack 132: never make us fetch what they name', async () => {
    let visits = 0;
    const trap = createServer((_req, res) => {
      visits += 1;
      res.end();
    }).listen(0, '127.0.0.1');
    await once(trap, 'listening');
    const { port } = trap.address() as AddressInfo;
    const { people, mine, form } = scene;
    for (const url of [`http://127.0.0.1:${port}/x.png`, `//127.0.0.1:${port}/y`]) {
      const words = `see ${url} and file:///etc/passwd`;
      await people.officer.post(`${mine.path}/notes`, form(mine, { words }));
      await people.officer.post('/searches', { typed: url });
      const page = await people.officer.get(mine.path);
      expect(
        page.$(`[src*="${port}/"]:not([src*="files.localhost"]), a[href*=":${port}/x"]`),
      ).toHaveLength(0);
    }
    trap.close();
    expect(visits).toBe(0);
  });

  it.each([
    ['too old', ['16', '8', '2026'], ''],
    ['tomorrow', ['21', '11', '2099'], ''],
    ['no day', ['31', '2', '2026'], 'real date'],
    ['left empty', ['', '', ''], 'Enter the date'],
    ['in wide digits', ['１', '１', '２０２６'], ''],
  ])('attack 057, attack 141: a bill dated %s is not accepted', async (_what, date, words) => {
    const { people, mine } = scene;
    const page = await people.officer.get(`${mine.path}/evidence/1`);
    const [day = '', month = '', year = ''] = date;
    const marks = Object.fromEntries(
      ['name', 'address', 'date'].map((fact) => [`mark[${fact}]`, 'matches']),
    );
    const fields = {
      ...{ 'datedOn[day]': day, 'datedOn[month]': month, 'datedOn[year]': year },
      ...{ verdict: 'accept', act: 'save' },
    };
    const before = await scene.state();
    const sent = { ...formOf(page), ...marks, ...fields };
    const answer = await people.officer.post(`${mine.path}/evidence/1/check`, sent);
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary').text()).toContain(words);
    expect(await scene.state()).toBe(before);
  });

  it('attack 151: with two cookies of one name sign nobody else in', async () => {
    const { people, desk } = scene;
    const name = 'permit-desk';
    const good = people.officer.cookies.get(name) ?? '';
    const visitor = desk.visitor();
    const planted = await visitor.get('/my-work', {
      cookie: `${name}=s%3Aplanted.x; ${name}=${good}`,
    });
    expect(planted.location).toMatch(/^\/sign-in/);
  });

  it('attack 153: after every session was lost ask to sign in, and nothing fails', async () => {
    const { desk, mine, form } = scene;
    const officer = await desk.signInAs('officer');
    await desk.database.dataSource.query('DELETE FROM staff_sessions WHERE account_id = ?', [
      officer.staff.id,
    ]);
    const posted = await officer.post(`${mine.path}/notes`, form(mine, { words: 'kept for me' }));
    expect(posted.status).toBe(401);
    expect(posted.$('input[name=words]').attr('value')).toBe('kept for me');
    expect((await officer.get(mine.path)).location).toMatch(/^\/sign-in/);
  });

  it('attack 201: that hide a second one in their body are refused, and end the line', async () => {
    const head =
      'POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcdGET /x HTTP/1.1\r\n\r\n';
    const answer = await rawText(scene.desk.url, head);
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(answer.match(/HTTP\/1\.1 \d/g)).toHaveLength(1);
    expect((await scene.people.officer.get(scene.mine.path)).status).toBe(200);
  });
});

describe('limits for one person', () => {
  it('120 looks at papers a minute, whatever address is made up, and others go on', async () => {
    const { desk, people } = scene;
    const { path } = await desk.addCase((a) => a.withPaper('utility_bill'));
    const [one, other] = [await desk.signInAs('officer'), people.officer];
    const look = (n: number) =>
      one.get(`${path}/evidence/1/pages/1`, { 'x-forwarded-for': `192.0.2.${n}` });
    for (let n = 0; n < 120; n += 4) {
      const four = await Promise.all([look(n), look(n + 1), look(n + 2), look(n + 3)]);
      expect(four.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    }
    const refused = await look(121);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await other.get(`${path}/evidence/1/pages/1`)).status).toBe(303);
  });
});
