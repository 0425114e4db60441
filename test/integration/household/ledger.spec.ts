import { insertDecision } from '../../../src/decisions/decisions.store.js';
import { caseFileOr404 } from '../../../src/case-file/case-file-or-404.js';
import { readLedger } from '../../../src/household-ledger/ledger.queries.js';
import { insertPermit } from '../../../src/permits/permits.store.js';
import type { Application } from '../../../src/applications/applications.store.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { Database, type Reader } from '../../../src/platform/database/transaction.js';
import { takeSlot } from '../../../src/property-slots/property-slots.store.js';
import { lookAlikeKey } from '../../../src/shared/vehicle-registration.js';
import { type ConflictDesk, mainText, NOW, startConflictDesk } from '../conflicts/conflict-desk.js';

let bench: ConflictDesk;
const now = new Date(NOW);
beforeAll(async () => {
  bench = await startConflictDesk();
});
afterAll(() => bench.desk.stop());

const reader = () => bench.desk.app.get(Database).reader;

async function permitOf(application: Application, registration: string | null, reference: string) {
  const startsAt = new Date('2026-05-04T00:00:00Z');
  const endsAt = new Date('2027-05-03T23:00:00Z');
  await bench.write((tx) =>
    insertPermit(
      tx,
      {
        ...{ id: newId(), reference, applicationId: application.id, uprn: application.uprn },
        ...{ permitTypeCode: application.permitTypeCode, holderName: application.applicantName },
        ...{ startsAt, endsAt, pricePence: 0, concernsPermitId: null, endedEarlyAt: null },
        recordedAt: startsAt,
      },
      {
        zoneCodes: ['Z92'],
        vehicle: registration && { registration, registrationKey: lookAlikeKey(registration) },
      } as never,
    ),
  );
}

const plate = (registration: string) => ({
  registration,
  registrationKey: lookAlikeKey(registration),
});

/** A reader that remembers what it was asked. */
function listening(): { reader: Reader; asked: { sql: string; values: unknown[] }[] } {
  const asked: { sql: string; values: unknown[] }[] = [];
  const real = reader();
  const query = (sql: string, values: unknown[] = []) => {
    asked.push({ sql, values });
    return real.query(sql, values);
  };
  return { reader: { query } as unknown as Reader, asked };
}

describe('the household ledger on a case', () => {
  it('shows who has what, the free permit, a look-alike, a duplicate and an old rejection', async () => {
    const at = await bench.place();
    const officer = await bench.desk.signInAs('officer');
    const carer = await bench.add(
      (a) =>
        a
          .with({
            applicantName: 'Ash Carer',
            applicantEmail: 'ash@example.com',
            ...plate('LG09RVK'),
          })
          .with({ permitTypeCode: 'essential_carer', receivedAt: new Date('2026-05-01T09:00:00Z') })
          .status('approved'),
      at,
    );
    await permitOf(carer, 'LG09RVK', 'PD-AAAA-AAAA');
    await bench.write(async (tx) => {
      await takeSlot(tx, {
        ...{ uprn: at.uprn, kind: 'free', limit: 1, applicationId: carer.id },
        now: new Date('2026-05-01T09:00:00Z'),
      });
      await tx.query('UPDATE property_slots SET ends_at = ? WHERE application_id = ?', [
        new Date('2027-05-03T23:00:00Z'),
        carer.id,
      ]);
    });
    // The carer has since applied from elsewhere, with a plate that looks like the case's.
    const moved = await bench.add((a) =>
      a
        .with({
          applicantName: 'Ash Carer',
          applicantEmail: 'Ash@Example.com',
          ...plate('AB12CD0'),
        })
        .with({ receivedAt: new Date('2026-10-02T08:00:00Z') })
        .status('approved'),
    );
    await permitOf(moved, 'AB12CD0', 'PD-BBBB-BBBB');
    const rejected = await bench.add(
      (a) =>
        a.with({ ...plate('FY64BBO'), applicantName: 'Mrs. Priya Example' }).status('rejected'),
      at,
    );
    await bench.write((tx) =>
      insertDecision(tx, {
        ...{ id: newId(), applicationId: rejected.id, outcome: 'rejected', formId: newId() },
        ...{ decidedBy: officer.staff.id, decidedAt: new Date('2026-06-03T10:00:00Z') },
        ...{ reasons: [{ code: 'x', paperKind: null, words: 'The bill was too old.' }] },
        ...{ privateNote: null, round: 1, sampleDraw: null, samplePercent: null },
      } as never),
    );
    const twin = await bench.add((a) =>
      a.with({ applicantName: 'P Other', applicantMobile: '+447700900123', ...plate('A812CDE') }),
    );
    const application = await bench.add(
      (a) =>
        a.with({ ...plate('AB12CDO'), applicantMobile: '+447700900123' }).withPaper('utility_bill'),
      at,
    );
    const page = await officer.get(`/applications/${application.reference}`);
    expect(page.status).toBe(200);
    const table = page.$('[aria-labelledby=property]').text().replace(/\s+/g, ' ');
    expect(table).toContain('The free permit is used by the essential carer permit of Ash Carer');
    expect(table).toContain('Essential carer permit PD-AAAA-AAAA');
    expect(table).toContain('Resident: this case');
    const look = page.$('[aria-labelledby=look-at]').text().replace(/\s+/g, ' ');
    expect(look).toContain('AB12CD0 on permit PD-BBBB-BBBB at another address (zone Z92)');
    expect(look).toContain('differ only in O and 0 or I and 1');
    expect(look).toContain('applied from another address on 2 October 2026');
    expect(look).toMatch(new RegExp(`${twin.reference} \\(resident\\) waits .* telephone number`));
    expect(look).toContain(`${rejected.reference} of this applicant was rejected on 3 June 2026`);
    expect(look).toContain('The bill was too old.');
    expect(look).toMatch(/Different now: .* came; another registration/);
    for (const role of ['support', 'auditor', 'supervisor'] as const) {
      const other = await bench.desk.signInAs(role);
      const whole = await other.get(`/applications/${application.reference}/household`);
      expect([role, whole.status]).toEqual([role, 200]);
      expect(mainText(whole)).toContain('Ash Carer');
    }
    const administrator = await bench.desk.signInAs('administrator');
    const closed = await administrator.get(`/applications/${application.reference}/household`);
    expect(closed.status).toBe(403);
  });

  it('is quiet in an ordinary household, and 404 for no case', async () => {
    const officer = await bench.desk.signInAs('officer');
    const quiet = { applicantName: 'Zed Quiet', applicantEmail: 'zed@example.com' };
    const application = await bench.add((a) => a.with({ ...quiet, ...plate('K1NGX') }));
    const page = await officer.get(`/applications/${application.reference}`);
    expect(page.$('[aria-labelledby=look-at]')).toHaveLength(0);
    expect((await officer.get('/applications/PD-0000-0000/household')).status).toBe(404);
  });

  it('leads to a page of its own when there is much', async () => {
    const officer = await bench.desk.signInAs('officer');
    const at = await bench.place();
    for (let count = 0; count < 12; count += 1) {
      await bench.add((a) => a.with({ applicantName: `Flat ${count} Person` }), at);
    }
    const application = await bench.add((a) => a, at);
    const page = await officer.get(`/applications/${application.reference}`);
    expect(page.$('[aria-labelledby=property] tbody tr')).toHaveLength(8);
    const more = page.$('[aria-labelledby=property] a[href$="/household"]');
    const whole = await officer.get(more.attr('href') ?? '');
    expect(whole.$('tbody tr')).toHaveLength(13);
  });
});

describe('the household ledger among many cases', () => {
  it('asks twice, each list by an index', async () => {
    const seed = await bench.add((a) => a.with({ applicantMobile: '+447700900555' }));
    await permitOf(seed, 'AB12CDE', 'PD-CCCC-CCCC');
    await fill(seed, 4000);
    const file = await caseFileOr404(reader(), seed.reference, now);
    const { reader: ears, asked } = listening();
    await readLedger(ears, file, now);
    expect(asked).toHaveLength(2);
    expect(asked.flatMap(({ sql }) => sql.match(/AS list\b/g) ?? []).length).toBeGreaterThan(4);
    for (const { sql, values } of asked) {
      const plan: { table: string | null; type: string; key: string | null; rows: string }[] =
        await reader().query(`EXPLAIN ${sql}`, values);
      const walked = plan.filter(
        ({ table, type, rows }) =>
          table !== null &&
          !table.startsWith('<') &&
          /^(ALL|index)$/.test(type) &&
          Number(rows) > 100,
      );
      expect({ sql, walked }).toEqual({ sql, walked: [] });
    }
  });
});

/** Many other cases with permits, each of another person, place and plate. */
async function fill(seed: Application, count: number): Promise<void> {
  const source = bench.desk.database.dataSource;
  const columns = (table: string) =>
    source
      .query(
        `SELECT COLUMN_NAME AS name FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name = ? AND IFNULL(GENERATION_EXPRESSION, '') = ''`,
        [table],
      )
      .then((rows: { name: string }[]) => rows.map(({ name }) => name));
  const copy = async (table: string, changed: Record<string, string>, where: string) => {
    const names = await columns(table);
    const values = names.map((name) => changed[name] ?? `t.\`${name}\``);
    await source.query(
      `INSERT INTO ${table} (${names.map((name) => `\`${name}\``).join(', ')})
       SELECT ${values.join(', ')} FROM seq_1_to_${count} s JOIN ${table} t ON ${where}`,
    );
  };
  const id = (kind: number) => `CONCAT('0000000${kind}-0000-4000-8000-', LPAD(s.seq, 12, '0'))`;
  await source.query(
    `INSERT INTO properties (uprn, address, town, postcode, recorded_at)
     SELECT 900000000 + seq, CONCAT(seq, ' Long Road'), 'Loughborough', CONCAT('LE', seq MOD 90, ' 1AA'), NOW()
       FROM seq_1_to_${count}`,
  );
  const plates = `CONCAT('AB', LPAD(s.seq MOD 99, 2, '0'), 'X', CHAR(65 + s.seq MOD 17), CHAR(65 + s.seq DIV 17 MOD 17))`;
  await copy(
    'applications',
    {
      ...{ id: id(1), reference: `CONCAT('PX-', s.seq)`, client_reference: 's.seq' },
      ...{ uprn: '900000000 + s.seq', applicant_name: `CONCAT('Person ', s.seq)` },
      ...{ applicant_email: `CONCAT('p', s.seq, '@example.com')`, registration: plates },
      ...{ applicant_mobile: `CONCAT('+4477009', LPAD(s.seq, 5, '0'))`, registration_key: plates },
      status: `ELT(1 + s.seq MOD 3, 'submitted', 'approved', 'rejected')`,
    },
    `t.id = '${seed.id}'`,
  );
  const permit = `t.application_id = '${seed.id}'`;
  await copy(
    'permits',
    {
      ...{ id: id(2), reference: `CONCAT('PY-', s.seq)`, application_id: id(1) },
      uprn: '900000000 + s.seq',
    },
    permit,
  );
  const covered = `t.permit_id = (SELECT id FROM permits WHERE application_id = '${seed.id}')`;
  await copy(
    'permit_vehicles',
    { id: id(3), permit_id: id(2), registration: plates, registration_key: plates },
    covered,
  );
  await source.query('ANALYZE TABLE applications, permits, permit_vehicles, properties');
}
