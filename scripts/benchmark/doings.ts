import type { DataSource } from 'typeorm';
import { zoneOrder } from '../../src/queue/queue-ranges.rules.js';
import { lookAlikeKey } from '../../src/shared/vehicle-registration.js';
import { type FloorName, ROWS_OF_AN_APPROVAL } from './floor-queries.js';
import type { Answered, Visitor } from './visitor.js';

/** A query of the floor, and what it is about: one of these each time. */
export interface Floor {
  floor: FloorName;
  of: readonly string[];
}

/** One thing an officer does all day, and its floor. */
export interface Doing extends Floor {
  name: string;
  /** Throws unless it went well. Returns the page that the person ends on. */
  act(officer: Officer): Promise<Answered>;
  /** How often each officer may do it in one measurement; else as often as there is time. */
  mostEach?: number;
  /** Measured by hand as well, when the floor does far less than what has to be done; in words. */
  besides?: Floor & { words: string };
  /** Puts back what it used up. */
  afterwards?(source: DataSource): Promise<void>;
}

/** One who can sign in, and what was made ready for him. */
export interface Officer {
  visitor: Visitor;
  /** References of cases in review by him with everything proved. */
  toApprove: string[];
}

export interface Samples {
  references: string[];
  registrations: string[];
  zones: string[];
}

/** How many cases each officer approves in one measurement; made ready beforehand. */
export const APPROVALS_EACH = 25;
/** So that 20 officers leave some of the few cases there are at first. */
const CLAIMS_EACH = 12;
/** One person may search 60 times a minute; four measurements can fall into one. */
const SEARCHES_EACH = 14;

const any = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;

export function doings(samples: Samples): Doing[] {
  return [...looking(samples), ...acting()];
}

function looking({ references, registrations, zones }: Samples): Doing[] {
  return [
    { name: 'queue page', floor: 'queue', of: [''], act: ({ visitor }) => page(visitor, '/queue') },
    {
      name: 'filtered queue',
      floor: 'filtered',
      of: zones.map(zoneOrder),
      act: ({ visitor }) => page(visitor, `/queue?zone=${any(zones)}&status=submitted`),
    },
    {
      name: 'search by registration',
      floor: 'search',
      of: registrations.map((registration) => lookAlikeKey(registration)),
      act: ({ visitor }) => search(visitor, any(registrations)),
      mostEach: SEARCHES_EACH,
    },
    {
      name: 'case page',
      floor: 'case',
      of: references,
      act: ({ visitor }) => page(visitor, `/applications/${any(references)}`),
    },
    {
      name: 'review page',
      floor: 'review',
      of: references,
      act: ({ visitor }) => page(visitor, `/applications/${any(references)}/evidence/1`),
    },
  ];
}

function acting(): Doing[] {
  return [
    {
      name: 'next-case claim',
      floor: 'write',
      of: [''],
      act: ({ visitor }) => claimNext(visitor),
      mostEach: CLAIMS_EACH,
      afterwards: giveBackClaims,
    },
    {
      name: 'approve',
      floor: 'write',
      of: [''],
      act: ({ visitor, toApprove }) => approve(visitor, toApprove.pop() ?? ''),
      mostEach: APPROVALS_EACH,
      besides: {
        floor: 'writes',
        of: [''],
        words: `${ROWS_OF_AN_APPROVAL} rows in one transaction`,
      },
    },
  ];
}

async function page(person: Visitor, path: string): Promise<Answered> {
  return expectStatus(await person.get(path), 200, path);
}

/** The post, and the page of results that it leads to. */
async function search(person: Visitor, words: string): Promise<Answered> {
  const asked = expectStatus(await person.post('/searches', { typed: words }), 303, 'search');
  return page(person, asked.location);
}

async function claimNext(person: Visitor): Promise<Answered> {
  const answer = expectStatus(await person.post('/my-work/next', {}), 303, 'next case');
  if (!answer.location.startsWith('/applications/')) throw new Error('No case was left to claim.');
  return answer;
}

/** The cases that were claimed by the button wait in the queue again, as they did before. */
async function giveBackClaims(source: DataSource): Promise<void> {
  await source.query(
    `UPDATE applications a JOIN staff_accounts s ON s.id = a.claimed_by
        SET a.status = 'submitted', a.claimed_by = NULL, a.claimed_at = NULL, a.claimed_until = NULL
      WHERE a.status = 'in_review' AND s.email LIKE 'bench.%'
        AND a.client_reference NOT LIKE 'APPROVE-%'`,
  );
}

/** The check page, and the button on it. */
async function approve(person: Visitor, reference: string): Promise<Answered> {
  const path = `/applications/${reference}/approval`;
  const checked = await page(person, `${path}/new`);
  return expectStatus(await person.post(path, hiddenFields(checked.body, path)), 303, path);
}

function hiddenFields(body: string, action: string): Record<string, string> {
  const form = body.slice(body.indexOf(`action="${action}"`));
  const inside = form.slice(0, form.indexOf('</form>'));
  const fields = inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}

function expectStatus(answer: Answered, status: number, what: string): Answered {
  if (answer.status === status) return answer;
  const said = answer.body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
  throw new Error(`${what} answered ${answer.status}, not ${status}: ${said}`);
}

/** What the pages are about, drawn from all the cases there are: by a hash, for ids come in time's order. */
export async function readSamples(source: DataSource): Promise<Samples> {
  const column = async (sql: string): Promise<string[]> => {
    const rows: { found: string }[] = await source.query(sql);
    return rows.map(({ found }) => found);
  };
  return {
    references: await column(
      `SELECT a.reference AS found FROM applications a JOIN evidence_papers p ON p.application_id = a.id
        WHERE a.status IN ('submitted', 'in_review', 'awaiting_evidence') AND p.position = 1
          AND a.client_reference NOT LIKE 'APPROVE-%'
        ORDER BY SHA2(a.id, 256) LIMIT 300`,
    ),
    registrations: await column(
      `SELECT registration AS found FROM applications WHERE registration IS NOT NULL
        ORDER BY SHA2(id, 256) LIMIT 500`,
    ),
    zones: await column(
      'SELECT DISTINCT zone_code AS found FROM applications WHERE zone_code IS NOT NULL',
    ),
  };
}
