import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { PaperCheck } from '../../../src/evidence/evidence.store.js';
import { originalBinding, pageBinding } from '../../../src/evidence/paper-bindings.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { FileStore } from '../../../src/platform/files/file-store.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { type ApplicationBuilder, anApplication } from '../../builders/an-application.js';
import {
  startTestApplication,
  type TestApplication,
  type TestStaff,
} from '../../support/test-application.js';
import type { Answer, Fields, TestBrowser } from '../../support/test-browser.js';

/** A desk with a zone, a property and a client: cases are made as tests need them. */
export async function startReviewDesk() {
  const desk = await startTestApplication();
  const unitOfWork = desk.app.get(UnitOfWork);
  const place = await unitOfWork.run(async (tx) => {
    const zoneCode = await aZone(tx, 'Z901');
    return { zoneCode, uprn: await aProperty(tx, zoneCode), clientId: (await aClient(tx)).id };
  });
  return {
    ...desk,
    place,
    /** Writes a case as the builder says it. */
    addCase: async (plan: (building: ApplicationBuilder) => ApplicationBuilder) => {
      const built = await unitOfWork.run((tx) => plan(anApplication(place)).insert(tx));
      return { ...built, path: `/applications/${built.application.reference}` };
    },
  };
}

export type ReviewDesk = Awaited<ReturnType<typeof startReviewDesk>>;

/** A plan for a paper whose files really lie in the store: so many pages of plain paper. */
export async function storedPaper(desk: TestApplication, pageCount = 1) {
  const store = desk.app.get(FileStore);
  const id = randomUUID();
  const bound = { id, applicationId: '', bindingVersion: 1 };
  const picture = await sharp({
    create: { width: 300, height: 420, channels: 3, background: '#f4f1e8' },
  })
    .jpeg()
    .toBuffer();
  const size = { width: 300, height: 420 };
  const pages = [];
  for (let page = 1; page <= pageCount; page += 1) {
    pages.push({ ...size, ...(await store.write(picture, pageBinding(bound, page))) });
  }
  const pdf = Buffer.from(`%PDF-1.4 ${id}`);
  const original = { ...size, ...(await store.write(pdf, originalBinding(bound))) };
  return { id, pages, original, picture, pdf };
}

/** The fields of a page's check form, as a browser would send them. */
export function formOf({ $ }: Answer): Fields {
  const fields: Fields = {};
  for (const { name, value } of $('#facts form').serializeArray()) fields[name] = value;
  delete fields['_csrf'];
  return fields;
}

/** Every fact of a kind marked the same. */
export function marked(facts: readonly string[], mark = 'matches'): Fields {
  return Object.fromEntries(facts.map((fact) => [`mark[${fact}]`, mark]));
}

export function dated(field: string, [day, month, year]: [string, string, string]): Fields {
  return { [`${field}[day]`]: day, [`${field}[month]`]: month, [`${field}[year]`]: year };
}

/** The payloads of a case's events of one type, each with who did it. */
export async function eventsOf(
  desk: TestApplication,
  applicationId: string,
  type: string,
): Promise<Record<string, unknown>[]> {
  const rows: { payload: string; actor_id: string | null }[] = await desk.database.dataSource.query(
    'SELECT payload, actor_id FROM timeline_events WHERE application_id = ? AND type = ? ORDER BY happened_at',
    [applicationId, type],
  );
  return rows.map((row) => ({
    ...(JSON.parse(row.payload) as Record<string, unknown>),
    by: row.actor_id,
  }));
}

export type Officer = TestBrowser & { staff: TestStaff };

/** A bill whose facts all match and whose date is in time; the verdict is the test's. */
export const goodBill: Fields = {
  ...marked(['name', 'address', 'date']),
  ...dated('datedOn', ['2', '11', '2026']),
};

/** What the tests of checking papers do again and again, as this officer. */
export function reviewAt(desk: ReviewDesk, officer: Officer) {
  const rowsOf = (sql: string, id: string): Promise<Record<string, unknown>[]> =>
    desk.database.dataSource.query(sql, [id]);
  return {
    /** A case this officer holds, with a utility bill and a V5C. */
    aBill: () =>
      desk.addCase((a) => a.inReviewBy(officer.staff.id).withPaper('utility_bill').withV5C()),
    /** Opens a paper's page, fills in its form and sends it. */
    send: async (path: string, position: number, changes: Fields) => {
      const page = await officer.get(`${path}/evidence/${position}`);
      return officer.post(`${path}/evidence/${position}/check`, { ...formOf(page), ...changes });
    },
    checkOf: async (paperId: string): Promise<PaperCheck | null> => {
      const [row] = await rowsOf(
        `SELECT verdict, dated_on AS datedOn, term_from_on AS termFromOn, term_to_on AS termToOn,
                marks, note, reference_last4 AS referenceLast4, checked_by AS checkedBy
           FROM paper_checks WHERE paper_id = ?`,
        paperId,
      );
      return row ? ({ ...row, marks: JSON.parse(String(row['marks'])) } as PaperCheck) : null;
    },
    versionOf: async (id: string) => {
      const [row] = await rowsOf('SELECT version FROM applications WHERE id = ?', id);
      return Number(row?.['version']);
    },
  };
}

export type ReviewAt = ReturnType<typeof reviewAt>;
