interface Paused {
  awaitingSince: Date | null;
  pausedSeconds: number;
}

/** While the resident is asked for something the clock stands still (R-SLA-2). */
export function pauseStarted(at: Date): Pick<Paused, 'awaitingSince'> {
  return { awaitingSince: at };
}

/** Adds the wait to what was waited before; changes nothing when there was none. */
export function pauseEnded({ awaitingSince, pausedSeconds }: Paused, at: Date): Paused {
  if (awaitingSince === null) return { awaitingSince, pausedSeconds };
  const waited = Math.max(0, Math.round((at.getTime() - awaitingSince.getTime()) / 1000));
  return { awaitingSince: null, pausedSeconds: pausedSeconds + waited };
}
