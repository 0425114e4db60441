import {
  acceptBill,
  acceptV5c,
  askForBillAgain,
  letterSent,
  previewedLetter,
  reviewNextCase,
} from '../support/journeys/officer.js';
import { aPicture } from '../support/journeys/resident.js';
import {
  type Account,
  type RunningDesk,
  startRunningDesk,
} from '../support/journeys/running-desk.js';

/** One paper is asked for again; the resident answers by the link; the case goes on where it was. */

let desk: RunningDesk;
let officer: Account;

beforeAll(async () => {
  desk = await startRunningDesk();
  officer = await desk.addStaff('officer', 'Robin Officer');
}, 180_000);
afterAll(() => desk.stop());

describe.each([true, false])('with script: %s', (script) => {
  it('a paper is asked for, sent through the link, and the case approved', async () => {
    const sent = await desk.receive();
    const visitor = await desk.signedIn(officer, { script });
    await reviewNextCase(visitor, sent);
    await visitor.press('Look at the next paper');
    await askForBillAgain(visitor);
    await acceptV5c(visitor);
    await visitor.press('Ask for a paper again');
    expect(await visitor.page.locator('input[name=asked]:checked').count()).toBe(1);
    await visitor.press('Check the letter');
    const preview = await previewedLetter(visitor);
    await visitor.press('Send the letter');
    expect(await visitor.words()).toContain('Waiting for the resident');

    const message = await letterSent(desk, sent, 'We need');
    expect(message.words).toBe(preview);
    const [link = ''] = /https?:\S+\/r\/\S+/.exec(message.body) ?? [];

    const resident = await desk.visitor({ script });
    await resident.goTo(link);
    const asked = await resident.words();
    expect(asked).toContain('Utility bill');
    for (const secret of [sent.applicant.name, sent.registration]) {
      expect(asked).not.toContain(secret);
    }
    await resident.press('Send it');
    expect(resident.status).toBe(422);
    const buffer = await aPicture('A newer bill');
    await resident.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'bill.png', mimeType: 'image/png', buffer });
    await resident.press('Send it');
    expect(await resident.heading()).toBe('We have what you sent');
    await resident.close();

    await reviewNextCase(visitor, sent);
    const papers = visitor.page.locator('section', { has: visitor.page.locator('#papers') });
    expect(await papers.innerText()).toMatch(/V5C[^\n]*\s[\s\S]*Accept/);
    await visitor.press('Look at the next paper');
    // The last paper accepted leads to the approval.
    await acceptBill(visitor);
    await visitor.press('Approve and send');
    expect(await visitor.heading()).toContain('Application approved');
    await visitor.close();
  }, 400_000);
});
