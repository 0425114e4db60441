import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { WindowPace } from '../platform/pace/window-pace.js';

/** So many questions in any minute from this process. */
@Injectable()
export class RequestPace {
  private readonly pace = new WindowPace(60_000);

  constructor(private readonly settings: Settings) {}

  /** 0: ask now, it is counted. Otherwise the milliseconds until there is room. */
  take(nowMs = performance.now()): number {
    return this.pace.take(this.settings.VES_REQUESTS_A_MINUTE, nowMs);
  }
}
