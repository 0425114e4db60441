import { type CaseworkBench, startCaseworkBench } from './casework-bench.js';

let bench: CaseworkBench;
beforeAll(async () => {
  bench = await startCaseworkBench();
});
afterAll(() => bench.stop());

const chosen = 'nav[aria-label="Views of the queue"]';

describe('saved views', () => {
  it('keep the filters and the order, stand at the top of the queue and are one press away', async () => {
    const officer = await bench.desk.signInAs('officer');
    await bench.add((it) => it, 'T12');
    const queue = await officer.get('/queue?zone=T12&sort=received&direction=desc');
    const save = queue.$(`${chosen} a:contains("Save this view")`).attr('href') ?? '';
    expect(save).toBe('/queue/views/new?zone=T12&sort=received&direction=desc');
    const form = await officer.get(save);
    expect(form.$('main').text()).toMatch(/Zone: T12/);
    const saved = await officer.submit(form, { name: 'T12, newest first' });
    expect([saved.status, saved.location]).toEqual([
      303,
      '/queue?zone=T12&sort=received&direction=desc',
    ]);
    const again = await officer.follow(saved);
    expect(again.$(`${chosen} [aria-current]`).text()).toBe('T12, newest first');
    expect(again.$(`${chosen} a:contains("Save this view")`)).toHaveLength(0);
    // The same form once more is the same view.
    expect((await officer.submit(form, { name: 'T12, newest first' })).status).toBe(303);
    expect((await officer.get('/queue/views')).$('main li')).toHaveLength(1);
  });

  it('open the queue of whoever puts one first, and “all open cases” stays within reach', async () => {
    const officer = await bench.desk.signInAs('officer');
    await officer.post('/queue/views', { name: 'Mine', query: 'assigned=me', choices: 'first' });
    await officer.post('/queue/views', { name: 'T2', query: 'zone=T2', choices: 'first' });
    const opened = await officer.get('/queue');
    expect([opened.status, opened.location]).toEqual([303, '/queue?zone=T2']);
    const queue = await officer.follow(opened);
    const all = queue.$(`${chosen} a:contains("All open cases")`).attr('href') ?? '';
    expect((await officer.get(all)).status).toBe(200);
    const clear = queue.$('a:contains("Clear all filters")').attr('href') ?? '';
    expect((await officer.get(clear)).$(`${chosen} [aria-current]`).text()).toBe('All open cases');
  });

  it('are shared when their owner says so, under the owner’s name, and changed by nobody else', async () => {
    const owner = await bench.desk.signInAs('supervisor');
    const colleague = await bench.desk.signInAs('officer');
    await owner.post('/queue/views', { name: 'Team', query: 'zone=T12', choices: 'shared' });
    await owner.post('/queue/views', { name: 'Private', query: 'zone=T2' });
    const queue = await colleague.get('/queue');
    const text = queue.$(chosen).text();
    expect(text).toContain('Team (Robin supervisor)');
    expect(text).not.toContain('Private');
    const change =
      (await owner.get('/queue/views')).$('a:contains("Change")').first().attr('href') ?? '';
    expect((await owner.get(change)).status).toBe(200);
    expect((await colleague.get(change)).status).toBe(404);
    const path = change.replace('/edit', '');
    expect((await colleague.post(path, { name: 'Taken', query: '' })).status).toBe(404);
    await colleague.post(`${path}/delete`);
    expect((await owner.get('/queue/views')).$('main li')).toHaveLength(2);
  });

  it('are renamed and deleted; deleting twice is deleting once', async () => {
    const officer = await bench.desk.signInAs('officer');
    await officer.post('/queue/views', { name: 'Old name', query: 'zone=T2' });
    const list = await officer.get('/queue/views');
    const edit = await officer.get(list.$('a:contains("Change")').attr('href') ?? '');
    expect(edit.$('#name').attr('value')).toBe('Old name');
    expect((await officer.submit(edit, { name: 'New name' })).location).toBe('/queue/views');
    const renamed = await officer.get('/queue/views');
    expect(renamed.$('main li').text()).toContain('New name');
    expect(renamed.$('main li a').first().attr('href')).toBe('/queue?zone=T2');
    const deleted = await officer.submit(renamed, {}, 'form.desk-rows__form');
    expect(deleted.location).toBe('/queue/views');
    expect((await officer.submit(renamed, {}, 'form.desk-rows__form')).location).toBe(
      '/queue/views',
    );
    expect((await officer.get('/queue/views')).$('main').text()).toContain('no view yet');
  });

  it('say at the name what is wrong, and keep what was typed', async () => {
    const officer = await bench.desk.signInAs('officer');
    await officer.post('/queue/views', { name: 'Twice', query: 'zone=T2' });
    const taken = await officer.post('/queue/views', { name: 'TWICE', query: 'zone=T12' });
    expect([taken.status, taken.$('#name').attr('value')]).toEqual([422, 'TWICE']);
    expect(taken.$('.govuk-error-summary a[href="#name"]').text()).toContain('this name already');
    const empty = await officer.post('/queue/views', { name: ' ', query: 'zone=T12' });
    expect(empty.$('.govuk-error-summary').text()).toContain('Enter a name');
    const hostile = await officer.post('/queue/views', {
      name: '<b>{{7*7}}</b>',
      query: 'zone=T12',
    });
    const page = await officer.follow(hostile);
    expect(page.$(`${chosen} b`)).toHaveLength(0);
    expect(page.$(chosen).text()).toContain('<b>{{7*7}}</b>');
  });

  it('take nothing but filters and orders that the queue knows (attack 21, attack 118)', async () => {
    const officer = await bench.desk.signInAs('officer');
    for (const query of [
      'sort=password',
      'sort=(select%201)',
      'direction=desc;drop',
      '//evil.example',
    ]) {
      const answer = await officer.post('/queue/views', { name: 'Odd', query });
      expect([query, answer.status >= 400 && answer.status < 500]).toEqual([query, true]);
    }
    const stray = await officer.post('/queue/views', { name: 'Stray', query: 'zone=T2&next=evil' });
    expect(stray.location).toBe('/queue?zone=T2');
  });

  it('are twenty at most, also when thirty are saved at once', async () => {
    const officer = await bench.desk.signInAs('officer');
    const many = Array.from({ length: 30 }, (_, at) => at);
    const answers = await Promise.all(
      many.map((at) => officer.post('/queue/views', { name: `View ${at}`, query: 'zone=T2' })),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(20);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.$('.govuk-error-summary').text()).toContain('Delete one first');
    expect((await officer.get('/queue/views')).$('main').text()).toContain('20 of at most 20');
  });

  it.each(['support', 'auditor'] as const)('are for %s too', async (role) => {
    const person = await bench.desk.signInAs(role);
    const saved = await person.post('/queue/views', { name: 'Mine', query: 'zone=T2' });
    expect(saved.status).toBe(303);
  });
});
