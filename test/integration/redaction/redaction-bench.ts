import { readdir } from 'node:fs/promises';
import type { EvidencePage, EvidencePaper } from '../../../src/evidence/evidence.store.js';
import { pagesOf } from '../../../src/evidence/evidence.store.js';
import { findLinkedPaper } from '../../../src/evidence/linked-files.queries.js';
import { Database } from '../../../src/platform/database/transaction.js';
import type { Answer, Fields } from '../../support/test-browser.js';
import { type ReviewDesk, startReviewDesk, storedPaper } from '../review/review-desk.js';

/** The second quarter of a page. */
export const LINE: Fields = { 'top[1]': '25', 'bottom[1]': '50' };
export const FORM = '[data-module=desk-redact] form';

/** An officer with cases of his own, whose second paper has pictures that really lie in the store. */
export async function startRedactionBench() {
  const desk = await startReviewDesk();
  const officer = await desk.signInAs('officer');
  return {
    desk,
    officer,
    aStatement: async (pages = 2) => {
      const files = await storedPaper(desk, pages);
      const built = await desk.addCase((a) =>
        a
          .inReviewBy(officer.staff.id)
          .withAcceptedPaper('bank_statement', officer.staff.id)
          .withPaper('utility_bill', files),
      );
      return { ...built, files, paper: `${built.path}/evidence/2` };
    },
    /** Fills in the form of this page and sends it as far as this step. */
    redact: async (paper: string, fields: Fields, step = 'burn'): Promise<Answer> => {
      const form = await officer.get(`${paper}/redaction/new?page=1`);
      if (form.status !== 200) throw new Error(`The form answered ${form.status}.`);
      return officer.submit(form, { reason: 'money', ...fields, step }, FORM);
    },
    rowsOf: (paperId: string) => rowsOf(desk, paperId),
    namesOnDisk: () => namesOnDisk(desk),
  };
}

async function rowsOf(
  desk: ReviewDesk,
  paperId: string,
): Promise<{ paper: EvidencePaper; pages: EvidencePage[] }> {
  const { reader } = desk.app.get(Database);
  const paper = await findLinkedPaper(reader, paperId);
  if (!paper) throw new Error('The paper is gone.');
  return { paper, pages: await pagesOf(reader, paperId) };
}

async function namesOnDisk(desk: ReviewDesk): Promise<string[]> {
  const files = await readdir(desk.settings.UPLOADS_DIR, { recursive: true });
  return files.map((path) => path.split('/').at(-1) ?? '').filter((name) => name.length === 32);
}
