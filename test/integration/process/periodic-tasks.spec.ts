import { PeriodicTask } from '../../../src/platform/periodic/periodic-task.js';
import { RunPeriodicTasks } from '../../../src/platform/periodic/run-periodic-tasks.js';
import { TypeormUnitOfWork } from '../../../src/platform/database/typeorm-unit-of-work.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { testSettings } from '../../support/test-settings.js';

class Sweeping extends PeriodicTask {
  readonly task = 'sweeping';
  readonly everySeconds = 3600;
  runs = 0;
  next: () => Promise<void> = () => Promise.resolve();

  async run() {
    this.runs += 1;
    await this.next();
  }
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(() => database.drop());
beforeEach(async () => {
  await database.dataSource.query('DELETE FROM periodic_turns');
  await database.dataSource.query(
    "INSERT INTO periodic_turns (task, due_at) VALUES ('sweeping', UTC_TIMESTAMP(3))",
  );
});

const worker = (task: PeriodicTask) =>
  new RunPeriodicTasks(
    new TypeormUnitOfWork(database.dataSource),
    testSettings(database.url, { JOB_LEASE_SECONDS: 5 }),
    [task],
  );

const turn = async () => {
  const [row]: { holder: string | null; problem: string | null; wait: string }[] =
    await database.dataSource.query(
      `SELECT holder, last_problem AS problem,
              TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), due_at) AS wait FROM periodic_turns`,
    );
  return { ...row, wait: Number(row?.wait) };
};

const agoBy = (seconds: number, column: 'due_at' | 'lease_until') =>
  database.dataSource.query(
    `UPDATE periodic_turns SET ${column} = UTC_TIMESTAMP(3) - INTERVAL ${seconds} SECOND`,
  );

describe('what comes round by the clock', () => {
  it('is done by one worker of many, and then not before it is due again', async () => {
    const task = new Sweeping();
    const workers = Array.from({ length: 8 }, () => worker(task));
    const ran = await Promise.all(workers.map((each) => each.runIfDue(task)));
    expect(ran.filter(Boolean)).toHaveLength(1);
    expect(task.runs).toBe(1);
    expect(await worker(task).runIfDue(task)).toBe(false);
    const { holder, wait } = await turn();
    expect(holder).toBeNull();
    expect(wait).toBeGreaterThan(3590);
    await agoBy(1, 'due_at');
    expect(await worker(task).runIfDue(task)).toBe(true);
  });

  it('passes to the next worker when the one that had it died, and not before', async () => {
    const dying = new Sweeping();
    let die: (reason: Error) => void = () => undefined;
    dying.next = () => new Promise((_, reject) => (die = reject));
    const dead = worker(dying).runIfDue(dying);
    while (dying.runs === 0) await new Promise(setImmediate);
    const heir = new Sweeping();
    expect(await worker(heir).runIfDue(heir)).toBe(false);
    await agoBy(1, 'lease_until');
    expect(await worker(heir).runIfDue(heir)).toBe(true);
    // The late one wakes: the turn is no longer its own to end.
    const booked = (await turn()).wait;
    die(new Error('too late'));
    await dead;
    expect(await turn()).toMatchObject({ problem: null });
    expect((await turn()).wait).toBeGreaterThan(booked - 60);
  });

  it('is tried again soon when it failed, and says what the problem was', async () => {
    const task = new Sweeping();
    task.next = () => Promise.reject(new Error('no room on the disk'));
    expect(await worker(task).runIfDue(task)).toBe(true);
    const after = await turn();
    expect(after).toMatchObject({ holder: null, problem: 'no room on the disk' });
    expect(after.wait).toBeLessThanOrEqual(60);
  });
});
