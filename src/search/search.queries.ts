import type { Reader } from '../platform/database/transaction.js';
import { emailMatchKey } from '../shared/email-address.js';
import { weakLookAlikeKey } from '../shared/vehicle-registration.js';
import { clientReferenceKey, type SearchTermKind } from '../search-terms/search-terms.rules.js';
import {
  type MatchKind,
  registrationLikeness,
  type SearchMatch,
  slipKeys,
  strongest,
} from './search-match.rules.js';
import type { SearchReading } from './search-readings.rules.js';

/** More than this nobody reads through; the page asks to narrow the search. */
export const MOST_FOUND = 100;
const LIMIT = MOST_FOUND + 1;

export interface Found {
  matches: SearchMatch[];
  /** There are more, of which the list shows none. */
  isMore: boolean;
}

interface Hit {
  id: string;
  written: string | null;
}

/** Every case that one of the readings finds. Each is a look-up in an index that stops at a limit. */
export async function findMatches(
  reader: Reader,
  readings: readonly SearchReading[],
): Promise<Found> {
  const found: SearchMatch[] = [];
  let isMore = false;
  for (const reading of readings) {
    const matches = await matchesOf(reader, reading);
    isMore ||= new Set(matches.map(({ applicationId }) => applicationId)).size > MOST_FOUND;
    found.push(...matches);
  }
  const matches = strongest(await newestFirst(reader, found));
  return {
    matches: matches.slice(0, MOST_FOUND),
    isMore: isMore || matches.length > MOST_FOUND,
  };
}

async function matchesOf(reader: Reader, reading: SearchReading): Promise<SearchMatch[]> {
  switch (reading.by) {
    case 'reference':
      return byReference(reader, reading.reference);
    case 'reference_start':
      return all(await startingWithReference(reader, reading.start), 'reference_starts');
    case 'client_reference': {
      const key = clientReferenceKey(reading.text);
      return all(await withTerm(reader, 'client_reference', key), 'client_reference');
    }
    case 'email':
      return wholeOrStart(reader, ['email', 'email_starts'], emailMatchKey(reading.email));
    case 'phone':
      return wholeOrStart(reader, ['phone', 'phone_starts'], reading.start);
    case 'postcode':
      return byPostcode(reader, reading);
    case 'registration':
      return byRegistration(reader, reading.registration);
    case 'name':
      return byName(reader, reading.words);
  }
}

async function byReference(reader: Reader, reference: string): Promise<SearchMatch[]> {
  const own: Hit[] = await reader.query('SELECT id FROM applications WHERE reference = ?', [
    reference,
  ]);
  const granted: Hit[] = await reader.query(
    'SELECT application_id AS id FROM permits WHERE reference = ?',
    [reference],
  );
  return [...all(own, 'reference'), ...all(granted, 'permit_reference')];
}

function startingWithReference(reader: Reader, start: string): Promise<Hit[]> {
  return reader.query(`SELECT id FROM applications WHERE reference LIKE ? LIMIT ${LIMIT}`, [
    startsWith(start),
  ]);
}

async function wholeOrStart(
  reader: Reader,
  [whole, starting]: readonly ['email', 'email_starts'] | readonly ['phone', 'phone_starts'],
  key: string,
): Promise<SearchMatch[]> {
  return [
    ...all(await withTerm(reader, whole, key), whole),
    ...all(await withTermStarting(reader, whole, key), starting),
  ];
}

async function byPostcode(
  reader: Reader,
  { starts, isWhole }: Extract<SearchReading, { by: 'postcode' }>,
): Promise<SearchMatch[]> {
  const found: SearchMatch[] = [];
  for (const start of starts) {
    const hits: Hit[] = await reader.query(
      `SELECT a.id FROM properties p STRAIGHT_JOIN applications a ON a.uprn = p.uprn
        WHERE p.postcode LIKE ? LIMIT ${LIMIT}`,
      [startsWith(start)],
    );
    found.push(...all(hits, isWhole ? 'postcode' : 'postcode_starts'));
  }
  return found;
}

/** One key finds every likeness; how like each is, its registration tells (R-VRM-5). */
async function byRegistration(reader: Reader, typed: string): Promise<SearchMatch[]> {
  const key = weakLookAlikeKey(typed);
  const hits = await withTerm(reader, 'registration', key);
  if (typed.length > 2 && /\d/.test(typed)) {
    hits.push(...(await withTermStarting(reader, 'registration', key)));
  }
  const slips = slipKeys(typed);
  if (slips.length > 0) {
    hits.push(
      ...(await reader.query<Hit[]>(
        `SELECT application_id AS id, written FROM search_terms
          WHERE kind = 'registration' AND term IN (?) LIMIT ${LIMIT}`,
        [slips],
      )),
    );
  }
  return hits.flatMap(({ id, written }) => {
    const kind = written === null ? null : registrationLikeness(typed, written);
    return kind === null ? [] : [{ applicationId: id, kind, registration: written }];
  });
}

/** Cases with every word; those where each is a whole word first. */
async function byName(reader: Reader, words: readonly string[]): Promise<SearchMatch[]> {
  const whole = await withWords(reader, words, '=', words);
  const starts = words.map(startsWith);
  return [
    ...all(whole, 'name'),
    ...all(await withWords(reader, words, 'LIKE', starts), 'name_starts'),
  ];
}

function withWords(
  reader: Reader,
  words: readonly string[],
  sign: '=' | 'LIKE',
  values: readonly string[],
): Promise<Hit[]> {
  const more = words.slice(1).map(
    (_, index) =>
      `JOIN search_terms w${index + 1} ON w${index + 1}.application_id = w0.application_id
         AND w${index + 1}.kind = 'name' AND w${index + 1}.term ${sign} ?`,
  );
  const newestFirst = words.length === 1 && sign === '=' ? 'ORDER BY w0.application_id DESC' : '';
  return reader.query(
    `SELECT DISTINCT w0.application_id AS id FROM search_terms w0 ${more.join(' ')}
      WHERE w0.kind = 'name' AND w0.term ${sign} ? ${newestFirst} LIMIT ${LIMIT}`,
    [...values.slice(1), values[0]],
  );
}

function withTerm(reader: Reader, kind: SearchTermKind, term: string): Promise<Hit[]> {
  return reader.query(
    `SELECT application_id AS id, written FROM search_terms
      WHERE kind = ? AND term = ? ORDER BY application_id DESC LIMIT ${LIMIT}`,
    [kind, term],
  );
}

function withTermStarting(reader: Reader, kind: SearchTermKind, start: string): Promise<Hit[]> {
  return reader.query(
    `SELECT application_id AS id, written FROM search_terms
      WHERE kind = ? AND term LIKE ? AND term <> ? LIMIT ${LIMIT}`,
    [kind, startsWith(start), start],
  );
}

/** For LIKE: what people type stands for itself. */
function startsWith(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}

function all(hits: readonly Pick<Hit, 'id'>[], kind: MatchKind): SearchMatch[] {
  return hits.map(({ id }) => ({ applicationId: id, kind, registration: null }));
}

/** The cases that are there, the last to come first. */
async function newestFirst(
  reader: Reader,
  matches: readonly SearchMatch[],
): Promise<SearchMatch[]> {
  const ids = [...new Set(matches.map(({ applicationId }) => applicationId))];
  if (ids.length === 0) return [];
  const rows: { id: string; receivedAt: Date }[] = await reader.query(
    'SELECT id, received_at AS receivedAt FROM applications WHERE id IN (?)',
    [ids],
  );
  const times = new Map(rows.map(({ id, receivedAt }) => [id, receivedAt.getTime()]));
  const timeOf = ({ applicationId }: SearchMatch) => times.get(applicationId) ?? 0;
  return matches
    .filter(({ applicationId }) => times.has(applicationId))
    .sort((one, other) => timeOf(other) - timeOf(one));
}
