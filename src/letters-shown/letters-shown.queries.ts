import { findApplicationByReference } from '../applications/applications.store.js';
import { findLetter, type Letter } from '../letters/letters.store.js';
import type { Reader } from '../platform/database/transaction.js';
import { isRowId } from '../shared/row-id.js';

/** A letter of that case; null when the case has no such letter. */
export async function letterOfCase(
  reader: Reader,
  reference: string,
  letterId: string,
): Promise<Letter | null> {
  const application = isRowId(letterId)
    ? await findApplicationByReference(reader, reference)
    : null;
  const letter = application && (await findLetter(reader, letterId));
  return letter && letter.applicationId === application?.id ? letter : null;
}
