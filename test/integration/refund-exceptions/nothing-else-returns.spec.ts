import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_CAUSES, COMMAND_KINDS } from '../../../src/payments/payment-actions.rules.js';
import { newId } from '../../../src/platform/database/new-id.js';
import {
  type ExceptionsBench,
  type StaffBrowser,
  startExceptionsBench,
} from './exceptions-bench.js';

let bench: ExceptionsBench;
let officer: StaffBrowser;

beforeAll(async () => {
  bench = await startExceptionsBench();
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());

/** Every pair that may give money back; a permit that ends is among none of them. */
const GROUNDS = ['release decision', 'release review', 'release payment_again', 'refund exception'];

describe('what gives money back (R-REF-1, R-CAN-2)', () => {
  const pairs = COMMAND_KINDS.filter((kind) => kind !== 'capture').flatMap((kind) =>
    [...COMMAND_CAUSES, 'cancellation'].map((cause) => [kind, cause] as const),
  );

  it.each(pairs)('%s because of %s is for the database to allow or refuse', async (kind, cause) => {
    const granted = await bench.grantedOnly(officer);
    const insert = bench.query(
      `INSERT INTO payment_commands
         (id, application_id, payment_id, kind, amount_pence, state, attempts, requested_at,
          cause_kind, cause_id)
       SELECT ?, application_id, id, ?, amount_pence, 'requested', 0, created_at, ?, ?
         FROM payments WHERE application_id = ?`,
      [newId(), kind, cause, newId(), granted.id],
    );
    if (GROUNDS.includes(`${kind} ${cause}`)) await insert;
    else await expect(insert).rejects.toThrow(/ck_payment_commands_ground/);
  });

  it('is asked for in these places of the code and no others', () => {
    const callers = files('src').filter(
      (file) =>
        /\b(moveMoney|requestCommand)\(/.test(readFileSync(file, 'utf8')) &&
        !/payments\/(move-money|payment-commands\.store)\.ts$/.test(file),
    );
    expect(callers.sort()).toEqual([
      'src/decisions/decision-effects.ts',
      'src/exception-desk/answer-exception.ts',
      'src/hold-endings/follow-hold.ts',
      'src/payment-again/keep-payment-try.ts',
    ]);
  });

  it('is nothing that can be done to a granted permit but an exception', async () => {
    const granted = await bench.granted(officer);
    const supervisor = await bench.desk.signInAs('supervisor');
    const form = {
      ...{ version: String(granted.seenVersion), formId: crypto.randomUUID() },
      drawnAt: new Date().toISOString(),
    };
    for (const act of ['withdrawal', 'rejection', 'reopening', 'reviews', 'review-outcome']) {
      const path = `/applications/${granted.reference}/${act}`;
      for (const browser of [officer, supervisor]) {
        expect((await browser.post(path, { ...form })).status).toBeGreaterThanOrEqual(400);
      }
    }
    const kinds = (await bench.rows('payment_commands', granted.id)).map(({ kind }) => kind);
    expect(kinds).toEqual(['capture']);
    expect((await bench.moneyOf(granted.id)).promised).toBe(0);
  });
});

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return path.endsWith('.ts') && !path.endsWith('.spec.ts') ? [path] : [];
  });
}
