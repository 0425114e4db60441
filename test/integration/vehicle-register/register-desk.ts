import { load } from 'cheerio';
import type { Application } from '../../../src/applications/applications.store.js';
import { type Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';
import {
  findRegisterCheck,
  insertFirstWish,
  type RegisterResult,
  saveResult,
} from '../../../src/vehicle-register/register-checks.store.js';
import { readRegisterFacts } from '../../../src/vehicle-register/register-facts.rules.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { anApplication, type ApplicationBuilder } from '../../builders/an-application.js';
import { startTestApplication } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { TestClock } from '../../support/test-clock.js';

export const NOW = '2026-11-20T10:02:00Z';

/** The pages over a database of their own; what the worker learns is written by the test. */
export async function startRegisterDesk(settings: Record<string, string>) {
  const desk = await startTestApplication({ clock: new TestClock(NOW), settings });
  const write = <T>(work: (tx: Tx) => Promise<T>) => desk.app.get(UnitOfWork).run(work);
  const place = await write(async (tx) => {
    const zoneCode = await aZone(tx, 'Z91');
    return { clientId: (await aClient(tx)).id, uprn: await aProperty(tx, zoneCode), zoneCode };
  });
  return {
    ...desk,
    addCase: async (plan: (building: ApplicationBuilder) => ApplicationBuilder = (one) => one) => {
      const { application } = await write((tx) => plan(anApplication(place)).insert(tx));
      return { application, path: `/applications/${application.reference}` };
    },
    /** As the worker would have kept it. */
    answered: ({ id, registration }: Application, result: RegisterResult) => {
      const at = new Date(NOW);
      const wish = { applicationId: id, registration: registration ?? '', askedAt: at };
      return write(async (tx) => {
        await insertFirstWish(tx, { ...wish, freshSince: at, formId: null });
        const check = await findRegisterCheck(tx, id);
        if (check) await saveResult(tx, check, result);
      });
    },
    rows: (table: string, id: string): Promise<Record<string, unknown>[]> =>
      desk.database.dataSource.query(
        table === 'outbox_jobs'
          ? 'SELECT * FROM outbox_jobs WHERE subject_id = ?'
          : `SELECT * FROM ${table} WHERE application_id = ?`,
        [id],
      ),
  };
}

export type RegisterDesk = Awaited<ReturnType<typeof startRegisterDesk>>;

/** What a Ford of the builders' registration answers. */
export function found(changes: object = {}): RegisterResult {
  const body = {
    registrationNumber: 'AB12CDE',
    make: 'FORD',
    colour: 'BLUE',
    wheelplan: '2 AXLE RIGID BODY',
    typeApproval: 'M1',
    taxStatus: 'Taxed',
    dateOfLastV5CIssued: '2026-11-02',
  };
  const facts = readRegisterFacts({ ...body, ...changes }, 'AB12CDE');
  if (!facts) throw new Error('These are no facts.');
  return { state: 'found', facts, answeredAt: new Date(NOW) };
}

export async function panelAt(browser: TestBrowser, path: string) {
  const $ = load((await browser.get(path)).text);
  const words = (selector: string) => $(selector).text().replace(/\s+/g, ' ').trim();
  const form = $('form[action$="/vehicle-register"]');
  const fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]));
  return { panel: words('.desk-register'), page: words('body'), form, fields, words };
}
