import { pauseEnded, pauseStarted } from './pause.rules.js';

const at = new Date('2026-11-20T10:00:00Z');

describe('the clock of a case (R-SLA-2)', () => {
  it('stands still from the instant the resident is asked', () => {
    expect(pauseStarted(at)).toEqual({ awaitingSince: at });
  });

  it('goes on when the wait ends, with the wait added to earlier ones', () => {
    const paused = { awaitingSince: at, pausedSeconds: 100 };
    const later = new Date('2026-11-20T11:00:00.400Z');
    expect(pauseEnded(paused, later)).toEqual({ awaitingSince: null, pausedSeconds: 3700 });
  });

  it('counts elapsed time over the change of the clocks', () => {
    const asked = { awaitingSince: new Date('2026-10-24T22:00:00Z'), pausedSeconds: 0 };
    const answered = new Date('2026-10-25T22:00:00Z');
    expect(pauseEnded(asked, answered).pausedSeconds).toBe(86_400);
  });

  it('adds nothing when nobody was waited for, and never less than nothing', () => {
    const running = { awaitingSince: null, pausedSeconds: 7 };
    expect(pauseEnded(running, at)).toEqual(running);
    const ahead = { awaitingSince: new Date('2026-11-20T10:00:01Z'), pausedSeconds: 7 };
    expect(pauseEnded(ahead, at)).toEqual({ awaitingSince: null, pausedSeconds: 7 });
  });
});
