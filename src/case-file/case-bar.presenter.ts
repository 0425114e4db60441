import { type IdentityBarParams, identityBar } from '../platform/web/components/case-page.js';
import { durationText, workingDaysText } from '../shared/duration-text.js';
import { holdHoursAt, holdWarning } from '../hold-endings/hold-stages.rules.js';
import { type ContentInput, nested, tag } from '../platform/web/component-types.js';
import { isLeaseOver } from '../case-claims/lease.rules.js';
import { formatDateTime, formatTime } from '../shared/london-date.js';
import { caseAge } from './case-age.rules.js';
import type { CaseFile } from './case-file.queries.js';
import { STATUS_TAGS } from './case-status.rules.js';

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
    ...file.paymentRequests.map((request) => ({
      startedAt: request.askedAt,
      endedAt: request.paidAt ?? request.closedAt,
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

function holdInWords({ application, payment, policy }: CaseFile, now: Date): ContentInput {
  if (!payment) return 'Free: nothing held';
  const endsAt = application.holdEndsAt;
  if (endsAt === null) return payment.stateReadAt ? 'Nothing is held' : 'Not read yet';
  const when = formatDateTime(endsAt);
  if (application.decidedAt !== null) return when;
  const warning = holdWarning(endsAt, holdHoursAt(policy.settings, now), now);
  if (warning === null) return when;
  const left = endsAt.getTime() - now.getTime();
  return nested('hold-endings/cell', {
    when: left > 0 ? `${when} (in ${durationText(left)})` : when,
    tag: tag(warning.text, warning.colour),
  });
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
