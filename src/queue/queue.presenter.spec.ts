import { FIRST_POLICY } from '../../test/builders/first-policy.js';
import type { CaseListRow } from '../case-file/case-list.queries.js';
import { queueHref, sortHref } from './queue-address.rules.js';
import { NO_FILTERS } from './queue-filters.rules.js';
import { queuePage } from './queue.presenter.js';

const now = new Date('2026-11-20T10:42:00Z');
const usual = { filters: NO_FILTERS, order: { sort: 'risk', direction: 'asc' } } as const;
const choices = {
  types: [{ code: 'resident', name: 'Resident' }],
  zones: [{ code: 'Z4', town: 'Loughborough' }],
};
const row: CaseListRow = {
  id: '0192f3b0-0000-7000-8000-0123456789ab',
  reference: 'PD-7KMX-4TPC',
  applicantName: 'Priya Example',
  permitTypeName: 'Resident',
  zoneCode: null,
  status: 'submitted',
  receivedAt: new Date('2026-11-17T09:12:00Z'),
  decidedAt: null,
  holdEndsAt: null,
  holderName: null,
  claimedAt: null,
  claimedUntil: null,
  version: 1,
  onHold: null,
  isAnswerOverdue: false,
  pauses: [],
  holidays: new Set(),
  settings: FIRST_POLICY.settings,
};
const auditor = { id: 'a', role: 'auditor' } as const;
const found = { rows: [row], next: null, previous: null, total: 1, isMore: false };

describe('the address of the queue', () => {
  it('leaves out what is as always', () => {
    expect(queueHref(usual)).toBe('/queue?status=open');
    expect(queueHref({ ...usual, filters: { ...NO_FILTERS, zone: 'Z4' } })).toBe('/queue?zone=Z4');
  });

  it('turns an order round only when the list is in it', () => {
    expect(sortHref(usual, 'received')).toBe('/queue?sort=received');
    expect(sortHref(usual, 'hold')).toBe('/queue?sort=hold&direction=desc');
    const down = { ...usual, order: { sort: 'zone', direction: 'desc' } } as const;
    expect(sortHref(down, 'zone')).toBe('/queue?sort=zone');
  });
});

describe('the page of the queue', () => {
  const shown = (given: Partial<Parameters<typeof queuePage>[0]>) =>
    queuePage({ staff: auditor, assignable: [], address: usual, choices, found, now, ...given });
  const text = (cell: { content: { text: string | null } } | undefined) => cell?.content.text;

  it('says what is not there in words', () => {
    const cells = shown({}).cases?.rows[0]?.cells ?? [];
    expect([cells[3], cells[5], cells[7]].map(text)).toEqual(['None', 'No hold', 'Nobody']);
  });

  it('names the applicant, to an auditor by initials only', () => {
    const officer = { id: 'o', role: 'officer' } as const;
    expect(text(shown({ staff: officer }).cases?.rows[0]?.cells[1])).toBe('Priya Example');
    expect(text(shown({}).cases?.rows[0]?.cells[1])).toBe('P. E.');
  });

  it('counts, and says when it stopped counting', () => {
    expect(shown({}).total).toBe('1 case');
    expect(shown({ found: { ...found, total: 10_000, isMore: true } }).total).toBe(
      'More than 10,000 cases',
    );
  });

  it.each([
    ['2026-11-22T10:42:00Z', '22 Nov 2026, 10:42am, in 2 days', 'Decide soon'],
    ['2026-11-21T09:42:00Z', '21 Nov 2026, 9:42am, in 23 hours', 'Decide now'],
    ['2026-11-20T12:42:00Z', '20 Nov 2026, 12:42pm, in 2 hours', 'Being taken'],
    ['2026-11-20T10:42:00Z', '20 Nov 2026, 10:42am', 'Hold ended'],
  ])('says how near the end of a hold is: %s', (ends, when, words) => {
    const near = { ...row, holdEndsAt: new Date(ends) };
    const cell = shown({ found: { ...found, rows: [near] } }).cases?.rows[0]?.cells[5]?.content;
    expect(cell?.view?.params).toMatchObject({ when, tag: { text: words } });
  });

  it('says no more than the end while there is time, and once it is decided', () => {
    const holdEndsAt = new Date('2026-11-22T10:42:01Z');
    const decided = { holdEndsAt: new Date('2026-11-20T12:42:00Z'), decidedAt: now };
    for (const differs of [{ holdEndsAt }, decided]) {
      const page = shown({ found: { ...found, rows: [{ ...row, ...differs }] } });
      expect(page.cases?.rows[0]?.cells[5]?.content.view).toBeNull();
    }
  });

  it('marks one heading as the order, whichever it is', () => {
    for (const sort of ['risk', 'received', 'type', 'zone', 'hold'] as const) {
      const page = shown({ address: { ...usual, order: { sort, direction: 'desc' } } });
      const sorted = (page.cases?.head ?? []).flatMap(({ attributes }) => attributes);
      const values = sorted.filter(({ name }) => name === 'aria-sort').map(({ value }) => value);
      expect(values.filter((value) => value === 'descending')).toHaveLength(1);
      expect(values).toHaveLength(4);
    }
  });

  it('has three different empty lists, each with a next step', () => {
    const none = { ...found, rows: [], total: 0 };
    const filtered = { ...usual, filters: { ...NO_FILTERS, age: '5' as const } };
    const titles = [
      shown({ found: none }).empty,
      shown({ found: none, address: filtered }).empty,
      shown({ found: { ...none, previous: ['x'] } }).empty,
    ];
    expect(new Set(titles.map((empty) => empty?.title)).size).toBe(3);
    for (const empty of titles) expect(empty?.link.href).toMatch(/^\/queue/);
  });
});
