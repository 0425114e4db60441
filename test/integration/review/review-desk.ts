import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { originalBinding, pageBinding } from '../../../src/evidence/paper-files.js';
import type { PaperKind } from '../../../src/permit-types/paper-kinds.rules.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { FileStore } from '../../../src/platform/files/file-store.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { type ApplicationBuilder, anApplication } from '../../builders/an-application.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import type { Answer, Fields } from '../../support/test-browser.js';

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
  const picture = await sharp({
    create: { width: 300, height: 420, channels: 3, background: '#f4f1e8' },
  })
    .jpeg()
    .toBuffer();
  const size = { width: 300, height: 420 };
  const pages = [];
  for (let page = 1; page <= pageCount; page += 1) {
    pages.push({ ...size, ...(await store.write(picture, pageBinding(id, page))) });
  }
  const pdf = Buffer.from(`%PDF-1.4 ${id}`);
  const original = { ...size, ...(await store.write(pdf, originalBinding(id))) };
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

export async function eventsOf(desk: TestApplication, applicationId: string, type: string) {
  const rows: { payload: string; actor_id: string | null }[] = await desk.database.dataSource.query(
    'SELECT payload, actor_id FROM timeline_events WHERE application_id = ? AND type = ? ORDER BY happened_at',
    [applicationId, type],
  );
  return rows.map((row) => ({
    ...(JSON.parse(row.payload) as Record<string, unknown>),
    by: row.actor_id,
  }));
}

export type { PaperKind };
