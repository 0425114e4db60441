import { letterSent, moneyIs, previewedLetter } from '../support/journeys/officer.js';
import {
  type Account,
  type RunningDesk,
  startRunningDesk,
} from '../support/journeys/running-desk.js';

/** Somebody who answers the telephone: sees where a case stands, never its papers, and withdraws it when asked to. */

let desk: RunningDesk;
let support: Account;

beforeAll(async () => {
  desk = await startRunningDesk();
  support = await desk.addStaff('support', 'Toni Support');
}, 180_000);
afterAll(() => desk.stop());

describe.each([true, false])('with script: %s', (script) => {
  it('sees the case without its papers, decides nothing, and withdraws it', async () => {
    const sent = await desk.receive();
    const visitor = await desk.signedIn(support, { script });
    await visitor.goTo('/queue');
    await visitor.followLink(sent.reference);
    const { page } = visitor;
    expect(await visitor.words()).toContain(sent.applicant.name);
    expect(await page.locator('a[href*="/evidence/"]').count()).toBe(0);
    for (const name of ['Approve', 'Reject', 'Claim this case', 'Ask for a paper again']) {
      expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
    }
    for (const path of ['evidence/1', 'approval/new', 'rejection/new', 'evidence-requests/new']) {
      await visitor.goTo(`/applications/${sent.reference}/${path}`);
      expect([path, visitor.status]).toEqual([path, 403]);
    }

    await visitor.goTo(`/applications/${sent.reference}`);
    await visitor.press('Withdraw');
    await visitor.press('Check the letter');
    expect(visitor.status).toBe(422);
    await visitor.choose('reason', 'asked_for');
    await visitor.press('Check the letter');
    const preview = await previewedLetter(visitor);
    await visitor.press('Withdraw and send');
    expect(await visitor.heading()).toContain('Application withdrawn');
    expect((await letterSent(desk, sent, 'withdrawn')).words).toBe(preview);
    await moneyIs(desk, sent, 'cancelled');
    await visitor.close();
  }, 400_000);
});
