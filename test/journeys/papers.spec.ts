import { reviewNextCase } from '../support/journeys/officer.js';
import {
  type Account,
  type RunningDesk,
  startRunningDesk,
} from '../support/journeys/running-desk.js';
import type { Visitor } from '../support/journeys/visitor.js';

/** A paper looked at, part of it blacked out for good, looked at again: in the application as built. */

let desk: RunningDesk;
let officer: Account;

beforeAll(async () => {
  desk = await startRunningDesk();
  officer = await desk.addStaff('officer', 'Robin Officer');
}, 180_000);
afterAll(() => desk.stop());

const IS_DRAWN = "document.querySelector('[data-viewer-image]').naturalWidth > 0";

async function looksAt(visitor: Visitor, path: string): Promise<void> {
  await visitor.goTo(path);
  expect(await visitor.page.evaluate(IS_DRAWN)).toBe(true);
}

describe.each([true, false])('with script: %s', (script) => {
  it('an officer blacks out a line of a bank statement', async () => {
    const sent = await desk.receive(['bank_statement', 'v5c']);
    const visitor = await desk.signedIn(officer, { script });
    await reviewNextCase(visitor, sent);
    const paper = `/applications/${sent.reference}/evidence/1`;
    await looksAt(visitor, paper);
    await visitor.followLink('Black out part of this page');
    await visitor.press('Check before blacking out');
    expect(visitor.status).toBe(422);
    await visitor.page.fill('#top-1', '40');
    await visitor.page.fill('#bottom-1', '45.5');
    await visitor.choose('reason', 'money');
    await visitor.press('Check before blacking out');
    expect(await visitor.heading()).toBe('You cannot undo this: black out part of page 1');
    await visitor.press('Black out for good');
    expect(await visitor.words()).toContain('Part of page 1 was blacked out');
    expect(await visitor.words()).not.toContain('Download the original');
    expect(await visitor.page.evaluate(IS_DRAWN)).toBe(true);
    await visitor.goTo(`/applications/${sent.reference}`);
    expect(await visitor.words()).toContain('What it hid: balances or payments.');
    const papers = await desk.rows<{ wrapped_key: string }>('evidence_papers', sent.reference);
    expect(papers.filter(({ wrapped_key: key }) => key === '')).toHaveLength(1);
    await visitor.close();
  }, 400_000);
});
