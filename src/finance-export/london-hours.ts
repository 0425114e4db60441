import { type LocalDate, londonDateOf, londonTimeOf } from '../shared/london-date.js';

const HOUR_MS = 3_600_000;

/**
 * London day and time of instants that come in order, a million of them: London's clocks change at
 * a full hour only, so each hour is worked out once (R8.5).
 */
export class LondonHours {
  private hour = NaN;
  private day: LocalDate | null = null;
  private hours = '';

  at(instant: Date): { day: LocalDate; time: string } {
    const millis = instant.getTime();
    const hour = Math.floor(millis / HOUR_MS);
    if (hour !== this.hour || this.day === null) {
      const start = new Date(hour * HOUR_MS);
      this.hour = hour;
      this.day = londonDateOf(start);
      this.hours = londonTimeOf(start).slice(0, 2);
    }
    const minutes = Math.floor((millis - hour * HOUR_MS) / 60_000);
    return { day: this.day, time: `${this.hours}:${String(minutes).padStart(2, '0')}` };
  }
}
