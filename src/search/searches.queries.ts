import { type CaseListRow, caseListRows } from '../case-file/case-list.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { isRowId } from '../shared/row-id.js';
import type { SearchMatch } from './search-match.rules.js';

export interface OpenSearch {
  id: string;
  typed: string;
  matches: SearchMatch[];
  isMore: boolean;
}

/** A search of this person that is not over; null for anybody else's, exactly as for none. */
export async function findSearch(
  reader: Reader,
  { id, staffId, now }: { id: string; staffId: string; now: Date },
): Promise<OpenSearch | null> {
  if (!isRowId(id)) return null;
  const [row]: { id: string; typed: string; matches: string; isMore: number }[] =
    await reader.query(
      `SELECT id, typed, matches, is_more AS isMore FROM searches
        WHERE id = ? AND staff_id = ? AND expires_at > ?`,
      [id, staffId, now],
    );
  if (!row) return null;
  return {
    ...row,
    matches: JSON.parse(row.matches) as SearchMatch[],
    isMore: Boolean(row.isMore),
  };
}

/** What the list of results shows beside what every list of cases shows. */
export interface FoundCase {
  row: CaseListRow;
  applicantName: string;
  registration: string | null;
  address: string;
  postcode: string;
}

/** The cases with these ids, by id; those that are gone are left out. */
export async function foundCases(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, FoundCase>> {
  if (ids.length === 0) return new Map();
  const rows = await caseListRows(reader, ids);
  const facts: (Omit<FoundCase, 'row'> & { id: string })[] = await reader.query(
    `SELECT a.id, a.applicant_name AS applicantName, a.registration, p.address, p.postcode
       FROM applications a JOIN properties p ON p.uprn = a.uprn WHERE a.id IN (?)`,
    [ids],
  );
  const byId = new Map(facts.map(({ id, ...fact }) => [id, fact]));
  return new Map(
    rows.flatMap((row) => {
      const fact = byId.get(row.id);
      return fact ? [[row.id, { row, ...fact }] as const] : [];
    }),
  );
}
