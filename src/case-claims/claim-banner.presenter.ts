import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { durationText } from '../shared/duration-text.js';
import { formatDateTime, formatTime } from '../shared/london-date.js';
import { type CaseReader, PRESENT_MINUTES } from './case-presence.queries.js';
import { isLeaseOver } from './lease.rules.js';

/** For `{{> claims/banner claim}}`: who holds the case, since when, until when, and who else is here. */
export interface ClaimBanner {
  holder: string | null;
  /** What the lease means for this reader. */
  meaning: string | null;
  others: string | null;
  /** For the holder whose browser runs no script: one press is as good as work. */
  keep: { action: string; submit: ButtonParams } | null;
}

interface Claimed {
  reference: string;
  status: string;
  claimedBy: string | null;
  claimedAt: Date | null;
  claimedUntil: Date | null;
}

interface Banner {
  application: Claimed;
  holderName: string | null;
  openBy: readonly CaseReader[];
  staffId: string;
  now: Date;
}

export function claimBanner(banner: Banner): ClaimBanner {
  const others = banner.openBy.filter(({ staffId }) => staffId !== banner.staffId);
  const isHeld = banner.application.status === 'in_review';
  return {
    holder: isHeld ? holderLine(banner) : null,
    meaning: isHeld ? meaning(banner) : null,
    others: others.length === 0 ? null : othersLine(others, banner.now),
    keep: isHeld && banner.application.claimedBy === banner.staffId ? keep(banner) : null,
  };
}

function keep({ application }: Banner): ClaimBanner['keep'] {
  const action = `/applications/${application.reference}/longer`;
  return { action, submit: button({ text: 'Keep the case longer', variant: 'secondary' }) };
}

function holderLine({ application, holderName, staffId }: Banner): string {
  const { claimedBy, claimedAt } = application;
  const since = claimedAt ? ` since ${formatDateTime(claimedAt)}` : '';
  return claimedBy === staffId
    ? `You hold this case${since}.`
    : `${holderName ?? 'Somebody else'} is reviewing this case${since}.`;
}

function meaning({ application, staffId, now }: Banner): string {
  const { claimedUntil, claimedBy } = application;
  const isMine = claimedBy === staffId;
  if (isLeaseOver(claimedUntil, now)) {
    const ended = claimedUntil ? ` at ${formatTime(claimedUntil)}` : '';
    return isMine
      ? `Your claim ran out${ended}. It is still yours unless a colleague claims it.`
      : `The claim ran out${ended}. Anybody may claim the case now.`;
  }
  const until = claimedUntil ? formatTime(claimedUntil) : '';
  return isMine
    ? `Yours until ${until}, and longer while you work on it.`
    : `It is held until ${until}. You can read it.`;
}

function othersLine(others: readonly CaseReader[], now: Date): string {
  const named = others.map(({ name, seenAt }) => `${name} (${ago(seenAt, now)})`);
  return `Also open in the last ${PRESENT_MINUTES} minutes: ${named.join(', ')}.`;
}

function ago(seenAt: Date, now: Date): string {
  const passed = now.getTime() - seenAt.getTime();
  return passed < 60_000 ? 'now' : `${durationText(passed)} ago`;
}
