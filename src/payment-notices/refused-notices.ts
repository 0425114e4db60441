import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import type { SignatureRefusal } from './pay-signature.js';

const ALARM_AT = 5;
const WITHIN_MS = 3_600_000;

/**
 * Counts messages that are not believed and raises the alarm in the log at every fifth within an
 * hour: somebody tries, or our secret is not the one the provider signs with. Nothing is stored.
 */
@Injectable()
export class RefusedNotices {
  private readonly log = new Logger('payment-notices');
  private since: Date | null = null;
  private refused = 0;

  constructor(private readonly clock: Clock) {}

  note(because: SignatureRefusal, reference: string): void {
    const now = this.clock.now();
    if (this.since === null || now.getTime() - this.since.getTime() >= WITHIN_MS) {
      this.since = now;
      this.refused = 0;
    }
    this.refused += 1;
    const { refused } = this;
    this.log.warn({ refused, because, reference });
    if (refused % ALARM_AT === 0) {
      this.log.error({ alarm: 'payment-notices-refused', refused, because, reference });
    }
  }
}
