import { createHash, randomUUID } from 'node:crypto';
import { ApproveApplication } from '../../../src/approval/approve-application.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { RejectApplication } from '../../../src/rejection/reject-application.js';
import { WithdrawApplication } from '../../../src/withdrawal/withdraw-application.js';
import type { BuiltApplication } from '../../builders/an-application.js';
import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { Crash, CrashingUnitOfWork } from './crashing-unit-of-work.js';
import { type DecidingBench, startDecidingBench } from './deciding-bench.js';

/** Many requests, and the machine may be busy. */
const PATIENCE_MS = 120_000;

let bench: DecidingBench;
let officer: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startDecidingBench();
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());

const TABLES = [
  'applications',
  'decisions',
  'payments',
  'payment_commands',
  'letters',
  'permits',
  'permit_zones',
  'permit_vehicles',
  'property_slots',
  'timeline_events',
  'outbox_jobs',
];

/** One number for everything a decision could have written. */
async function everything(): Promise<string> {
  const hash = createHash('sha256');
  for (const table of TABLES) {
    const rows = await bench.desk.database.dataSource.query<object[]>(`SELECT * FROM ${table}`);
    hash.update(JSON.stringify([table, rows.map((row) => JSON.stringify(row)).sort()]));
  }
  return hash.digest('hex');
}

type Decide = (unitOfWork: UnitOfWork) => Promise<{ ok: boolean }>;

const common = ({ application }: BuiltApplication) => ({
  applicationId: application.id,
  uprn: application.uprn,
  officer: officer.staff,
  seenVersion: application.version,
  formId: randomUUID(),
  privateNote: null,
});

const parts = () =>
  [bench.desk.app.get(Outbox), bench.desk.app.get(Clock), bench.desk.app.get(Settings)] as const;

const rejecting = (built: BuiltApplication): Decide => {
  const command = {
    ...common(built),
    reasons: [{ code: 'not_in_zone', paperKind: null, paperId: null, words: null }] as const,
    moneyShown: 'held-5500',
  };
  return (unitOfWork) => new RejectApplication(unitOfWork, ...parts()).run(command);
};

const withdrawing = (built: BuiltApplication): Decide => {
  const reason = { code: 'asked_for', ownWords: '' };
  const command = { ...common(built), reason, moneyShown: 'held-5500' };
  return (unitOfWork) => new WithdrawApplication(unitOfWork, ...parts()).run(command);
};

const approving = async (built: BuiltApplication): Promise<Decide> => {
  const page = await officer.get(`/applications/${built.application.reference}/approval/new`);
  const valueOf = (name: string) => String(page.$(`main input[name="${name}"]`).attr('value'));
  const command = {
    ...common(built),
    formId: valueOf('formId'),
    termsShown: valueOf('terms'),
  };
  return (unitOfWork) => new ApproveApplication(unitOfWork, ...parts()).run(command);
};

describe.each([
  ['rejection', rejecting, 9],
  ['withdrawal', withdrawing, 9],
  ['approval', approving, 13],
] as const)('a crash in the middle of a %s (R1.2)', (_, prepare, fewest) => {
  it(
    'leaves nothing behind, wherever it comes, and the decision can be made afterwards',
    async () => {
      const built = await bench.addCase({ officerId: officer.staff.id });
      const decide = await prepare(built);
      const before = await everything();
      const real = bench.desk.app.get(UnitOfWork);
      let writes = 0;
      for (let crashAt = 1; writes === crashAt - 1; crashAt += 1) {
        const crashing = new CrashingUnitOfWork(real, crashAt);
        await expect(decide(crashing)).rejects.toThrow(Crash);
        writes = crashing.writes;
        expect(await everything()).toBe(before);
      }
      expect(writes).toBeGreaterThanOrEqual(fewest);
      expect(await decide(real)).toMatchObject({ ok: true });
      expect(await bench.rows('decisions', built.application.id)).toHaveLength(1);
    },
    PATIENCE_MS,
  );
});
