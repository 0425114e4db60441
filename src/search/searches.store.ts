import { countWritten } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import type { SearchMatch } from './search-match.rules.js';

export interface StoredSearch {
  id: string;
  staffId: string;
  typed: string;
  matches: readonly SearchMatch[];
  isMore: boolean;
  expiresAt: Date;
}

/** Keeps what was found, so that pages, reloads and the way back show the same without asking again. */
export async function insertSearch(tx: Tx, search: StoredSearch): Promise<void> {
  const { id, staffId, typed, matches, isMore, expiresAt } = search;
  await tx.query(
    `INSERT INTO searches (id, staff_id, typed, matches, is_more, expires_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [id, staffId, typed, JSON.stringify(matches), isMore, expiresAt],
  );
}

/** Searches that are over go, words and all. Returns how many went; `most` at a time. */
export function forgetEndedSearches(tx: Tx, now: Date, most: number): Promise<number> {
  return countWritten(tx, 'DELETE FROM searches WHERE expires_at <= ? LIMIT ?', [now, most]);
}

interface SearchEvent {
  id: string;
  staffId: string;
  at: Date;
  /** What kinds of thing the words could be; never the words. */
  kinds: readonly string[];
  results: number;
  isMore: boolean;
}

/** Who searched, when, for what kind of thing and how much was found. Only ever added to. */
export async function recordSearch(tx: Tx, event: SearchEvent): Promise<void> {
  const { id, staffId, at, kinds, results, isMore } = event;
  await tx.query(
    `INSERT INTO search_events (id, staff_id, searched_at, kinds, results, is_more)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [id, staffId, at, kinds.join(' '), results, isMore],
  );
}
