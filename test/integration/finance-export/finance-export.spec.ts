import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { EVERYTHING, type FinanceBench, startFinanceBench, tableOf } from './finance-bench.js';

let bench: FinanceBench;
let supervisor: TestBrowser & { staff: TestStaff };
let reference: string;

beforeAll(async () => {
  bench = await startFinanceBench();
  ({ reference } = await bench.post([
    ['hold_placed', 'held', 'customer', 5500, '2026-07-14T10:00:00Z'],
    ['captured', 'provider_clearing', 'held', 5500, '2026-07-14T23:30:00Z'],
    ['fee_earned', 'customer', 'income', 5500, '2026-07-14T23:31:00Z'],
    ['refund_owed', 'income', 'refund_payable', 1250, '2026-10-25T00:30:00Z'],
    ['refund_sent', 'refund_payable', 'provider_clearing', 1250, '2026-10-25T00:30:00Z'],
    ['refund_failed', 'provider_clearing', 'refund_payable', 1250, '2026-10-25T01:30:00Z'],
    ['paid_another_way', 'refund_payable', 'paid_another_way', 1250, '2026-11-02T09:00:00Z'],
    ['difference_closed', 'provider_clearing', 'write_off', 5, '2026-11-03T09:00:00Z'],
  ]));
  await bench.post([
    ['hold_placed', 'held', 'customer', 5500, '2026-10-01T10:00:00Z'],
    ['hold_voided', 'customer', 'held', 5500, '2026-10-02T10:00:00Z'],
  ]);
});
afterAll(() => bench.stop());
// One person takes five files an hour.
beforeEach(async () => {
  supervisor = await bench.desk.signInAs('supervisor');
});

const csv = (text: string): string[][] => parse(text, { bom: true, record_delimiter: '\r\n' });

describe('the file', () => {
  it('has each movement as a line of its London day, and no word about a person', async () => {
    const file = await bench.take(supervisor);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="finance-2026-07-01-to-2026-11-20.csv"',
    );
    expect(file.headers.get('cache-control')).toBe('no-store');
    const { lines, total, about } = tableOf(csv(file.text));
    const said = lines.map((line) =>
      ['Day in London', 'Time in London', 'What happened', 'Fee income (£)'].map((n) => line[n]),
    );
    expect(said).toEqual([
      ['2026-07-15', '00:30', 'Payment taken', '0.00'],
      ['2026-07-15', '00:31', 'Fee earned or given up', '55.00'],
      ['2026-10-02', '11:00', 'Hold cancelled', '0.00'],
      ['2026-10-25', '01:30', 'Fee earned or given up', '-12.50'],
      ['2026-10-25', '01:30', 'Refund', '0.00'],
      ['2026-10-25', '01:30', 'Refund that failed', '0.00'],
      ['2026-11-02', '09:00', 'Given back another way', '0.00'],
      ['2026-11-03', '09:00', 'Ledger corrected', '0.00'],
    ]);
    expect(lines[0]).toMatchObject({
      ...{ Case: reference, Zone: 'T2', VAT: 'Outside the scope', 'Taken (£)': '55.00' },
      'Zone name': `'=HYPERLINK("https://example.org")`,
      'Permit type': `'@SUM(A1), "x"`,
    });
    expect(total).toMatchObject({
      ...{ 'Taken (£)': '55.00', 'Refunded (£)': '0.00', 'Fee income (£)': '42.50' },
      'Given back another way (£)': '-12.50',
      'Ledger corrected (£)': '0.05',
      'Hold cancelled, never income (£)': '55.00',
    });
    expect(about).toMatchObject({ 'Ledger lines': '8', 'Total: Fee income (£)': '42.50' });
    expect(about['Period']).toBe('1 July 2026 to 20 November 2026, both days included');
    expect(about['Time zone']).toContain('Europe/London');
    expect(about['Data as at']).toContain('20 November 2026');
    const people = await bench.query<Record<string, string | null>>(
      'SELECT applicant_name, applicant_email, applicant_mobile, registration FROM applications',
    );
    for (const text of people.flatMap((person) => Object.values(person))) {
      if (text) expect(file.text).not.toContain(text);
    }
  });

  it('is in the log before it leaves, with its fingerprint', async () => {
    const file = await bench.take(supervisor, { reason: 'For the auditors', zone: 'T2' });
    const bytes = Buffer.from(`\ufeff${file.text.replace(/^\ufeff/, '')}`, 'utf8');
    const [logged] = await bench.query<object>(
      "SELECT * FROM export_log WHERE reason = 'For the auditors'",
    );
    expect(logged).toMatchObject({
      ...{ kind: 'finance', row_count: 8 },
      staff_id: supervisor.staff.id,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect((logged as { filters: string }).filters).toContain('Zone: T2');
    expect(Number(file.headers.get('content-length'))).toBe(bytes.length);
  });

  it('has typed days and amounts in a workbook, and text that is no formula', async () => {
    const bytes = await download({ ...EVERYTHING, format: 'xlsx' });
    const [lines, about] = await readWorkbook(bytes);
    expect(lines?.data[1]?.slice(0, 8)).toEqual([
      ...[
        new Date('2026-07-15T00:00:00Z'),
        new Date('1899-12-30T00:30:00Z'),
        'Payment taken',
        reference,
      ],
      ...[`'@SUM(A1), "x"`, 'T2', `'=HYPERLINK("https://example.org")`, 55],
    ]);
    expect(lines?.data.at(-1)?.[0]).toBe('Total');
    expect(lines?.data.at(-1)?.[12]).toBe(42.5);
    expect(about?.data.find(([name]) => name === 'Ledger lines')?.[1]).toBe(8);
  });

  it('has totals by day, permit type and zone', async () => {
    const file = await bench.take(supervisor, { grouping: 'days' });
    const { lines, total } = tableOf(csv(file.text));
    expect(
      lines.map((line) => [line['Day in London'], line['Lines'], line['Fee income (£)']]),
    ).toEqual([
      ['2026-07-15', '2', '55.00'],
      ['2026-10-02', '1', '0.00'],
      ['2026-10-25', '3', '-12.50'],
      ['2026-11-02', '1', '0.00'],
      ['2026-11-03', '1', '0.00'],
    ]);
    expect(total).toMatchObject({ Lines: '8', 'Fee income (£)': '42.50' });
  });

  it('has only what was asked for', async () => {
    const lines = async (differs: Parameters<FinanceBench['take']>[1]) =>
      tableOf(csv((await bench.take(supervisor, differs)).text)).lines.length;
    expect(await lines({ kinds: ['refund', 'hold_cancelled'] })).toBe(2);
    expect(await lines({ 'to[day]': '14', 'to[month]': '7' })).toBe(0);
    expect(await lines({ 'from[day]': '15', 'to[day]': '15', 'to[month]': '7' })).toBe(2);
    expect(await lines({ zone: 'none' })).toBe(0);
  });

  it('tells an exception from a refund by what it was asked for', async () => {
    await bench.refund('sent');
    await bench.refund('sent');
    await bench.query(
      "UPDATE payment_commands SET kind = 'refund', cause_kind = 'exception' ORDER BY id DESC LIMIT 1",
    );
    const file = await bench.take(supervisor, { kinds: ['exception', 'refund'] });
    const happened = tableOf(csv(file.text)).lines.map((line) => line['What happened']);
    expect(happened.sort()).toEqual(['Refund', 'Refund', 'Refund exception']);
  });

  async function download(fields: Parameters<FinanceBench['take']>[1]): Promise<Buffer> {
    const page = await supervisor.get('/finance-exports/new');
    const body = new URLSearchParams({ _csrf: String(page.$('input[name=_csrf]').val()) });
    for (const [name, value] of Object.entries(fields ?? {})) {
      for (const one of [value].flat()) body.append(name, one);
    }
    const cookie = [...supervisor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, origin: bench.desk.url, 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(`${bench.desk.url}/finance-exports`, {
      method: 'POST',
      body,
      headers,
    });
    return Buffer.from(await answer.arrayBuffer());
  }
});

describe('the page', () => {
  it('sends back what is wrong with everything that was typed', async () => {
    const page = await bench.take(supervisor, {
      ...{ reason: ' ', 'from[month]': 'Juli', kinds: ['refund', 'fee'], format: 'xlsx' },
      grouping: 'days',
    });
    expect(page.status).toBe(422);
    const { $ } = page;
    expect(
      $('.govuk-error-summary a')
        .toArray()
        .map((link) => $(link).attr('href')),
    ).toEqual([...['#from-month', '#reason']]);
    expect($('#from-month').val()).toBe('Juli');
    expect(
      $('input[name=kinds]:checked')
        .toArray()
        .map((box) => $(box).val()),
    ).toEqual([...['refund', 'fee']]);
    expect($('input[name=format]:checked').val()).toBe('xlsx');
    expect($('input[name=grouping]:checked').val()).toBe('days');
    expect((await bench.take(supervisor, { kinds: [] })).status).toBe(422);
  });

  it('begins with the month before and all of it, and is linked from the board', async () => {
    const page = await supervisor.get('/finance-exports/new');
    expect(page.$('#from-day').val()).toBe('1');
    expect(page.$('#to-month').val()).toBe('10');
    expect(page.$('input[name=kinds]:checked')).toHaveLength(8);
    expect((await supervisor.get('/refunds')).$('a[href="/finance-exports/new"]')).toHaveLength(1);
  });

  it('is for supervisors', async () => {
    for (const role of ['officer', 'support', 'administrator', 'auditor'] as const) {
      const other = await bench.desk.signInAs(role);
      expect((await other.get('/finance-exports/new')).status).toBe(403);
      expect((await bench.take(other)).status).toBe(403);
    }
    const officer = await bench.desk.signInAs('officer');
    expect((await officer.get('/refunds')).text).not.toContain('/finance-exports/new');
  });

  it('gives one person five files an hour, also at once', async () => {
    const busy = await bench.desk.signInAs('supervisor');
    const statuses = await Promise.all(Array.from({ length: 7 }, () => bench.take(busy)));
    expect(statuses.map(({ status }) => status).sort()).toEqual([
      200, 200, 200, 200, 200, 429, 429,
    ]);
    const refused = await bench.take(busy, { reason: 'Once more, please' });
    expect(refused.$('#reason').val()).toBe('Once more, please');
  });
});
