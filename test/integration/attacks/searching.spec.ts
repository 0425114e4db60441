import { setAttackScene, type AttackScene } from './attack-scene.js';

/** The catalogue's attacks on the search box and on the order of lists; none may change anything. */

let scene: AttackScene;
let before: string;
beforeAll(async () => {
  scene = await setAttackScene();
  before = await scene.state();
}, 120_000);
afterAll(async () => {
  expect(await scene.state()).toBe(before);
  await scene.stop();
});

/** Sends it and follows; returns what is on the page and how long it took. */
async function search(typed: string) {
  const person = await scene.desk.signInAs('officer');
  const started = performance.now();
  const answer = await person.post('/searches', { typed });
  const page = answer.location ? await person.follow(answer) : answer;
  return { page, ms: performance.now() - started };
}

const found = async (typed: string) => (await search(typed)).page.$('#found tbody tr').length;

describe('the search box', () => {
  it.each([
    "' OR 1=1 --",
    '" UNION SELECT 1, 2 --',
    "\\'",
    '%27 OR 1=1',
    '0x50726979612045',
    "/*!50000 OR 1=1 */ '",
    "Priya'; DROP TABLE applications; --",
    "x') OR ('1'='1",
  ])('attack 115: takes %s for the words they are', async (typed) => {
    const { page } = await search(typed);
    expect(page.status).toBe(200);
    expect(page.$('#found tbody tr').length).toBe(0);
    expect(page.$('input[name=typed]').attr('value')).toBe(typed);
  });

  it.each(["'; SELECT SLEEP(5); --", "' OR BENCHMARK(50000000, MD5(1)) --", "1' AND SLEEP(5)#"])(
    'attack 116: is not kept waiting by %s',
    async (typed) => {
      const { page, ms } = await search(typed);
      expect(page.status).toBe(200);
      expect(ms).toBeLessThan(4000);
    },
  );

  it('attack 117: has no wildcards, and refuses more than the box can hold', async () => {
    expect(await found('priya')).toBe(3);
    for (const typed of ['%%%%%_____', '%', '_', 'pri%', 'priy_', '%@example.com', 'LE%', 'PD-%']) {
      const count = await found(typed);
      // A sign that is no letter parts words: what is left is looked for as it is.
      const isName = /^[a-z]+[%_]$/.test(typed);
      expect([typed, count]).toEqual([typed, isName ? 3 : 0]);
    }
    expect((await search('x'.repeat(200))).page.status).toBe(200);
    expect((await search('x'.repeat(201))).page.status).toBe(400);
    expect((await search('x'.repeat(5000))).page.status).toBe(400);
  });

  it('attack 120: a pattern is no pattern, and 50,000 letters take no time', async () => {
    expect(await found('(a+)+$')).toBe(0);
    const { page, ms } = await search(`${'a'.repeat(50_000)}!`);
    expect(page.status).toBe(400);
    expect(ms).toBeLessThan(4000);
  });

  it('takes one field of words and no other', async () => {
    const { officer } = scene.people;
    expect((await officer.post('/searches', { typed: ['a', 'b'] })).status).toBe(400);
    expect((await officer.post('/searches', { typed: 'a', role: 'admin' })).status).toBe(400);
    expect((await officer.post('/searches', { typed: 'a', _csrf: '' })).status).toBe(403);
    expect((await officer.get('/searches?typed=priya')).status).toBe(405);
  });
});

describe('the order of a list', () => {
  it.each([
    ['attack 21', 'sort=password'],
    ['attack 21', 'sort=applicant_name'],
    ['attack 118', 'sort=(select%201)'],
    ['attack 118', 'direction=desc%3Bdrop'],
    ['attack 118', 'sort=risk%20desc%2C%20id'],
    ['attack 118', 'zone=Z1%27%20OR%201%3D1'],
    ['attack 118', 'after=WyInIE9SIDE9MSJd'],
  ])('%s: %s is refused', async (_row, query) => {
    const answer = await scene.people.officer.get(`/queue?${query}`);
    expect(answer.status).toBe(400);
    expect((await scene.people.officer.get(`/queue/views/new?${query}`)).status).toBe(400);
  });
});
