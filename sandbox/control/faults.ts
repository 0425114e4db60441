export const FAULT_KINDS = [
  'delay',
  'delay-answer',
  'drop-before',
  'drop-after',
  'status-409',
  'status-429',
  'status-500',
  'status-503',
  'status-403',
  'garbled',
  'refund-error',
  'mid-body',
  'meanwhile-captured',
  'meanwhile-cancelled',
  'meanwhile-refunded',
  'meanwhile-expired',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/**
 * One piece of misbehaviour, waiting for the requests it shall meet.
 * `operation` is a name of the service's operations, or `*` for each of them.
 */
export interface Fault {
  service: 'pay' | 'notify' | 'dvla';
  operation: string;
  paymentId?: string;
  fault: FaultKind;
  /** How many requests it shall still meet. */
  times: number;
  /** For `delay` (wait, then act) and `delay-answer` (act, then wait), in milliseconds. */
  delayMs?: number;
  /** For `meanwhile-refunded`: how much; left out, all that is available. */
  amountPence?: number;
}

/** What a request says of itself, to find the fault meant for it. */
export interface Target {
  service: string;
  operation: string;
  paymentId?: string;
}

export class FaultList {
  private waiting: Fault[] = [];

  add(fault: Fault): void {
    this.waiting.push({ ...fault });
  }

  all(): Fault[] {
    return this.waiting.map((fault) => ({ ...fault }));
  }

  clear(): void {
    this.waiting = [];
  }

  /** Takes one use from the oldest fault that fits, or null when none does. */
  take(target: Target): Fault | null {
    const found = this.waiting.find((fault) => fits(fault, target));
    if (!found) return null;
    found.times -= 1;
    this.waiting = this.waiting.filter((fault) => fault.times > 0);
    return { ...found };
  }
}

function fits(fault: Fault, target: Target): boolean {
  return (
    fault.service === target.service &&
    (fault.operation === '*' || fault.operation === target.operation) &&
    (fault.paymentId === undefined || fault.paymentId === target.paymentId)
  );
}
