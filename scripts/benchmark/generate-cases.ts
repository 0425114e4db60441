import { newId } from '../../src/platform/database/new-id.js';
import { type Connection, inBulk, RowBatch } from './insert-rows.js';
import { addCase, type CasePlan } from './case-rows.js';
import { inventedPostcode, steadyRandom } from './invented-people.js';

export interface GenerateWishes {
  /** How many applications. */
  count: number;
  /** The number of the first one, a multiple of three; those before it are there already. */
  from?: number;
  now: Date;
  /** Which part of them is not decided yet; 0.05 unless said. */
  openShare?: number;
  /** With papers, pages, checks, payments, decisions, permits and timeline; true unless said. */
  isWhole?: boolean;
  seed?: number;
  /** Called after each batch. */
  onProgress?: (done: number) => void;
}

export interface GeneratedCases {
  clientId: string;
  /** Whose claims and decisions they are; nobody can sign in as these. */
  officerIds: readonly string[];
}

const TABLES = ['applications', 'search_terms', 'properties', 'property_zones'];
const TABLES_OF_A_WHOLE_CASE = [
  ...['evidence_papers', 'evidence_pages', 'paper_checks', 'evidence_requests', 'payments'],
  ...['decisions', 'permits', 'permit_vehicles', 'permit_zones', 'timeline_events'],
];
const CASES_A_BATCH = 5000;
const CASES_A_PROPERTY = 3;

/**
 * Writes so many invented applications, the same in every run but for their ids. For measuring
 * only: rows are written as the desk would have left them, without going through it.
 * @param connection one connection of its own, of a database with the schema of today
 */
export async function generateCases(
  connection: Connection,
  wishes: GenerateWishes,
): Promise<GeneratedCases> {
  const council = await addCouncil(connection, wishes.now);
  const zones = (await connection.query('SELECT DISTINCT code FROM zones ORDER BY code')) as {
    code: string;
  }[];
  const random = steadyRandom(wishes.seed ?? 1);
  const plan = (number: number): CasePlan => ({
    ...{ number, now: wishes.now, random, council },
    openShare: wishes.openShare ?? 0.05,
    isWhole: wishes.isWhole ?? true,
    place: placeOf(
      number,
      zones.map(({ code }) => code),
    ),
  });
  await inBulk(connection, async () => {
    const from = wishes.from ?? 0;
    for (let done = 0; done < wishes.count;) {
      const until = Math.min(wishes.count, done + CASES_A_BATCH);
      const batch = new RowBatch();
      for (let number = from + done; number < from + until; number += 1) {
        if (number % CASES_A_PROPERTY === 0) addProperty(batch, plan(number));
        addCase(batch, plan(number));
      }
      await connection.query('START TRANSACTION');
      await batch.write(connection);
      await connection.query('COMMIT');
      done = until;
      wishes.onProgress?.(done);
    }
  });
  // What was written in bulk is not counted by itself soon enough to be planned with.
  const written = wishes.isWhole === false ? TABLES : [...TABLES, ...TABLES_OF_A_WHOLE_CASE];
  await connection.query(`ANALYZE TABLE ${written.join(', ')}`);
  return council;
}

/** Three cases a property; one property in ten lies in no zone. */
function placeOf(number: number, zones: readonly string[]): CasePlan['place'] {
  const property = Math.floor(number / CASES_A_PROPERTY);
  const zoneCode = property % 10 === 0 ? null : (zones[property % zones.length] ?? null);
  return { uprn: String(900_000_000_000 + property), property, zoneCode };
}

function addProperty(batch: RowBatch, { place, now }: CasePlan): void {
  const { uprn, property, zoneCode } = place;
  batch.add('properties', {
    uprn,
    address: `${(property % 300) + 1} Invented Street`,
    town: 'Loughborough',
    postcode: inventedPostcode(Math.floor(property / 15)),
    recorded_at: now,
    removed_at: null,
  });
  if (zoneCode === null) return;
  const zone = { uprn, zone_code: zoneCode, valid_from: '2020-01-01', valid_to: null };
  batch.add('property_zones', zone);
}

async function addCouncil(connection: Connection, now: Date): Promise<GeneratedCases> {
  const clientId = newId();
  const officerIds = Array.from({ length: 20 }, newId);
  const batch = new RowBatch();
  const keyHash = clientId.replaceAll('-', '').padEnd(64, '0');
  const scopes = 'applications:write';
  const client = { id: clientId, name: `benchmark ${clientId}`, key_hash: keyHash, scopes };
  batch.add('api_clients', { ...client, created_at: now });
  for (const [index, id] of officerIds.entries()) {
    batch.add('staff_accounts', {
      id,
      email: `officer.${id}@staff.example.com`,
      display_name: `Officer ${index + 1}`,
      role: 'officer',
      password_hash: 'x',
      created_at: now,
      password_changed_at: now,
    });
  }
  await batch.write(connection);
  return { clientId, officerIds };
}
