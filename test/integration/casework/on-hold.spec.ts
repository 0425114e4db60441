import { findApplication } from '../../../src/applications/applications.store.js';
import { Database } from '../../../src/platform/database/transaction.js';
import type { Fields, TestBrowser } from '../../support/test-browser.js';
import { type CaseworkBench, formSeen, hours, NOW, startCaseworkBench } from './casework-bench.js';

type StaffBrowser = TestBrowser & { staff: { id: string; name: string } };

let bench: CaseworkBench;
let officer: StaffBrowser;
let colleague: StaffBrowser;

beforeAll(async () => {
  bench = await startCaseworkBench();
  officer = await bench.desk.signInAs('officer');
  colleague = await bench.desk.signInAs('officer');
});
beforeEach(async () => {
  bench.desk.clock.set(NOW);
  await bench.empty();
});
afterAll(() => bench.stop());

const read = (id: string) => findApplication(bench.desk.app.get(Database).reader, id);
const mine = () => bench.add((it) => it.inReviewBy(officer.staff.id, hours(-1), hours(1)));
const until = (day: string, differs: Fields = {}): Fields => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return {
    reason: 'resident_will_ring',
    words: 'after <b>4pm</b>',
    'wakeOn[day]': dayOfMonth,
    'wakeOn[month]': month,
    'wakeOn[year]': year,
    ...differs,
  };
};

async function hold(reference: string, fields: Fields) {
  return officer.submit(await officer.get(`/applications/${reference}/hold/new`), fields);
}

async function inQueue(query = ''): Promise<string> {
  return (await colleague.get(`/queue${query}`)).$('main').text();
}

describe('a case on hold', () => {
  it('leaves the queue and the next case, and says why, until when and by whom', async () => {
    const { id, reference } = await mine();
    const held = await hold(reference, until('2026-11-24'));
    expect([held.status, held.location]).toEqual([303, `/applications/${reference}`]);
    expect(await read(id)).toMatchObject({
      status: 'submitted',
      claimedBy: null,
      onHoldUntil: new Date('2026-11-24T00:00:00Z'),
    });
    expect(await inQueue()).not.toContain(reference);
    expect(await inQueue('?status=submitted')).not.toContain(reference);
    expect(await inQueue('?status=all')).toContain(reference);
    const filtered = await inQueue('?status=on_hold');
    expect(filtered).toContain(reference);
    expect(filtered).toContain('On hold until 24 Nov 2026');
    expect(filtered).toContain('The resident will ring back: after <b>4pm</b>');
    expect(filtered).toContain(officer.staff.name);
    expect((await colleague.post('/my-work/next')).location).toBe('/my-work');
    const page = await colleague.get(`/applications/${reference}`);
    expect(page.$('.desk-hold').text()).toContain('On hold until 24 November 2026');
    expect(page.$('.desk-hold b')).toHaveLength(0);
    expect(page.$('[aria-labelledby=timeline]').text()).toContain('Case put on hold');
  });

  it('is ended early by any officer, once, and by a claim', async () => {
    const { id, reference } = await mine();
    await hold(reference, until('2026-11-24'));
    const page = await colleague.get(`/applications/${reference}`);
    const ended = await colleague.submit(page, {}, `form[action$="/hold/end"]`);
    expect(ended.status).toBe(303);
    expect((await colleague.submit(page, {}, `form[action$="/hold/end"]`)).status).toBe(303);
    expect((await read(id))?.onHoldUntil).toBeNull();
    const second = await mine();
    await hold(second.reference, until('2026-11-24'));
    const version = (await read(second.id))?.version ?? 0;
    await colleague.post(`/applications/${second.reference}/claim`, formSeen(version));
    expect(await read(second.id)).toMatchObject({ status: 'in_review', onHoldUntil: null });
    const shown = await colleague.get(`/applications/${second.reference}`);
    expect(shown.$('[aria-labelledby=timeline]').text()).toContain('Hold of the case ended');
    expect(shown.$('.desk-hold')).toHaveLength(0);
  });

  it('warns when the payment’s hold ends before it wakes, and then lets the officer do it', async () => {
    const { id, reference } = await bench.add((it) =>
      it
        .inReviewBy(officer.staff.id, hours(-1), hours(1))
        .paid(5500, undefined, new Date('2026-11-22T09:12:00Z')),
    );
    const warned = await hold(reference, until('2026-11-24'));
    expect(warned.status).toBe(200);
    expect(warned.$('main').text()).toContain(
      'The payment’s hold ends 22 November 2026, 9:12am, before the case wakes.',
    );
    expect(warned.$('#words').text()).toBe('after <b>4pm</b>');
    expect((await read(id))?.onHoldUntil).toBeNull();
    expect((await officer.submit(warned, {})).status).toBe(303);
    const page = await officer.get(`/applications/${reference}`);
    expect(page.$('.desk-hold').text()).toContain('before the case wakes');
  });

  it.each([
    ['yesterday', until('2026-11-19'), 'must be 21 November 2026 or later'],
    ['today', until('2026-11-20'), 'must be 21 November 2026 or later'],
    ['too far', until('2026-12-05'), 'must be 4 December 2026 or earlier'],
    ['no such day', until('2026-11-31'), 'must be a real date'],
    ['no reason', until('2026-11-24', { reason: '' }), 'Choose why the case is on hold'],
    ['no words', until('2026-11-24', { reason: 'other', words: ' ' }), 'Say why the case'],
  ])('is not put so: %s', async (_, fields, words) => {
    const { id, reference, version } = await mine();
    const refused = await hold(reference, fields);
    expect(refused.status).toBe(422);
    expect(refused.$('.govuk-error-summary').text()).toContain(words);
    expect(refused.$('#wakeOn-day').val()).toBe(fields['wakeOn[day]']);
    expect((await read(id))?.version).toBe(version);
  });

  it('is put so only by who holds the case as it is; what was typed comes back: attack 027', async () => {
    const { id, reference, version } = await mine();
    const form = { ...formSeen(version), ...until('2026-11-24') };
    const stranger = await colleague.post(`/applications/${reference}/hold`, form);
    expect(stranger.status).toBe(409);
    expect(stranger.$('main textarea').text()).toContain('after <b>4pm</b>');
    const stale = await officer.post(`/applications/${reference}/hold`, {
      ...form,
      version: String(version + 1),
    });
    expect(stale.status).toBe(409);
    expect(await read(id)).toMatchObject({ status: 'in_review', onHoldUntil: null, version });
  });

  it('is put so once when the form is sent twice: attack 025', async () => {
    const { reference, version } = await mine();
    const form = { ...formSeen(version), ...until('2026-11-24') };
    for (let time = 0; time < 2; time += 1) {
      const answer = await officer.post(`/applications/${reference}/hold`, form);
      expect(answer.status).toBe(303);
    }
    const rows: unknown[] = await bench.desk.database.dataSource.query('SELECT 1 FROM case_holds');
    expect(rows).toHaveLength(1);
  });

  // Last: the sessions of the others end while the clock is ahead.
  it('wakes by itself at the start of its day in London', async () => {
    const { reference } = await mine();
    await hold(reference, until('2026-11-24'));
    bench.desk.clock.set('2026-11-23T23:59:59.999Z');
    const late = await bench.desk.signInAs('officer');
    expect((await late.post('/my-work/next')).location).toBe('/my-work');
    bench.desk.clock.set('2026-11-24T00:00:00Z');
    const queue = await late.get('/queue');
    expect(queue.$('main').text()).toContain(reference);
    expect(queue.$('main').text()).not.toContain('On hold until');
    expect((await late.post('/my-work/next')).location).toBe(`/applications/${reference}`);
  });
});
