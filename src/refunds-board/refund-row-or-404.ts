import { NotFoundException, ParseUUIDPipe } from '@nestjs/common';
import type { Reader } from '../platform/database/transaction.js';
import { findRefundRow, type RefundRow } from './refunds.queries.js';

/** What an address of the board names; anything else is not there. */
export const COMMAND_ID = new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() });

/** @throws NotFoundException */
export async function refundRowOr404(reader: Reader, commandId: string): Promise<RefundRow> {
  const row = await findRefundRow(reader, commandId);
  if (!row) throw new NotFoundException();
  return row;
}
