import { IsIn, Matches } from 'class-validator';
import { COMMAND_CAUSES, type CommandCause } from '../payments/payment-actions.rules.js';
import { Trim } from '../platform/web/form-fields.js';
import {
  REFUND_AGES,
  REFUND_AMOUNTS,
  REFUND_LANES,
  type RefundAge,
  type RefundAmount,
  type RefundLane,
} from './refund-lanes.rules.js';

export const REFUND_KINDS = ['', 'back', 'take'] as const;

/** What the board is narrowed to. */
export class RefundFilters {
  @IsIn(['', ...REFUND_LANES])
  lane: RefundLane | '' = '';

  @IsIn(REFUND_KINDS)
  what: (typeof REFUND_KINDS)[number] = '';

  @IsIn(['', ...COMMAND_CAUSES])
  cause: CommandCause | '' = '';

  @IsIn(REFUND_AGES)
  age: RefundAge = '';

  @IsIn(REFUND_AMOUNTS)
  amount: RefundAmount = '';

  /** A case reference, or its beginning. */
  @Matches(/^[A-Za-z0-9 -]{0,20}$/)
  @Trim()
  reference = '';
}

/** The address of the board: filters and place. */
export class RefundsForm extends RefundFilters {
  @Matches(/^(\d{1,15}-[0-9a-f-]{36})?$/)
  after = '';

  @Matches(/^(\d{1,15}-[0-9a-f-]{36})?$/)
  before = '';
}
