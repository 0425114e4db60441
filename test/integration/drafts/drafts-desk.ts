import { randomUUID } from 'node:crypto';
import type { Answer, Fields } from '../../support/test-browser.js';
import { type Officer, type ReviewDesk } from '../review/review-desk.js';

export const WORDS = 'The bill is of her mother; asked her by telephone';

/** What the tests of drafts do again and again, as this officer. */
export function draftsAt(desk: ReviewDesk, officer: Officer) {
  return {
    aCase: () =>
      desk.addCase((a) => a.inReviewBy(officer.staff.id).withPaper('utility_bill').withV5C()),
    /** What the script of a page sends while somebody types. */
    type: (path: string, form: string, fields: Fields, from: Partial<Typing> = {}) => {
      const { by = officer, formId = randomUUID() } = from;
      const content = new URLSearchParams(fields as Record<string, string>).toString();
      return by.post(`${path}/drafts`, { form, formId, version: '1', content });
    },
    rows: (): Promise<{ form: string; content: Buffer | null }[]> =>
      desk.database.dataSource.query('SELECT form, content FROM drafts ORDER BY saved_at, id'),
  };
}

interface Typing {
  by: Officer;
  formId: string;
}

export type DraftsAt = ReturnType<typeof draftsAt>;

export function noticeOf({ $ }: Answer): string {
  return $('.desk-draft').text();
}
