/**
 * Work that comes round by the clock and belongs to no case: sweeps, self-tests, seals. One worker
 * at a time does it, whichever is free; `run` may be called again after a crash, so doing it twice
 * must be harmless.
 */
export abstract class PeriodicTask {
  /** Unique among all tasks; at most 40 characters. */
  abstract readonly task: string;
  /** Seconds from the end of one run to the start of the next. */
  abstract readonly everySeconds: number;

  abstract run(): Promise<void>;
}

/** The tasks of this process, in no order. */
export const PERIODIC_TASKS = Symbol('PERIODIC_TASKS');
