import { addDays } from '../../src/shared/london-date.js';
import { Keys } from '../support/journeys/keys.js';
import { FRESH_DAYS } from '../support/journeys/officer.js';
import { type SentApplication, today } from '../support/journeys/resident.js';
import {
  type Account,
  type RunningDesk,
  startRunningDesk,
} from '../support/journeys/running-desk.js';
import type { Visitor } from '../support/journeys/visitor.js';

/** From an open clean case to the next one: at most 4 clicks, or 8 keys (C11), each paper shown. */

let desk: RunningDesk;
let officer: Account;
beforeAll(async () => {
  desk = await startRunningDesk();
  officer = await desk.addStaff('officer', 'Robin Officer');
}, 180_000);
afterAll(() => desk.stop());

const at = ({ reference }: SentApplication, below: string) =>
  `${desk.url}/applications/${reference}${below}`;

/** What a colleague had read off the papers before the case came here; nothing is marked yet. */
async function alreadyTyped({ reference }: SentApplication, by: Account): Promise<void> {
  await desk.database.dataSource.query(
    `INSERT INTO paper_checks (paper_id, application_id, verdict, marks, dated_on, reference_last4, checked_by, checked_at)
     SELECT p.id, p.application_id, 'undecided', '{}', ?, IF(p.kind = 'v5c', '8901', NULL), ?, UTC_TIMESTAMP(3)
       FROM evidence_papers p JOIN applications a ON a.id = p.application_id WHERE a.reference = ?`,
    [addDays(today(), -FRESH_DAYS), by.id, reference],
  );
}

/** Two cases; the first is open at its first paper. */
async function twoCases(visitor: Visitor) {
  await desk.database.dataSource.query(
    `UPDATE applications SET status = 'awaiting_evidence', claimed_by = NULL
      WHERE status IN ('submitted', 'in_review')`,
  );
  const sent = [await desk.receive(), await desk.receive()] as const;
  for (const one of sent) await alreadyTyped(one, officer);
  await visitor.goTo('/my-work');
  await visitor.press('Review next case');
  const [first, second] = visitor.page.url().includes(sent[0].reference)
    ? sent
    : [sent[1], sent[0]];
  expect(visitor.page.url()).toBe(at(first, '/evidence/1'));
  return { first, second };
}

describe('a clean case whose papers name nothing more to type', () => {
  it.each([true, false])(
    'takes 4 clicks to the next case (script: %s)',
    async (script) => {
      const visitor = await desk.signedIn(officer, { script });
      const { first, second } = await twoCases(visitor);
      let clicks = 0;
      const click = async (name: string) => {
        clicks += 1;
        await visitor.press(name);
      };
      await click('All match: accept');
      expect(visitor.page.url()).toBe(at(first, '/evidence/2'));
      await click('All match: accept');
      expect(visitor.page.url()).toBe(at(first, '/approval/new'));
      await click('Approve and send');
      expect(visitor.page.url()).toBe(at(first, '/decision'));
      await click('Review next case');
      expect(visitor.page.url()).toBe(at(second, '/evidence/1'));
      expect(clicks).toBeLessThanOrEqual(4);
      await visitor.close();
    },
    400_000,
  );

  it('takes 7 keys to the next case with single keys on', async () => {
    const visitor = await desk.signedIn(officer, { script: true });
    await switchKeysOn(visitor);
    const { first, second } = await twoCases(visitor);
    const keys = new Keys(visitor.page);
    const main = async () => {
      await keys.press('f');
      await keys.enter();
    };
    await main();
    expect(visitor.page.url()).toBe(at(first, '/evidence/2'));
    await main();
    expect(visitor.page.url()).toBe(at(first, '/approval/new'));
    await main();
    expect(visitor.page.url()).toBe(at(first, '/decision'));
    // The way on has the focus already, and says what was decided.
    await keys.enter();
    expect(visitor.page.url()).toBe(at(second, '/evidence/1'));
    expect(keys.pressed).toBeLessThanOrEqual(8);
    expect(keys.pressed).toBe(7);
    await visitor.close();
  }, 400_000);
});

async function switchKeysOn(visitor: Visitor): Promise<void> {
  await visitor.goTo('/my-settings');
  await visitor.page.getByLabel('Use single keys').check({ force: true });
  await visitor.press('Save');
}
