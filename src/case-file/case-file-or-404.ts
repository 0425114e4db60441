import { NotFoundException } from '@nestjs/common';
import type { Reader } from '../platform/database/transaction.js';
import { type CaseFile, readCaseFile } from './case-file.queries.js';

/** The case that an address names; answered as "not found" when there is none. */
export async function caseFileOr404(
  reader: Reader,
  reference: string,
  now: Date,
): Promise<CaseFile> {
  const file = await readCaseFile(reader, reference, now);
  if (!file) throw new NotFoundException();
  return file;
}
