import { londonAhead } from './london-offset.js';

const HOUR = 3_600_000;
const CLOCK = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
  timeZone: 'Europe/London',
  timeZoneName: 'longOffset',
});

/** The same asked of the formatter each time: `GMT`, `GMT+01:00`. */
function byFormatter(epochMs: number): number {
  const name = CLOCK.formatToParts(epochMs).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

describe('how far London clocks are ahead', () => {
  it('is what the time zone says on both sides of each change, whatever was asked before', () => {
    for (const year of [1972, 1999, 2025, 2026, 2027, 2040, 2100, 2400]) {
      for (const month of [2, 9]) {
        for (let day = 31; day > 18; day -= 1) {
          const hours = [0, 1, 2].map((hour) => Date.UTC(year, month, day, hour));
          for (const at of hours.flatMap((hour) => [hour - 1, hour])) {
            expect([at, londonAhead(at)]).toEqual([at, byFormatter(at)]);
          }
        }
      }
    }
  });

  it('is what the time zone says at instants all over the centuries', () => {
    for (let at = Date.UTC(1920, 0, 1); at < Date.UTC(2500, 0, 1); at += 1237 * HOUR) {
      expect([at, londonAhead(at)]).toEqual([at, byFormatter(at)]);
    }
  });

  it('is refused for no instant', () => {
    expect(() => londonAhead(NaN)).toThrow(RangeError);
  });
});
