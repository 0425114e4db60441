import type { Browser } from 'playwright-core';
import type { Application } from '../../../src/applications/applications.store.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { insertTeam } from '../../../src/teams/teams.store.js';
import { type TestStaff } from '../../support/test-application.js';
import {
  expectSoundPage,
  launchChromium,
  signedInPage,
  type Visit,
} from '../../support/test-chromium.js';
import { type CaseworkBench, formSeen, hours, NOW, startCaseworkBench } from './casework-bench.js';

/** Working together, in a real browser: at both widths, with and without script, axe clean. */

let bench: CaseworkBench;
let browser: Browser;
let officer: TestStaff;
let supervisor: TestStaff;
let mine: Application;
let theirs: Application;
let teamId: string;

beforeAll(async () => {
  bench = await startCaseworkBench();
  officer = await bench.desk.addStaff('officer');
  supervisor = await bench.desk.addStaff('supervisor');
  browser = await launchChromium();
  mine = await bench.add((it) =>
    it
      .inReviewBy(officer.id, hours(-1), hours(1 / 4))
      .paid(5500, undefined, hours(30))
      .withV5C(),
  );
  theirs = await bench.add((it) =>
    it.inReviewBy(supervisor.id, hours(-1), hours(1 / 4)).withPaper('utility_bill'),
  );
  for (let index = 0; index < 27; index += 1) {
    await bench.add((it) => it.paid(5500, undefined, hours(index + 3)));
  }
  teamId = await bench.desk.app.get(UnitOfWork).run((tx) =>
    insertTeam(tx, {
      name: 'Carers and blue badges',
      permitTypes: ['essential_carer', 'disabled_resident'],
      zones: [],
      memberIds: [officer.id],
      changedBy: supervisor.id,
      at: NOW,
    }),
  );
  const colleague = await bench.desk.signInAs('supervisor');
  await colleague.post(`/applications/${mine.reference}/notes`, {
    ...formSeen(1),
    words: 'The keeper rang: the bill is in the post. Please look before you reject it.',
    tell: officer.id,
  });
  await colleague.post(`/applications/${mine.reference}/presence`);
  await anotherOnHold();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await bench.stop();
});

const signedIn = (staff: TestStaff, visit: Visit = {}) =>
  signedInPage(browser, { url: bench.desk.url, staff }, visit);

async function anotherOnHold(): Promise<void> {
  const aside = await bench.add((it) =>
    it.inReviewBy(officer.id, hours(-1), hours(1)).paid(5500, undefined, hours(20)),
  );
  await bench.desk.database.dataSource.query(
    `INSERT INTO case_holds (id, application_id, reason, words, wake_on, set_by, set_at, form_id)
     VALUES (UUID(), ?, 'resident_will_ring', 'after 4pm', '2026-11-24', ?, ?, UUID())`,
    [aside.id, officer.id, NOW],
  );
  await bench.desk.database.dataSource.query(
    `UPDATE applications SET status = 'submitted', claimed_by = NULL, claimed_at = NULL,
            claimed_until = NULL, on_hold_until = '2026-11-24 00:00:00' WHERE id = ?`,
    [aside.id],
  );
  onHold = aside;
}
let onHold: Application;

it.each([1366, 320])(
  'every page of working together is axe clean and fits %s pixels',
  async (width) => {
    const page = await signedIn(officer, { width });
    for (const [name, path] of [
      ['my-work', '/my-work'],
      ['queue', '/queue'],
      ['queue-on-hold', '/queue?status=on_hold'],
      ['case-mine', `/applications/${mine.reference}`],
      ['case-theirs', `/applications/${theirs.reference}`],
      ['case-on-hold', `/applications/${onHold.reference}`],
      ['take-over', `/applications/${theirs.reference}/take-over/new`],
      ['put-on-hold', `/applications/${mine.reference}/hold/new`],
    ] as const) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await expectSoundPage(page, name);
    }
    await page.click('text=Put on hold');
    await page.waitForSelector('.govuk-error-summary');
    await expectSoundPage(page, 'put-on-hold-refused');
    await page.context().close();
    const boss = await signedIn(supervisor, { width });
    for (const [name, path] of [
      ['teams', '/teams'],
      ['team', `/teams/${teamId}`],
      ['queue-supervisor', '/queue'],
    ] as const) {
      await boss.goto(path);
      await expectSoundPage(boss, name);
    }
    await boss.click('text=Assign the chosen');
    await boss.waitForSelector('.govuk-error-summary');
    await expectSoundPage(boss, 'bulk-nothing-chosen');
    await boss.context().close();
  },
  120_000,
);

it.each([true, false])(
  'cases are chosen, assigned and given back (script: %s)',
  async (script) => {
    const page = await signedIn(supervisor, { script });
    await page.goto('/queue');
    if (script) {
      await page.click('text=Select all 25 on this page');
      expect(await page.textContent('[data-bulk-count]')).toMatch(
        /^25 on this page selected of \d+ cases$/,
      );
      await page.click('text=Select none');
    }
    const boxes = page.locator('input[name=chosen]');
    await boxes.nth(script ? 6 : 8).check();
    await boxes.nth(script ? 7 : 9).check();
    await page.selectOption('#bulk select', officer.id);
    await page.click('text=Assign the chosen');
    await page.waitForSelector('h1:has-text("Assign 2 cases")');
    if (script) await expectSoundPage(page, 'bulk-check');
    await page.click(`text=Assign 2 cases to ${officer.name}`);
    await page.waitForURL('**/bulk-work/*');
    expect(await page.textContent('h1')).toContain(`2 of 2 cases assigned to ${officer.name}`);
    if (script) await expectSoundPage(page, 'bulk-result');
    await page.click('main a.govuk-button');
    await page.waitForSelector('h1:has-text("Queue")');
    await page.context().close();
  },
  60_000,
);

it.each([true, false])(
  'a case is taken over and put on hold by keyboard (script: %s)',
  async (script) => {
    const held = await bench.add((it) => it.inReviewBy(officer.id, hours(-1), hours(1)));
    const page = await signedIn(supervisor, { script });
    await page.goto(`/applications/${held.reference}`);
    await page.focus('text=Take over');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/take-over/new');
    await page.fill('#reason', 'Robin is ill');
    await page.focus('text=Take the case over');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/applications/${held.reference}`);
    expect(await page.textContent('main')).toContain('You hold this case since');
    await page.click('text=Put on hold');
    await page.waitForURL('**/hold/new');
    await page.check('text=A colleague has to answer first');
    await page.fill('#wakeOn-day', '24');
    await page.fill('#wakeOn-month', '11');
    await page.fill('#wakeOn-year', '2026');
    await page.click('main form button');
    await page.waitForURL(`**/applications/${held.reference}`);
    expect(await page.textContent('.desk-hold')).toContain('On hold until 24 November 2026');
    await page.click('text=End the hold now');
    await page.waitForSelector('text=Claim this case');
    await page.context().close();
  },
  60_000,
);

it('an open page that is used keeps the claim; one without script does not', async () => {
  const until = async () => {
    const [row]: { until: Date }[] = await bench.desk.database.dataSource.query(
      'SELECT claimed_until AS until FROM applications WHERE id = ?',
      [kept.id],
    );
    return row?.until;
  };
  const kept = await bench.add((it) => it.inReviewBy(officer.id, hours(-1), hours(1 / 60)));
  const still = await signedIn(officer, { script: false });
  await still.goto(`/applications/${kept.reference}`);
  expect(await until()).toEqual(hours(1 / 60));
  await still.click('text=Keep the case longer');
  await still.waitForURL(`**/applications/${kept.reference}`);
  expect(await until()).toEqual(hours(1 / 3));
  bench.desk.clock.advance({ minutes: 5 });
  const used = await signedIn(officer);
  const beat = used.waitForResponse((answer) => answer.url().endsWith('/presence'));
  await used.goto(`/applications/${kept.reference}`);
  expect((await beat).status()).toBe(204);
  expect(await until()).toEqual(hours(25 / 60));
  await still.context().close();
  await used.context().close();
});
