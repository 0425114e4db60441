/**
 * A table whose rows are facts for ever: each row is sealed into the audit chain soon after it was
 * written. Its key is an `id` made by `newId`, which grows with time.
 */
export interface SealedTable {
  /** What the chain calls it; never changes, for old seals name it. */
  source: string;
  table: string;
  /** Columns the chain holds a hash of. */
  facts: readonly string[];
  /**
   * Columns with personal content: the chain holds a hash under a key, so that the chain tells
   * nothing about them and stays whole when they are erased (set to NULL or to an empty text).
   */
  values: readonly string[];
}

/** Every sealed table of the application. */
export const SEALED_TABLES = Symbol('SEALED_TABLES');
