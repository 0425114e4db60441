export type PermitStatus = 'scheduled' | 'active' | 'expired' | 'ended';

export const PERMIT_STATUS_LABELS: Readonly<Record<PermitStatus, string>> = {
  scheduled: 'Starts later',
  active: 'Active',
  expired: 'Expired',
  ended: 'Ended early',
};

interface Term {
  startsAt: Date;
  endsAt: Date;
  endedEarlyAt: Date | null;
}

/** Derived from its times at an instant, never stored (R-ST-1). The end is the first instant without cover. */
export function permitStatusAt({ startsAt, endsAt, endedEarlyAt }: Term, at: Date): PermitStatus {
  if (endedEarlyAt !== null && endedEarlyAt <= at) return 'ended';
  if (endsAt <= at) return 'expired';
  return startsAt <= at ? 'active' : 'scheduled';
}
