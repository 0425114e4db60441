import { type SandboxSettings } from '../state/sandbox-settings.js';
import { chanceOf } from './chance.js';
import { type Fault, type FaultKind, type Target } from './faults.js';

const WHEN_READ: readonly FaultKind[] = ['drop-before', 'status-500', 'status-503', 'delay'];
const WHEN_SENT: readonly FaultKind[] = [
  ...WHEN_READ,
  'drop-after',
  'mid-body',
  'status-429',
  'status-409',
];
const SENDING = new Set(['create', 'cancel', 'capture', 'refund']);
const DELAY_MS = 120;

/** Misbehaviour by seed: the same requests about the same payment meet the same, in any company. */
export class Quirks {
  private readonly asked = new Map<string, number>();

  clear(): void {
    this.asked.clear();
  }

  take(target: Target, { quirkSeed, quirkPercent }: SandboxSettings): Fault | null {
    if (quirkSeed === 0 || target.service !== 'pay' || target.operation === 'webhook') return null;
    const name = `${target.operation}:${target.paymentId ?? ''}`;
    const turn = (this.asked.get(name) ?? 0) + 1;
    this.asked.set(name, turn);
    if (chanceOf(quirkSeed, `${name}:${turn}`) * 100 >= quirkPercent) return null;
    const kinds = SENDING.has(target.operation) ? WHEN_SENT : WHEN_READ;
    const at = Math.floor(chanceOf(quirkSeed, `${name}:${turn}:kind`) * kinds.length);
    const fault = kinds[at];
    return fault ? { ...target, service: 'pay', fault, times: 1, delayMs: DELAY_MS } : null;
  }
}
