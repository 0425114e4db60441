import type { QueueName } from '../outbox/job-handler.js';

export const QUEUE_NAMES = [
  'payments',
  'letters',
  'housekeeping',
] as const satisfies readonly QueueName[];

/** Bull's payload: the row's number and nothing else. */
export interface AlarmClock {
  row: string;
}
