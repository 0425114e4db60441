import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { TestBrowser } from '../../support/test-browser.js';
import { type MoneyBench, startMoneyBench } from './money-bench.js';

let bench: MoneyBench;
let officer: TestBrowser;
let supervisor: TestBrowser;

beforeAll(async () => {
  bench = await startMoneyBench();
  officer = await bench.desk.signInAs('officer');
  supervisor = await bench.desk.signInAs('supervisor');
  await bench.refund('failed');
  await bench.refund('waiting');
});
afterAll(() => bench.stop());

describe('the board as a file', () => {
  const take = (reason: string, more: Record<string, string> = {}) =>
    supervisor.post('/refunds/exports', { reason, ...more });

  it('is asked for with a reason, and leaves only when it is in the log', async () => {
    const refused = await take('', { lane: 'failed' });
    expect(refused.status).toBe(422);
    expect(refused.$('input[name=lane]').val()).toBe('failed');
    const file = await take('For the month’s end', { lane: 'failed' });
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="refunds-2026-11-20.csv"',
    );
    expect(file.headers.get('cache-control')).toBe('no-store');
    const rows: string[][] = parse(file.text, { bom: true, record_delimiter: '\r\n' });
    expect(rows[0]?.[0]).toBe('Case');
    expect(rows.at(-2)?.[0]).toBe('Narrowed to: Where it waits: Refund failed');
    const logged = await bench.query<{ sha256: string; reason: string; row_count: number }>(
      'SELECT * FROM export_log',
    );
    expect(logged).toMatchObject([{ reason: 'For the month’s end', kind: 'refunds' }]);
    expect(logged[0]?.row_count).toBe(rows.length - 5);
    const bytes = Buffer.from(`\ufeff${file.text.replace(/^\ufeff/, '')}`, 'utf8');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(logged[0]?.sha256);
  });

  it('is taken five times in an hour by one person, also at once', async () => {
    const statuses = await Promise.all(Array.from({ length: 8 }, () => take('Many at once')));
    expect(statuses.map(({ status }) => status).sort()).toEqual([
      ...[200, 200, 200, 200],
      ...[429, 429, 429, 429],
    ]);
  });

  it('is not for officers', async () => {
    expect((await officer.post('/refunds/exports', { reason: 'Because' })).status).toBe(403);
    expect((await officer.get('/refunds')).text).not.toContain('Download as CSV');
  });
});
