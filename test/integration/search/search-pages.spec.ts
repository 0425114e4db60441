import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { ForgetSearches } from '../../../src/search/forget-searches.task.js';
import type { Answer } from '../../support/test-browser.js';
import { results, search, type Searcher, startSearchBench } from './search-bench.js';

let bench: Awaited<ReturnType<typeof startSearchBench>>;
let officer: Searcher;
beforeAll(async () => {
  bench = await startSearchBench();
}, 60_000);
beforeEach(async () => {
  officer = await bench.startAfresh();
});
afterAll(() => bench.stop());

describe('the list', () => {
  it('pages, reloads, goes back and narrows by status without asking again', async () => {
    for (let index = 0; index < 30; index += 1) {
      await bench.addCase({
        status: index < 4 ? 'approved' : 'submitted',
        decidedAt: index < 4 ? new Date() : null,
      });
    }
    const first = await search('Example', officer);
    expect(first.$('main').text()).toContain('30 cases found, 1 to 25 shown');
    expect(first.$('title').text()).toContain('(page 1 of 2)');
    const address = first.$('a[rel=next]').attr('href') ?? '';
    expect(address).toMatch(/^\/searches\/[0-9a-f-]{36}\?page=2$/);
    const second = await officer.get(address);
    expect(results(second)).toHaveLength(5);
    const again = await officer.get(address.replace('?page=2', ''));
    expect(results(again)).toEqual(results(first));
    const decided = await officer.get(address.replace('page=2', 'status=decided'));
    expect(results(decided)).toHaveLength(4);
    expect(results(await officer.get(address.replace('page=2', 'page=99')))).toEqual(
      results(first),
    );
    const [count] = await bench.rows<{ n: string }>(
      'SELECT COUNT(*) AS n FROM search_events WHERE staff_id = ?',
      [officer.staff.id],
    );
    expect(Number(count?.n)).toBe(1);
  });

  it('says when there are more than it shows', async () => {
    for (let index = 0; index < 105; index += 1)
      await bench.addCase({ applicantName: 'Much Sought' });
    const page = await search('sought', officer);
    expect(page.$('main').text()).toContain('More than 100 cases found');
    expect(page.$('main').text()).toContain('Type more of it');
  });

  it('shows words with nothing in them as the words they are', async () => {
    await bench.addCase({ applicantName: '<script>alert(1)</script> {{7*7}}' });
    const typed = '"><svg/onload=alert(1)>';
    const page = await search(typed, officer);
    expect(page.status).toBe(200);
    expect(page.$('input[name=typed]').attr('value')).toBe(typed);
    expect(page.$('main svg, main script').length).toBe(0);
    const found = await search('script', officer);
    expect(found.$('#found').text()).toContain('<script>alert(1)</script> {{7*7}}');
  });
});

describe('empty states', () => {
  it('nothing typed is said at the box, with 422', async () => {
    for (const typed of ['', '   ']) {
      const page = await officer.post('/searches', { typed });
      expect(page.status).toBe(422);
      expect(page.$('.govuk-error-summary a[href="#typed"]').text()).toContain(
        'Enter what you are',
      );
      expect(page.$('title').text()).toMatch(/^Error: /);
    }
  });

  it('nothing found comes with advice, and a mistyped reference with its own', async () => {
    const none = await search('Nobody Atall', officer);
    expect([none.status, none.$('#found h2').text()]).toEqual([200, 'No cases found']);
    expect(none.$('#found li').length).toBeGreaterThan(2);
    expect(none.$('input[name=typed]').attr('value')).toBe('Nobody Atall');
    const slip = await search('PD-7KMX-4TPC', officer);
    expect(slip.$('#found').text()).toContain('One character of this reference is wrong');
  });

  it('too many searches say when to go on, and keep what was typed', async () => {
    for (let index = 0; index < 60; index += 1) await officer.post('/searches', { typed: 'x1y' });
    const page = await officer.post(
      '/searches',
      { typed: 'Priya' },
      { 'x-forwarded-for': '192.0.2.9' },
    );
    expect(page.status).toBe(429);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(page.$('main').text()).toMatch(/Wait \d+ seconds?, until 10:4\d/);
    expect(page.$('input[name=typed]').attr('value')).toBe('Priya');
    const colleague = await bench.desk.signInAs('officer');
    expect((await search('Priya', colleague)).status).toBe(200);
  });

  it('a search that is over, somebody else’s and none at all are answered alike', async () => {
    await bench.addCase({});
    const mine = await officer.post('/searches', { typed: 'Priya' });
    const path = mine.location ?? '';
    const colleague = await bench.desk.signInAs('officer');
    const bare = ({ text }: Answer) =>
      text.replace(/value="[\w-]{40,}"|data-[\w-]+="[^"]*"|Page reference:? (<strong>)?\w+/g, '');
    const theirs = await colleague.get(path);
    const none = await colleague.get('/searches/00000000-0000-4000-8000-000000000000');
    expect([theirs.status, none.status]).toEqual([404, 404]);
    expect(bare(theirs)).toBe(bare(none));
    expect((await colleague.get("/searches/'%20OR%201=1")).status).toBe(404);
    await bench.rows('UPDATE searches SET expires_at = ?', [bench.desk.clock.now()]);
    const over = await officer.get(path);
    expect(over.status).toBe(404);
    expect(over.$('main').text()).toContain('This search is over');
    const forget = new ForgetSearches(bench.desk.app.get(UnitOfWork), bench.desk.clock);
    const fresh = await officer.post('/searches', { typed: 'Sam' });
    await forget.run();
    expect((await officer.get(fresh.location ?? '')).status).toBe(200);
    expect(await bench.rows('SELECT id FROM searches WHERE typed = ?', ['Priya'])).toEqual([]);
  });
});

describe('who searched', () => {
  it('is recorded with the kinds and the number found, never the words', async () => {
    await bench.withPlate('AB12CDE');
    await search('AB12 CDE', officer);
    await search('Nobody Atall', officer);
    const events = await bench.rows('SELECT * FROM search_events WHERE staff_id = ? ORDER BY id', [
      officer.staff.id,
    ]);
    expect(events).toMatchObject([
      { kinds: 'client_reference registration', results: 1, is_more: 0 },
      { kinds: 'registration name', results: 0, is_more: 0 },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/AB12|Nobody/i);
  });

  it('stands in no address', async () => {
    const { reference } = await bench.withPlate('AB12CDE');
    const page = await search('AB12 CDE', officer);
    const addresses = page
      .$('[href], [action]')
      .toArray()
      .map((it) => page.$(it).attr('href') ?? page.$(it).attr('action'));
    expect(addresses).toContain(`/applications/${reference}`);
    expect(addresses.join(' ')).not.toMatch(/AB12|priya/i);
  });
});

describe('each role', () => {
  it.each(['officer', 'support', 'supervisor'] as const)(
    '%s finds cases from the header',
    async (role) => {
      await bench.withPlate('AB12CDE');
      const person = await bench.desk.signInAs(role);
      const home = await person.get('/my-work');
      expect(home.$('form.desk-header__search[action="/searches"][method="post"]')).toHaveLength(1);
      const page = await person.submit(home, { typed: 'priya' }, 'form.desk-header__search');
      expect((await person.follow(page)).$('#found').text()).toContain('Priya Example');
    },
  );

  it('an auditor sees people and registrations masked', async () => {
    await bench.withPlate('AB12CDE');
    const auditor = await bench.desk.signInAs('auditor');
    const text = (await search('AB13CDE', auditor)).$('#found').text();
    expect(text).toContain('P. E.');
    expect(text).not.toMatch(/Priya|AB12 ?CDE/);
  });

  it('an administrator has no box and may not search', async () => {
    const administrator = await bench.desk.signInAs('administrator');
    expect((await administrator.get('/my-work')).$('form[action="/searches"]')).toHaveLength(0);
    expect((await administrator.post('/searches', { typed: 'x' })).status).toBe(403);
    expect((await administrator.get('/searches/new')).status).toBe(403);
  });
});
