import { rmSync, writeFileSync, readFileSync } from 'node:fs';
import { AnchorAuditTrail } from '../../../src/platform/audit-trail/anchor-audit-trail.task.js';
import { listAnchors, readAnchorFile } from '../../../src/platform/audit-trail/anchors.store.js';
import { auditKeys } from '../../../src/platform/audit-trail/audit-keys.js';
import { CHAIN_START, chainHash, factsHash } from '../../../src/platform/audit-trail/chain.js';
import { lowestIdAt } from '../../../src/platform/audit-trail/lowest-id.js';
import { SealAuditTrail } from '../../../src/platform/audit-trail/seal-audit-trail.task.js';
import { rowsById, sealsAfter } from '../../../src/platform/audit-trail/sealed-rows.store.js';
import { verifyAuditTrail } from '../../../src/platform/audit-trail/verify-audit-trail.js';
import type { Database } from '../../../src/platform/database/transaction.js';
import { TypeormUnitOfWork } from '../../../src/platform/database/typeorm-unit-of-work.js';
import { sealedTables } from '../../../src/sealed-tables.js';
import { TestClock } from '../../support/test-clock.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { testSettings } from '../../support/test-settings.js';
import { aCaseWithEvents, type SealedCase } from './a-sealed-case.js';

let database: TestDatabase;
let sealed: SealedCase;
let settings: ReturnType<typeof testSettings>;
let clock: TestClock;
let seal: SealAuditTrail;
let anchor: AnchorAuditTrail;

const run = (sql: string, values: unknown[] = []) => database.dataSource.query(sql, values);

beforeEach(async () => {
  database = await createTestDatabase();
  settings = testSettings(database.url);
  clock = new TestClock();
  const unitOfWork = new TypeormUnitOfWork(database.dataSource);
  const reading = { reader: database.dataSource.manager } as Database;
  seal = new SealAuditTrail(unitOfWork, clock, settings, [...sealedTables]);
  anchor = new AnchorAuditTrail(unitOfWork, reading, clock, settings);
  sealed = await aCaseWithEvents(database, 20);
  await seal.run();
  await anchor.run();
}, 60_000);

afterEach(async () => {
  rmSync(settings.AUDIT_ANCHORS_FILE, { force: true });
  await database.drop();
});

async function verified() {
  const { manager } = database.dataSource;
  const { values, verifying } = auditKeys(settings);
  return verifyAuditTrail(manager, {
    tables: sealedTables,
    anchors: await listAnchors(manager),
    anchorsElsewhere: await readAnchorFile(settings.AUDIT_ANCHORS_FILE),
    valuesKey: values,
    publicKeys: verifying,
    sealedBelow: lowestIdAt(Date.now() + 60_000),
  });
}

const faultsFound = async () => [...new Set((await verified()).faults.map(({ fault }) => fault))];

/** What somebody with every right to the database would do to hide a change. */
async function makeAnew(from: number) {
  const seals = await sealsAfter(database.dataSource.manager, from - 1, 1000);
  const [earlier] = from === 1 ? [] : await sealsAfter(database.dataSource.manager, from - 2, 1);
  let before = earlier?.chainHash ?? CHAIN_START;
  for (const each of seals) {
    const table = sealedTables.find(({ source }) => source === each.source);
    if (!table) throw new Error('no such source');
    const row = (await rowsById(database.dataSource.manager, table, [each.rowId])).get(each.rowId);
    const facts = row ? factsHash([row.id, ...row.facts]) : each.factsHash;
    before = chainHash(before, { ...each, factsHash: facts });
    await run('UPDATE audit_seals SET facts_hash = ?, chain_hash = ? WHERE sequence = ?', [
      facts,
      before,
      each.sequence,
    ]);
  }
}

describe('a trail nobody touched', () => {
  it('is whole, seals each row once, and grows by what is new', async () => {
    const first = await verified();
    expect(first).toMatchObject({ faults: [], erased: 0, anchors: 1 });
    expect(first.seals).toBe(sealed.rows);
    await seal.run();
    expect((await verified()).seals).toBe(sealed.rows);
    await sealed.addEvent();
    await seal.run();
    clock.advance({ minutes: 5 });
    await anchor.run();
    expect(await verified()).toMatchObject({ faults: [], seals: sealed.rows + 1, anchors: 2 });
  });

  it('stays whole when the database went away between the two places of an anchor', async () => {
    await sealed.addEvent();
    await seal.run();
    clock.advance({ minutes: 5 });
    const away = new TypeormUnitOfWork(database.dataSource);
    away.run = () => Promise.reject(new Error('The database is away.'));
    const reading = { reader: database.dataSource.manager } as Database;
    await expect(new AnchorAuditTrail(away, reading, clock, settings).run()).rejects.toThrow(
      'away',
    );
    clock.advance({ minutes: 5 });
    await anchor.run();
    expect(await verified()).toMatchObject({ faults: [], anchors: 2 });
    await anchor.run();
    expect(await verified()).toMatchObject({ faults: [], anchors: 2 });
  });

  it('stays whole when what a person wrote is erased, and the words are gone', async () => {
    await run("UPDATE case_notes SET words = ''");
    expect(await verified()).toMatchObject({ faults: [], erased: 1 });
  });

  it('seals a row that was committed late', async () => {
    await sealed.addEvent(lowestIdAt(Date.now() - 30 * 60_000).replace(/0{12}$/, '0123456789ab'));
    await seal.run();
    expect(await verified()).toMatchObject({ faults: [], seals: sealed.rows + 1 });
  });
});

describe('attack 195: eight ways to tamper', () => {
  it('1: a changed value', async () => {
    await run("UPDATE timeline_events SET actor_kind = 'system' WHERE id = ?", [sealed.eventId(7)]);
    expect(await faultsFound()).toEqual(['row_changed']);
    await run("UPDATE case_notes SET words = 'other words'");
    expect(await faultsFound()).toEqual(['row_changed', 'value_changed']);
  });

  it('2: a deleted row, with and without its seal', async () => {
    await run('DELETE FROM timeline_events WHERE id = ?', [sealed.eventId(7)]);
    expect(await faultsFound()).toEqual(['row_missing']);
    await run('DELETE FROM audit_seals WHERE row_id = ?', [sealed.eventId(7)]);
    expect(await faultsFound()).toEqual(['seal_missing']);
  });

  it('3: an inserted row', async () => {
    await sealed.addEvent(lowestIdAt(Date.parse('2026-01-05')).replace(/0{12}$/, '0123456789ab'));
    await seal.run();
    expect(await faultsFound()).toEqual(['row_unsealed']);
  });

  it('4: two rows exchanged', async () => {
    const ids = [sealed.eventId(3), sealed.eventId(12)];
    const rows: { id: string; payload: string }[] = await run(
      'SELECT id, payload FROM timeline_events WHERE id IN (?)',
      [ids],
    );
    for (const { id, payload } of rows) {
      const other = ids.find((each) => each !== id);
      await run('UPDATE timeline_events SET payload = ? WHERE id = ?', [payload, other]);
    }
    expect(await faultsFound()).toEqual(['row_changed']);
  });

  it('5: a suffix of the chain made anew', async () => {
    await run("UPDATE timeline_events SET type = 'case-released' WHERE id = ?", [
      sealed.eventId(7),
    ]);
    await makeAnew(5);
    expect(await faultsFound()).toEqual(['history_differs']);
  });

  it('6: the tail cut off', async () => {
    await run('DELETE FROM audit_seals ORDER BY sequence DESC LIMIT 3');
    expect(await faultsFound()).toContain('tail_cut');
    // The anchor in the database gone too: the second place still knows.
    await run('DELETE FROM audit_anchors');
    expect(await faultsFound()).toEqual(expect.arrayContaining(['tail_cut', 'anchor_lost']));
  });

  it('7: a forged anchor, in either place', async () => {
    const forged = {
      ...{ sequence: 3, chainHash: 'f'.repeat(64), signedAt: new Date().toISOString() },
      ...{ keyId: 'a'.repeat(16), signature: Buffer.alloc(64).toString('base64') },
    };
    writeFileSync(settings.AUDIT_ANCHORS_FILE, `${JSON.stringify(forged)}\nnot json\n`, {
      flag: 'a',
    });
    expect(await faultsFound()).toEqual(['anchor_forged']);
    const lines = readFileSync(settings.AUDIT_ANCHORS_FILE, 'utf8').trimStart().split('\n');
    writeFileSync(settings.AUDIT_ANCHORS_FILE, `${lines[0]}\n`);
    await run("UPDATE audit_anchors SET chain_hash = REPEAT('f', 64)");
    expect(await faultsFound()).toEqual(expect.arrayContaining(['anchor_forged', 'anchor_lost']));
  });

  it('8: a clock that goes back', async () => {
    clock.advance({ hours: -2 });
    await sealed.addEvent();
    await seal.run();
    expect(await faultsFound()).toEqual(['clock_back']);
  });
});

describe('two sealers at once', () => {
  it('make one chain', async () => {
    for (let more = 0; more < 30; more += 1) await sealed.addEvent();
    const unitOfWork = new TypeormUnitOfWork(database.dataSource);
    const sealers = [1, 2, 3].map(
      () => new SealAuditTrail(unitOfWork, clock, settings, [...sealedTables]),
    );
    await Promise.allSettled(sealers.map((each) => each.run()));
    await seal.run();
    expect(await verified()).toMatchObject({ faults: [], seals: sealed.rows + 30 });
  });
});
