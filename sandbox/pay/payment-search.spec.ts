import { type Sandbox, startSandbox } from '../start-sandbox.js';
import { callPay } from './call-pay.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  for (let day = 1; day <= 5; day += 1) {
    await sandbox.control.makePayment({
      amount: 1000 * day,
      reference: `PD-${day}`,
      email: `resident${day}@example.com`,
      state: day === 5 ? 'captured' : 'cancelled',
      created_date: `2026-11-0${day}T10:00:00.000Z`,
    });
  }
});
afterAll(() => sandbox.stop());

async function search(query: string): Promise<Record<string, unknown>> {
  return (await callPay(sandbox.payUrl, 'GET', `/v1/payments?${query}`)).json;
}

async function references(query: string): Promise<string[]> {
  const { results } = (await search(query)) as { results: { reference: string }[] };
  return results.map((payment) => payment.reference);
}

describe('searching payments', () => {
  it('gives the newest first, with what cannot be done as null', async () => {
    expect(await references('')).toEqual(['PD-5', 'PD-4', 'PD-3', 'PD-2', 'PD-1']);
    const { results } = (await search('reference=pd-5')) as { results: object[] };
    expect(results).toMatchObject([{ _links: { cancel: null, capture: null } }]);
  });

  it('narrows by every filter at once', async () => {
    expect(await references('state=success')).toEqual(['PD-5']);
    expect(await references('email=RESIDENT3')).toEqual(['PD-3']);
    const from = 'from_date=2026-11-02T10:00:00Z&to_date=2026-11-04T10:00:00Z';
    expect(await references(from)).toEqual(['PD-3', 'PD-2']);
    expect(await references(`${from}&reference=PD-2`)).toEqual(['PD-2']);
    expect(await references('last_digits_card_number=9999')).toEqual([]);
  });

  it('comes in pages with links between them', async () => {
    const page = await search('display_size=2&page=2');
    expect(page).toMatchObject({ total: 5, count: 2, page: 2 });
    const links = page['_links'] as Record<string, { href: string }>;
    expect(Object.keys(links)).toEqual([
      'self',
      'first_page',
      'last_page',
      'prev_page',
      'next_page',
    ]);
    expect(links['last_page']?.href).toContain('page=3');
  });

  it('refuses bad parameters (P0401) and pages that do not exist (P0402)', async () => {
    expect(await search('state=lost&page=0&display_size=501&from_date=today')).toEqual({
      code: 'P0401',
      description:
        'Invalid parameters: state, from_date, page, display_size. See Public API documentation for the correct data formats',
    });
    expect(await search('page=2')).toMatchObject({ code: 'P0402' });
  });
});
