import { londonTimeOf } from '../../../src/shared/london-date.js';
import { atTheOffice } from './office-hours.js';

const HOUR = 3_600_000;

describe.each([
  ['in the morning', '2026-11-20T10:41:00Z'],
  ['at night', '2026-11-20T02:10:00Z'],
  ['in the evening', '2026-11-20T21:30:00Z'],
  ['after the clocks went back', '2026-10-26T09:00:00Z'],
])('loaded %s', (_when, loaded) => {
  const now = new Date(loaded);
  const plan = Array.from({ length: 200 }, (_, at) => new Date(now.getTime() - (200 - at) * HOUR));

  it('keeps the order, and brings nothing forward or past the present', () => {
    const done = plan.map((at) => atTheOffice(at, now));
    for (const [index, at] of done.entries()) {
      expect(at.getTime()).toBeGreaterThanOrEqual(plan[index]?.getTime() ?? 0);
      expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
      if (index > 0) expect(at.getTime()).toBeGreaterThan(done[index - 1]?.getTime() ?? 0);
    }
  });

  it('is in office hours, but for a night that is not over', () => {
    const done = plan.slice(0, 170).map((at) => londonTimeOf(atTheOffice(at, now)));
    for (const time of done) expect(time >= '08:30' && time <= '17:00').toBe(true);
  });
});
