import { randomUUID } from 'node:crypto';
import { insertLetter, type Letter } from '../../../src/letters/letters.store.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import type { StaffRole } from '../../../src/staff/staff-roles.rules.js';
import type { BuiltApplication } from '../../builders/an-application.js';
import { rawRequest } from '../../support/raw-request.js';
import type { Answer, Fields } from '../../support/test-browser.js';
import { aFailedLetter } from '../casework/casework-bench.js';
import {
  type Officer,
  type ReviewDesk,
  startReviewDesk,
  storedPaper,
} from '../review/review-desk.js';

export type SceneCase = BuiltApplication & { path: string };

/** One attempt: the row of the catalogue of attacks, what is tried, and the answer it must get. */
export type Attack = [
  row: number,
  tries: string,
  attack: (scene: AttackScene) => Promise<{ status: number }>,
  status: number,
];

export interface AttackScene {
  desk: ReviewDesk;
  people: Record<StaffRole, Officer>;
  /** An officer who holds `theirs`; `people.officer` holds `mine`; `open` waits for anybody. */
  colleague: Officer;
  mine: SceneCase;
  theirs: SceneCase;
  open: SceneCase;
  /** A letter of `theirs`. */
  letter: Letter;
  /** What every form of a case carries, as if it had just been drawn. */
  form(of: SceneCase, fields?: Fields): Fields;
  /** A request as it stands: path and headers are not put right. */
  raw(method: string, path: string, as?: Officer): Promise<{ status: number; text: string }>;
  /** Everything that an attack could have changed; looks at papers are left out. */
  state(): Promise<string>;
  stop(): Promise<void>;
}

/** Three cases with real papers and one person of every role, at the whole application. */
export async function setAttackScene(): Promise<AttackScene> {
  const desk = await startReviewDesk();
  const people = {
    officer: await desk.signInAs('officer'),
    support: await desk.signInAs('support'),
    supervisor: await desk.signInAs('supervisor'),
    administrator: await desk.signInAs('administrator'),
    auditor: await desk.signInAs('auditor'),
  };
  const colleague = await desk.signInAs('officer');
  const bill = async () => storedPaper(desk);
  const [first, second, third] = [await bill(), await bill(), await bill()];
  const mine = await desk.addCase((a) =>
    a.inReviewBy(people.officer.staff.id).withPaper('utility_bill', first).withV5C(),
  );
  const theirs = await desk.addCase((a) =>
    a.inReviewBy(colleague.staff.id).withPaper('bank_statement', second),
  );
  const open = await desk.addCase((a) => a.withPaper('utility_bill', third));
  const letter = aFailedLetter(theirs.application.id);
  await desk.app.get(UnitOfWork).run((tx) => insertLetter(tx, letter));
  return {
    ...{ desk, people, colleague, mine, theirs, open, letter },
    form: ({ application }, fields = {}) => ({
      version: String(application.version),
      formId: randomUUID(),
      drawnAt: new Date().toISOString(),
      ...fields,
    }),
    raw: (method, path, as) => rawRequest(desk.url, method, path, as ? cookieOf(as) : {}),
    state: () => stateOf(desk),
    stop: () => desk.stop(),
  };
}

export function cookieOf({ cookies }: Officer): { cookie: string } {
  return { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
}

/** Tries every row of a table; each must be answered so, and none may have changed anything. */
export async function tryAll(scene: AttackScene, attacks: readonly Attack[]): Promise<void> {
  const before = await scene.state();
  for (const [row, tries, attack, status] of attacks) {
    const answer = await attack(scene);
    expect([row, tries, answer.status]).toEqual([row, tries, status]);
  }
  expect(await scene.state()).toBe(before);
}

/** Answers that a stranger must not be able to tell apart. */
export function withoutReference({ text }: Pick<Answer, 'text'>): string {
  return text.replace(/Page reference:? (<strong>)?\w+|value="[\w-]{43,64}"/g, '');
}

const KEPT = [
  ['applications', 'id, version, status, claimed_by, registration'],
  ['decisions', 'id'],
  ['paper_checks', 'paper_id, verdict, marks, note'],
  ['payment_commands', 'id, state'],
  ['letters', 'id, state'],
  ['permits', 'id'],
  ['case_notes', 'id'],
  ['evidence_requests', 'id, state'],
  ['outbox_jobs', 'id'],
] as const;

async function stateOf({ database }: ReviewDesk): Promise<string> {
  const tables = KEPT.map(([table, columns]) =>
    database.dataSource.query(`SELECT ${columns} FROM ${table} ORDER BY 1`),
  );
  return JSON.stringify(await Promise.all(tables));
}
