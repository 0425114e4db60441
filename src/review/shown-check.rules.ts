import { checkFreshness, oldestAcceptableOn } from '../evidence/freshness.rules.js';
import type { PaperFindings } from '../evidence/paper-check.rules.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import {
  checkTenancyTerm,
  TENANCY_TERM_REFUSAL_WORDS,
} from '../permit-types/tenancy-term.rules.js';
import { formatDate, type LocalDate } from '../shared/local-date.js';
import type { TypedCheck, TypedDate } from './typed-check.rules.js';

/** What a stored check, or none, looks like in the form. */
export function typedFrom(
  kind: PaperKind,
  findings: PaperFindings | null,
  note: string | null,
): TypedCheck {
  const marks = Object.entries(findings?.marks ?? {});
  return {
    kind,
    mark: Object.fromEntries(marks.map(([fact, { mark }]) => [fact, mark])),
    why: Object.fromEntries(marks.map(([fact, { why }]) => [fact, why ?? ''])),
    datedOn: boxes(findings?.datedOn ?? null),
    termFrom: boxes(findings?.termFromOn ?? null),
    termTo: boxes(findings?.termToOn ?? null),
    // The whole number was never kept (R-V5C-6).
    documentReference: '',
    verdict: findings?.verdict ?? '',
    note: note ?? '',
  };
}

function boxes(date: LocalDate | null): TypedDate {
  if (date === null) return {};
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** The acceptable range, told before anything is typed (R-EV-2). */
export function acceptableDates(kind: PaperKind, receivedOn: LocalDate): string {
  const received = `Received ${formatDate(receivedOn)}`;
  if (kind === 'blue_badge') return `${received}. It must not have expired by then.`;
  const oldestOn = oldestAcceptableOn(kind, receivedOn);
  return oldestOn === null
    ? `${received}. This kind of paper has no age limit.`
    : `${received}: dated on or after ${formatDate(oldestOn)} would do.`;
}

/** One sentence that says how good what was found is, and whether it is good. */
export interface Explained {
  isGood: boolean;
  words: string;
}

/** How fresh the paper is; null while its date is not known. */
export function freshnessExplained({ kind, datedOn, receivedOn }: PaperFindings): Explained | null {
  if (datedOn === null) return null;
  const { state, words } = checkFreshness({ kind, datedOn, receivedOn });
  return { isGood: state === 'fresh' || state === 'not_asked', words };
}

/** Whether the tenancy runs, and for a temporary permit whether it is short enough (R-ELIG-2). */
export function termExplained(
  { termFromOn, termToOn, receivedOn }: PaperFindings,
  permitTypeCode: string,
): Explained | null {
  if (termFromOn === null) return null;
  const end = termToOn === null ? 'with no end' : `to ${formatDate(termToOn)}`;
  const term = `Runs from ${formatDate(termFromOn)} ${end}`;
  if (termToOn !== null && termToOn < receivedOn) {
    const words = `${term}: it had ended when it came, on ${formatDate(receivedOn)}.`;
    return { isGood: false, words };
  }
  if (termFromOn > receivedOn) {
    const words = `${term}: it had not started when it came, on ${formatDate(receivedOn)}.`;
    return { isGood: false, words };
  }
  const allowed = checkTenancyTerm({ startsOn: termFromOn, endsOn: termToOn });
  if (permitTypeCode === 'temporary_resident' && !allowed.ok) {
    return { isGood: false, words: `${term}. ${TENANCY_TERM_REFUSAL_WORDS[allowed.refusal]}.` };
  }
  return { isGood: true, words: `${term}.` };
}
