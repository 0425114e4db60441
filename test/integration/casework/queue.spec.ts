import type { Answer, TestBrowser } from '../../support/test-browser.js';
import { type CaseworkBench, hours, startCaseworkBench } from './casework-bench.js';

let bench: CaseworkBench;
let officer: TestBrowser & { staff: { id: string; name: string } };

beforeAll(async () => {
  bench = await startCaseworkBench();
  officer = await bench.desk.signInAs('officer');
});
beforeEach(() => bench.empty());
afterAll(() => bench.stop());

const references = ({ $ }: Answer) =>
  $('tbody th a')
    .map((_, link) => $(link).text())
    .get();

/** The table's words row by row. */
const cells = ({ $ }: Answer) => {
  $('br').replaceWith(' ');
  return $('tbody tr')
    .map((_, row) => [
      $(row)
        .children()
        .map((_index, cell) => $(cell).text().replace(/\s+/g, ' ').trim())
        .get(),
    ])
    .get() as unknown as string[][];
};

const linkTo = ({ $ }: Answer, rel: 'next' | 'prev') => $(`a[rel=${rel}]`).attr('href') ?? null;

describe('the queue', () => {
  it('is in the order of risk: the hold ending soonest, then the oldest', async () => {
    const free = await bench.add((it) => it.free().with({ receivedAt: hours(-90) }));
    const late = await bench.add((it) => it.paid(5500, undefined, hours(80)));
    const soon = await bench.add((it) => it.paid(5500, undefined, hours(2)));
    const young = await bench.add((it) => it.free().with({ receivedAt: hours(-3) }));
    const page = await officer.get('/queue');
    expect(page.status).toBe(200);
    const expected = [soon, late, free, young].map(({ reference }) => reference);
    expect(references(page)).toEqual(expected);
    expect(page.$('main').text()).toContain('4 cases');
    expect(page.$('main').text()).toContain('Data as at 10:42am');
  });

  it('shows of each case what an officer chooses by, and of the resident the name alone', async () => {
    const { reference } = await bench.add(
      (it) => it.inReviewBy(officer.staff.id).paid(5500, undefined, hours(5)),
      'T12',
    );
    const page = await officer.get('/queue');
    expect(cells(page)).toEqual([
      [
        reference,
        'Priya Example',
        'Resident',
        'T12',
        '3 working days since 17 Nov 2026',
        '20 Nov 2026, 3:42pm, in 5 hours Being taken',
        'In review',
        officer.staff.name,
      ],
    ]);
    expect(page.text).not.toMatch(/AB12|priya@/);
  });

  it('leaves the time the resident was waited for out of the age (R-SLA-2)', async () => {
    const { id } = await bench.add((it) => it.status('submitted'));
    await waited(id, '2026-11-17T10:00:00Z', '2026-11-19T10:00:00Z');
    expect(cells(await officer.get('/queue'))[0]?.[4]).toMatch(/^1 working day since 17 Nov/);
  });

  it('narrows by every filter, and each can be taken off by itself', async () => {
    const mine = await bench.add((it) => it.inReviewBy(officer.staff.id));
    const carer = await bench.add((it) => it.with({ permitTypeCode: 'essential_carer' }), 'T12');
    const decided = await bench.add((it) =>
      it.with({ status: 'rejected', decidedAt: hours(-1), receivedAt: hours(-300) }),
    );
    const nowhere = await bench.add((it) => it.with({ receivedAt: hours(-1) }), null);
    const paused = await bench.add((it) => it.with({ receivedAt: hours(-24 * 8) }));
    await waited(paused.id, '2026-11-12T12:00:00Z', '2026-11-20T09:00:00Z');
    const found = async (query: string) => references(await officer.get(`/queue?${query}`)).sort();
    const named = (...cases: { reference: string }[]) => cases.map((one) => one.reference).sort();

    expect(await found('')).toEqual(named(mine, carer, nowhere, paused));
    expect(await found('type=essential_carer')).toEqual(named(carer));
    expect(await found('zone=T12')).toEqual(named(carer));
    expect(await found('zone=none')).toEqual(named(nowhere));
    expect(await found('status=rejected')).toEqual(named(decided));
    expect(await found('status=all')).toEqual(named(mine, carer, nowhere, paused, decided));
    expect(await found('status=in_review')).toEqual(named(mine));
    expect(await found('assigned=me')).toEqual(named(mine));
    expect(await found('assigned=nobody')).toEqual(named(carer, nowhere, paused));
    expect(await found('age=3')).toEqual(named(mine, carer));
    expect(await found('status=rejected&age=1')).toEqual([]);

    const two = await officer.get('/queue?type=essential_carer&zone=T12');
    const tags = two.$('.moj-filter__tag');
    expect(
      tags
        .map((_, tag) => two.$(tag).attr('href'))
        .get()
        .sort(),
    ).toEqual(['/queue?type=essential_carer', '/queue?zone=T12']);
    expect(two.$('select[name=zone] option[selected]').attr('value')).toBe('T12');
  });

  it('finds the cases whose answer is overdue', async () => {
    await bench.add();
    const { id, reference } = await bench.add((it) =>
      it.with({ status: 'awaiting_evidence', awaitingSince: hours(-200) }),
    );
    await waited(id, '2026-11-12T12:00:00Z', null);
    const page = await officer.get('/queue?status=overdue');
    expect(references(page)).toEqual([reference]);
    expect(cells(page)[0]?.[6]).toBe('Answer overdue');
  });

  it('says which of the empty lists it is', async () => {
    expect((await officer.get('/queue')).$('h2').text()).toContain('No cases are waiting');
    const filtered = await officer.get('/queue?zone=T2');
    expect(filtered.$('main').text()).toContain('No cases match these filters');
    expect(filtered.$('main a:contains("Clear all filters")').length).toBeGreaterThan(0);
  });

  it.each([
    ['received', 'asc', ['b', 'a', 'c']],
    ['received', 'desc', ['c', 'a', 'b']],
    ['zone', 'asc', ['a', 'b', 'c']],
    ['zone', 'desc', ['b', 'a', 'c']],
    ['type', 'asc', ['c', 'b', 'a']],
    ['hold', 'asc', ['a', 'b', 'c']],
    ['hold', 'desc', ['b', 'a', 'c']],
  ])('sorts by %s, %s, on the server', async (sort, direction, expected) => {
    const made = {
      a: await bench.add(
        (it) => it.paid(5500, undefined, hours(1)).with({ receivedAt: hours(-2) }),
        'T2',
      ),
      b: await bench.add(
        (it) =>
          it
            .paid(5500, undefined, hours(9))
            .with({ receivedAt: hours(-3), permitTypeCode: 'motorcycle' }),
        'T12',
      ),
      c: await bench.add(
        (it) => it.free().with({ receivedAt: hours(-1), permitTypeCode: 'essential_carer' }),
        null,
      ),
    };
    const page = await officer.get(`/queue?sort=${sort}&direction=${direction}`);
    const names = expected.map((name) => made[name as keyof typeof made].reference);
    expect(references(page)).toEqual(names);
    const sorted = page.$('th[aria-sort]').not('[aria-sort=none]');
    expect(sorted.attr('aria-sort')).toBe(direction === 'asc' ? 'ascending' : 'descending');
    expect(sorted).toHaveLength(1);
  });

  it.each([
    'sort=registration',
    'sort=received_at;DROP TABLE applications',
    'sort=risk&sort=type',
    'direction=up',
    "zone=T2' OR 1=1",
    'type=Resident%20permit',
    'status=lost',
    'age=2',
    'after=nonsense',
    `after=${Buffer.from('["x","y","z"]').toString('base64url')}`,
  ])('refuses the address ?%s', async (query) => {
    expect((await officer.get(`/queue?${query}`)).status).toBe(400);
  });
});

describe('pages of the queue', () => {
  it('hold still while cases arrive: nothing twice, nothing left out', async () => {
    const added: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      // Three at each instant: the id decides among them.
      const receivedAt = hours(-100 + Math.floor(index / 3));
      added.push((await bench.add((it) => it.free().with({ receivedAt }))).reference);
    }
    const first = await officer.get('/queue');
    // One that belongs before the page just read, one far behind.
    const early = await bench.add((it) => it.paid(5500, undefined, hours(1)));
    const last = await bench.add((it) => it.free().with({ receivedAt: hours(-1) }));
    const second = await officer.get(linkTo(first, 'next') ?? '');
    const third = await officer.get(linkTo(second, 'next') ?? '');
    const seen = [first, second, third].flatMap(references);
    expect([first, second, third].map((page) => references(page).length)).toEqual([25, 25, 11]);
    expect(new Set(seen).size).toBe(61);
    expect(seen).not.toContain(early.reference);
    expect([...added, last.reference].every((reference) => seen.includes(reference))).toBe(true);
    expect(linkTo(first, 'prev')).toBeNull();
    expect(linkTo(third, 'next')).toBeNull();

    const back = await officer.get(linkTo(third, 'prev') ?? '');
    expect(references(back)).toEqual(references(second));
    const start = await officer.get(linkTo(back, 'prev') ?? '');
    expect(references(start)).toEqual(references(first));
    // Going back over the start shows the full first page, the newcomer on it.
    const over = await officer.get(linkTo(start, 'prev') ?? '');
    expect(references(over)[0]).toBe(early.reference);
    expect(references(over)).toHaveLength(25);
  });

  it.each(['received', 'type', 'zone', 'hold'])(
    'go on in the order %s, downwards too',
    async (sort) => {
      for (let index = 0; index < 30; index += 1) {
        const zone = [null, 'T2', 'T12'][index % 3] ?? null;
        const permitTypeCode = ['resident', 'motorcycle'][index % 2] ?? 'resident';
        await bench.add((it) => {
          const one = it.with({ permitTypeCode, receivedAt: hours(-index) });
          return index % 4 === 0 ? one.free() : one.paid(5500, undefined, hours(index % 7));
        }, zone);
      }
      const first = await officer.get(`/queue?sort=${sort}&direction=desc`);
      const second = await officer.get(linkTo(first, 'next') ?? '');
      const seen = [first, second].flatMap(references);
      expect(new Set(seen).size).toBe(30);
      const back = await officer.get(linkTo(second, 'prev') ?? '');
      expect(references(back)).toEqual(references(first));
    },
  );
});

/** A request for evidence, answered or lapsed. */
async function waited(applicationId: string, askedAt: string, answeredAt: string | null) {
  await bench.desk.database.dataSource.query(
    `INSERT INTO evidence_requests (id, application_id, state, asked_by, asked_at, answer_by_on,
       link_expires_at, items, form_id, answered_at, lapsed_at)
     VALUES (UUID(), ?, ?, ?, ?, '2026-11-19', ?, '[]', UUID(), ?, ?)`,
    [
      applicationId,
      answeredAt ? 'answered' : 'lapsed',
      officer.staff.id,
      new Date(askedAt),
      hours(100),
      answeredAt && new Date(answeredAt),
      answeredAt ? null : hours(-5),
    ],
  );
}
