import type { Application } from '../applications/applications.store.js';
import { readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import {
  type ConflictGround,
  conflictGrounds,
  DAYS_AN_INTEREST_OUTLASTS,
  type Interest,
  type InterestKind,
  type Interests,
} from './conflict.rules.js';

const DAY_MS = 24 * 3_600_000;

/** From then on what was taken off a list counts no more. */
export function outlastedBefore(now: Date): Date {
  return new Date(now.getTime() - DAYS_AN_INTEREST_OUTLASTS * DAY_MS);
}

/** What of an application the rule looks at. */
export type ApplicationInQuestion = Pick<
  Application,
  'id' | 'uprn' | 'registration' | 'applicantName' | 'applicantEmail' | 'applicantMobile'
> &
  Pick<Application, 'keeperName'>;

/** Why this member of staff may not decide this application; empty when nothing stands against it. */
export async function conflictsIn(
  reader: Reader,
  application: ApplicationInQuestion,
  { staffId, now }: { staffId: string; now: Date },
): Promise<ConflictGround[]> {
  return conflictsWith(reader, application, await interestsOf(reader, staffId, now));
}

/** The same for interests already read. */
export async function conflictsWith(
  reader: Reader,
  application: ApplicationInQuestion,
  interests: Interests,
): Promise<ConflictGround[]> {
  const { uprn, registration, applicantEmail, applicantMobile } = application;
  const { applicantName, keeperName } = application;
  const needsPostcode = interests.declared.some(({ postcode }) => postcode !== null);
  return conflictGrounds(interests, {
    uprn,
    postcode: needsPostcode ? await postcodeOf(reader, uprn) : '',
    registration,
    email: applicantEmail,
    mobile: applicantMobile,
    names: keeperName === null ? [applicantName] : [applicantName, keeperName],
  });
}

/** What is known of one member of staff, what he lately took off his list included (R-COI-2). */
export async function interestsOf(reader: Reader, staffId: string, now: Date): Promise<Interests> {
  const rows = await readList<InterestRow>(reader, {
    columns: { email: 's.email', kind: 'i.kind', value: 'i.value', postcode: 'i.postcode' },
    from: `staff_accounts s
       LEFT JOIN declared_interests i
         ON i.staff_id = s.id AND (i.removed_at IS NULL OR i.removed_at > ?)
      WHERE s.id = ?`,
    values: [outlastedBefore(now), staffId],
  });
  const [first] = rows;
  if (!first) throw new Error('Nobody decides without an account.');
  return { accountEmail: first.email, declared: rows.flatMap(toInterest) };
}

interface InterestRow {
  email: string;
  kind: InterestKind | null;
  value: string | null;
  postcode: string | null;
}

function toInterest({ kind, value, postcode }: InterestRow): Interest[] {
  return kind === null || value === null ? [] : [{ kind, value, postcode }];
}

async function postcodeOf(reader: Reader, uprn: string): Promise<string> {
  const rows = await readList<{ postcode: string }>(reader, {
    columns: { postcode: 'postcode' },
    from: 'properties WHERE uprn = ?',
    values: [uprn],
  });
  return rows[0]?.postcode ?? '';
}

/** How often somebody was kept from a case since that instant. */
export async function countKeptFromCases(reader: Reader, since: Date): Promise<number> {
  const [row]: { count: string | number }[] = await reader.query(
    'SELECT COUNT(*) AS count FROM conflict_refusals WHERE refused_at > ?',
    [since],
  );
  return Number(row?.count ?? 0);
}
