import { type IdentityBarParams, identityBar } from '../platform/web/components/case-page.js';
import { durationText, workingDaysText } from '../shared/duration-text.js';
import { isLeaseOver } from '../case-claims/lease.rules.js';
import { formatDateTime, formatTime } from '../shared/london-date.js';
import { caseAge } from './case-age.rules.js';
import type { CaseFile } from './case-file.queries.js';
import { STATUS_TAGS } from './case-status.rules.js';

const HOURS_24 = 24 * 3_600_000;

/** The bar every page of a case begins with: the same facts in the same order everywhere. */
export function caseBar(file: CaseFile, now: Date): IdentityBarParams {
  const { application, permitType, property } = file;
  return identityBar({
    title: `${application.reference} – ${application.applicantName}`,
    status: STATUS_TAGS[application.status],
    facts: [
      { key: 'Permit', value: permitType.name },
      { key: 'Zone', value: property.zone?.code ?? 'None' },
      { key: 'Age', value: ageInWords(file, now) },
      { key: 'Payment hold ends', value: holdInWords(file, now) },
      { key: 'Held by', value: holderInWords(file, now) },
    ],
  });
}

/** Working days since it came, without the time the resident was waited for (R-SLA-2). */
export function ageInWords(file: CaseFile, now: Date): string {
  const { receivedAt, decidedAt } = file.application;
  const pauses = [
    ...file.requests.map((request) => ({
      startedAt: request.askedAt,
      endedAt: request.answeredAt ?? request.closedAt,
    })),
    ...whileDecided(file),
  ];
  const { holidays } = file.policy;
  const days = workingDaysText(caseAge({ receivedAt, decidedAt, pauses, holidays }, now));
  return `${days} (since ${formatDateTime(receivedAt)})`;
}

/** Nobody waited while a decision stood that was taken up again later. */
function whileDecided({ decisions, reopenings }: CaseFile) {
  return reopenings.flatMap(({ decisionId, reopenedAt }) => {
    const decision = decisions.find(({ id }) => id === decisionId);
    return decision ? [{ startedAt: decision.decidedAt, endedAt: reopenedAt }] : [];
  });
}

function holdInWords({ application, payment }: CaseFile, now: Date): string {
  if (!payment) return 'Free: nothing held';
  const endsAt = application.holdEndsAt;
  if (endsAt === null) return payment.stateReadAt ? 'Nothing is held' : 'Not read yet';
  if (endsAt <= now) return `Lapsed ${formatDateTime(endsAt)}`;
  const left = application.decidedAt ? HOURS_24 : endsAt.getTime() - now.getTime();
  const soon = left < HOURS_24 ? ` (in ${durationText(left)})` : '';
  return `${formatDateTime(endsAt)}${soon}`;
}

function holderInWords({ application, holderName }: CaseFile, now: Date): string {
  if (!holderName) return 'Nobody';
  if (application.decidedAt !== null) return `${holderName}, until it was decided`;
  const { claimedAt, claimedUntil } = application;
  if (!claimedAt) return holderName;
  const since = `${holderName}, since ${formatDateTime(claimedAt)}`;
  if (isLeaseOver(claimedUntil, now)) return `${since}; the claim has run out`;
  return claimedUntil ? `${since}, until ${formatTime(claimedUntil)}` : since;
}
