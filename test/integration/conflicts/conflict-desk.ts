import { randomUUID } from 'node:crypto';
import type { Application } from '../../../src/applications/applications.store.js';
import type { Interest } from '../../../src/conflicts-of-interest/conflict.rules.js';
import { insertInterest } from '../../../src/conflicts-of-interest/declared-interests.store.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { type Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { anApplication, type ApplicationBuilder } from '../../builders/an-application.js';
import { startTestApplication } from '../../support/test-application.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';
import { TestClock } from '../../support/test-clock.js';

export const NOW = '2026-11-18T11:00:00Z';

/** The application with one zone, and what these tests do with its cases. */
export async function startConflictDesk() {
  const desk = await startTestApplication({ clock: new TestClock(NOW) });
  const write = <T>(work: (tx: Tx) => Promise<T>) => desk.app.get(UnitOfWork).run(work);
  const zoneCode = await write((tx) => aZone(tx, 'Z92'));
  const clientId = await write(async (tx) => (await aClient(tx)).id);

  async function place() {
    return { clientId, zoneCode, uprn: await write((tx) => aProperty(tx, zoneCode)) };
  }

  async function add(
    shape: (building: ApplicationBuilder) => ApplicationBuilder = (building) => building,
    at?: { clientId: string; zoneCode: string; uprn: string },
  ): Promise<Application> {
    const where = at ?? (await place());
    return write(async (tx) => (await shape(anApplication(where)).insert(tx)).application);
  }

  /** Everything an act could change about a case, and its events apart. */
  async function stateOf(id: string) {
    const read = (sql: string) => desk.database.dataSource.query(sql, [id]);
    return {
      application: await read('SELECT * FROM applications WHERE id = ?'),
      decisions: await read('SELECT * FROM decisions WHERE application_id = ?'),
      permits: await read('SELECT * FROM permits WHERE application_id = ?'),
      slots: await read('SELECT * FROM property_slots WHERE application_id = ?'),
      checks: await read('SELECT * FROM paper_checks WHERE application_id = ?'),
      requests: await read('SELECT * FROM evidence_requests WHERE application_id = ?'),
      letters: await read('SELECT * FROM letters WHERE application_id = ?'),
    };
  }

  return {
    desk,
    ...{ write, place, add, stateOf },
    declare: (staffId: string, interest: Partial<Interest> & Pick<Interest, 'kind' | 'value'>) =>
      write((tx) =>
        insertInterest(tx, {
          ...{ id: newId(), staffId, postcode: null, isRelation: false, ...interest },
          ...{ declaredAt: new Date(NOW), removedAt: null, formId: randomUUID() },
        }),
      ),
    eventsOf: async (id: string): Promise<{ type: string; actor_id: string }[]> =>
      desk.database.dataSource.query(
        'SELECT type, actor_id FROM timeline_events WHERE application_id = ? ORDER BY happened_at',
        [id],
      ),
    claimFields: (application: Application) => ({
      version: String(application.version),
      formId: randomUUID(),
      drawnAt: NOW,
    }),
  };
}

export type ConflictDesk = Awaited<ReturnType<typeof startConflictDesk>>;

export const mainText = (answer: Answer) => answer.$('main').text().replace(/\s+/g, ' ');
export type { Answer, TestBrowser };
