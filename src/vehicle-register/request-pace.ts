import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';

const MINUTE_MS = 60_000;

/** So many questions in any minute from this process, by the machine's own steady clock. */
@Injectable()
export class RequestPace {
  private asked: number[] = [];

  constructor(private readonly settings: Settings) {}

  /** 0: ask now, it is counted. Otherwise the milliseconds until there is room. */
  take(nowMs = performance.now()): number {
    this.asked = this.asked.filter((at) => at > nowMs - MINUTE_MS);
    const most = this.settings.VES_REQUESTS_A_MINUTE;
    const oldest = this.asked[this.asked.length - most];
    if (oldest !== undefined) return Math.ceil(oldest + MINUTE_MS - nowMs);
    this.asked.push(nowMs);
    return 0;
  }
}
