import { NotFoundException } from '@nestjs/common';
import {
  type Application,
  findApplicationByReference,
} from '../applications/applications.store.js';
import type { Reader } from '../platform/database/transaction.js';

/** The application alone, for what needs nothing else of the case: one read instead of a dozen. */
export async function applicationOr404(reader: Reader, reference: string): Promise<Application> {
  const application = await findApplicationByReference(reader, reference);
  if (!application) throw new NotFoundException();
  return application;
}
