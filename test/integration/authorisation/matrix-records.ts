import { randomUUID } from 'node:crypto';
import { insertRequest } from '../../../src/evidence-requests/evidence-requests.store.js';
import type { RequestedItem } from '../../../src/evidence-requests/requested-item.rules.js';
import { signLink } from '../../../src/evidence-requests/signed-link.js';
import { insertPaymentRequest } from '../../../src/payment-requests/payment-requests.store.js';
import { payLinkAddress } from '../../../src/payment-requests/pay-link.js';
import { insertInterest } from '../../../src/conflicts-of-interest/declared-interests.store.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { localDate } from '../../../src/shared/london-date.js';
import { anApplication } from '../../builders/an-application.js';
import type { TestApplication } from '../../support/test-application.js';
import { NOW } from '../casework/casework-bench.js';
import { addBulkRejection, addException } from './matrix-bulk-and-exceptions.js';
import type { MatrixScene, Person, Write } from './matrix-scene.js';
import { addReconciliation, type ReconciliationRecords } from './matrix-reconciliation.js';

/** What is not a case: each as it stands to the officer of the matrix. */
export interface Records extends ReconciliationRecords {
  view: { own: string; shared: string; colleagues: string };
  search: { own: string; colleagues: string; ended: string };
  bulkRun: { own: string; colleagues: string };
  bulkRejection: { supervisors: string };
  /** Of the decided case, asked for by the officer. */
  exceptionId: string;
  team: { kept: string };
  interest: { own: string; colleagues: string; removed: string };
  mention: { own: string; colleagues: string };
  finding: { open: string; settled: string };
  payLink: { closed: string; paid: string; expired: string; forged: string };
  link: { open: string; another: string; answered: string; expired: string; forged: string };
}

export interface Needs {
  desk: TestApplication;
  write: Write;
  people: MatrixScene['people'];
  cases: MatrixScene['cases'];
}

export type Insert = (table: string, row: Record<string, unknown>) => Promise<void>;

const A_BILL: RequestedItem = {
  ...{ id: '1', label: 'Utility bill', paperId: null, paperKind: null },
  ...{ acceptedKinds: ['utility_bill'], reason: 'evidence_missing', words: 'Send one.' },
  ...{ bring: 'A bill', acceptableFromOn: null, receivedPaperIds: [], cannotSend: null },
};
const TOMORROW = new Date(NOW.getTime() + 86_400_000);
const YESTERDAY = new Date(NOW.getTime() - 86_400_000);

export async function addRecords(needs: Needs): Promise<Records> {
  const insert: Insert = async (table, row) => {
    const names = Object.keys(row);
    const places = names.map(() => '?').join(', ');
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`;
    await needs.desk.database.dataSource.query(sql, Object.values(row));
  };
  return {
    view: await addViews(insert, needs),
    search: await addSearches(insert, needs),
    bulkRun: await addBulkRuns(insert, needs),
    bulkRejection: await addBulkRejection(insert, needs),
    exceptionId: await addException(insert, needs),
    team: await addTeam(insert, needs),
    interest: await addInterests(needs),
    mention: await addMentions(insert, needs),
    finding: await addFindings(insert, needs),
    ...(await addReconciliation(insert, needs.people.supervisor.staff.id)),
    payLink: await addPayLinks(needs),
    link: await addLinks(needs),
  };
}

async function addViews(insert: Insert, { people }: Needs): Promise<Records['view']> {
  const add = async ({ staff }: Person, name: string, isShared: boolean) => {
    const [id, query] = [newId(), ''];
    const how = { is_shared: isShared, is_first: false, saved_at: NOW };
    await insert('saved_views', { id, staff_id: staff.id, name, query, ...how });
    return id;
  };
  return {
    own: await add(people.officer, 'Mine', false),
    shared: await add(people.colleague, 'For all', true),
    colleagues: await add(people.colleague, 'Private', false),
  };
}

async function addSearches(insert: Insert, { people }: Needs): Promise<Records['search']> {
  const add = async ({ staff }: Person, expires_at: Date) => {
    const id = newId();
    const found = { typed: 'priya', matches: '[]', is_more: false };
    await insert('searches', { id, staff_id: staff.id, ...found, expires_at });
    return id;
  };
  return {
    own: await add(people.officer, TOMORROW),
    colleagues: await add(people.colleague, TOMORROW),
    ended: await add(people.officer, YESTERDAY),
  };
}

async function addBulkRuns(insert: Insert, { people }: Needs): Promise<Records['bulkRun']> {
  const add = async ({ staff }: Person) => {
    const id = randomUUID();
    const how = { act: 'release', to_staff_id: null, back: '/queue', started_at: NOW };
    await insert('bulk_runs', { id, staff_id: staff.id, ...how });
    return id;
  };
  return { own: await add(people.officer), colleagues: await add(people.colleague) };
}

async function addTeam(insert: Insert, { people }: Needs): Promise<Records['team']> {
  const kept = newId();
  const what = { name: 'North', version: 1, permit_types: '', zones: '' };
  const who = { changed_by: people.supervisor.staff.id, changed_at: NOW };
  await insert('teams', { id: kept, ...what, ...who });
  return { kept };
}

async function addInterests({ write, people }: Needs): Promise<Records['interest']> {
  const add = async ({ staff }: Person, removedAt: Date | null) => {
    const id = newId();
    await write((tx) =>
      insertInterest(tx, {
        ...{ id, staffId: staff.id, kind: 'registration', value: 'ZZ99ZZZ', postcode: null },
        ...{ isRelation: false, declaredAt: YESTERDAY, removedAt, formId: randomUUID() },
      }),
    );
    return id;
  };
  return {
    own: await add(people.officer, null),
    colleagues: await add(people.colleague, null),
    removed: await add(people.officer, NOW),
  };
}

async function addMentions(insert: Insert, { people, cases }: Needs): Promise<Records['mention']> {
  const add = async ({ staff }: Person) => {
    const id = newId();
    const about = { application_id: cases.own.application.id, words: 'Please look.' };
    const by = { written_by: people.supervisor.staff.id, written_at: NOW, form_id: randomUUID() };
    await insert('case_notes', { id, ...about, ...by });
    const told = { kind: 'mention', told_at: NOW, seen_at: null };
    await insert('note_mentions', { note_id: id, staff_id: staff.id, ...told });
    return id;
  };
  return { own: await add(people.officer), colleagues: await add(people.colleague) };
}

/** Notices of the payment service that a supervisor must look into, or has. */
async function addFindings(insert: Insert, { people }: Needs): Promise<Records['finding']> {
  const add = async (how: Record<string, unknown>) => {
    const id = newId();
    const what = {
      kind: 'orphan',
      source: 'govuk-pay',
      message_id: id,
      body_sha256: 'a'.repeat(64),
    };
    const about = { event_type: 'card_payment_captured', provider_payment_id: id, found_at: NOW };
    await insert('webhook_findings', { id, ...what, ...about, ...how });
    return id;
  };
  const by = people.supervisor.staff.id;
  return {
    open: await add({ open_key: 'orphan/govuk-pay/of the matrix' }),
    settled: await add({ settled_at: NOW, settled_by: by, reason: 'Nothing was taken.' }),
  };
}

async function addLinks({ desk, write, people, cases }: Needs): Promise<Records['link']> {
  const { LINK_SECRET } = desk.settings;
  const add = async (applicationId: string, state: 'open' | 'answered') => {
    const requestId = newId();
    const answeredAt = state === 'answered' ? NOW : null;
    await write((tx) =>
      insertRequest(tx, {
        ...{
          id: requestId,
          applicationId,
          state,
          answeredAt,
          items: [A_BILL],
          formId: randomUUID(),
        },
        ...{ askedBy: people.officer.staff.id, askedAt: YESTERDAY, linkExpiresAt: TOMORROW },
        ...{ answerByOn: localDate('2026-12-04'), remindedAt: null, lapsedAt: null },
        closedAt: null,
      }),
    );
    return requestId;
  };
  const { clientId, uprn, zoneCode } = cases.own.application;
  const asked = async () => {
    const building = anApplication({ clientId, uprn, zoneCode }).status('awaiting_evidence');
    return (await write((tx) => building.insert(tx))).application.id;
  };
  const open = await add(await asked(), 'open');
  const another = await add(await asked(), 'open');
  const answered = await add(cases.waiting.application.id, 'answered');
  const sign = (requestId: string, expiresAt = TOMORROW) =>
    signLink(LINK_SECRET, { requestId, expiresAt });
  return {
    ...{ open: sign(open), another: sign(another), answered: sign(answered) },
    expired: sign(open, YESTERDAY),
    forged: signLink('the secret of somebody else, made up', {
      requestId: open,
      expiresAt: TOMORROW,
    }),
  };
}

async function addPayLinks({ desk, write, people, cases }: Needs): Promise<Records['payLink']> {
  const { settings } = desk;
  const add = async (state: 'closed' | 'paid') => {
    const id = newId();
    const { id: applicationId } = cases.colleagues.application;
    const at = { askedAt: YESTERDAY, payByOn: localDate('2026-12-04'), linkExpiresAt: TOMORROW };
    await write((tx) =>
      insertPaymentRequest(tx, {
        ...{ id, applicationId, state, amountPence: 5500, because: 'hold_ended', formId: id },
        ...{ askedBy: people.officer.staff.id, ...at, lapsedAt: null },
        ...{ paidAt: state === 'paid' ? NOW : null, closedAt: state === 'closed' ? NOW : null },
      }),
    );
    return id;
  };
  const sign = (requestId: string, expiresAt = TOMORROW, secret = settings.LINK_SECRET) => {
    const signing = { PUBLIC_URL: settings.PUBLIC_URL, LINK_SECRET: secret };
    return payLinkAddress(signing, { requestId, expiresAt }).replace(/^.*\/p\//, '');
  };
  const closed = await add('closed');
  return {
    ...{ closed: sign(closed), paid: sign(await add('paid')), expired: sign(closed, YESTERDAY) },
    forged: sign(closed, TOMORROW, 'the secret of somebody else, made up'),
  };
}
