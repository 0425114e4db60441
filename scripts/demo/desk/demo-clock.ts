import { Clock } from '../../../src/platform/clock/clock.js';

/** Stands wherever the loader sets it, so that last week's work bears last week's times. */
export class DemoClock extends Clock {
  private instant = new Date();

  override now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date): void {
    this.instant = new Date(instant);
  }
}
