const MINUTE_MS = 60_000;

/** A claim lasts until then, unless the holder goes on working (setting `CLAIM_MINUTES`). */
export function leaseEnd(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * MINUTE_MS);
}

/** Whether anybody may take the case without a reason; a claim without an end is over. */
export function isLeaseOver(claimedUntil: Date | null, now: Date): boolean {
  return claimedUntil === null || claimedUntil <= now;
}
