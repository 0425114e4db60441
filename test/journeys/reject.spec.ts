import {
  acceptV5c,
  askForBillAgain,
  letterSent,
  moneyIs,
  previewedLetter,
  reviewNextCase,
} from '../support/journeys/officer.js';
import {
  type Account,
  eventually,
  type RunningDesk,
  startRunningDesk,
} from '../support/journeys/running-desk.js';

/** A rejection gives the money back, and two officers never decide one case twice. */

let desk: RunningDesk;
let officer: Account;
let colleague: Account;

beforeAll(async () => {
  desk = await startRunningDesk();
  officer = await desk.addStaff('officer', 'Robin Officer');
  colleague = await desk.addStaff('officer', 'Sam Colleague');
}, 180_000);
afterAll(() => desk.stop());

describe.each([true, false])('with script: %s', (script) => {
  it('the marks give the reason, the letter goes as previewed, the hold is cancelled', async () => {
    const sent = await desk.receive();
    const visitor = await desk.signedIn(officer, { script });
    await reviewNextCase(visitor, sent);
    await visitor.press('Look at the next paper');
    await askForBillAgain(visitor);
    await acceptV5c(visitor);
    await visitor.press('Reject');

    const ticked = visitor.page.locator('input[name=reasons]:checked');
    expect(await ticked.count()).toBe(1);
    expect(await visitor.page.getByLabel('Paper too old', { exact: true }).isChecked()).toBe(true);
    await visitor.page.fill('[name=privateNote]', 'Rang her: a newer bill comes next month.');
    await visitor.press('Check the letter');
    const preview = await previewedLetter(visitor);
    expect(preview).toContain('£55');
    await moneyIs(desk, sent, 'capturable');
    await visitor.press('Change the reasons');
    expect(await visitor.page.inputValue('[name=privateNote]')).toContain('Rang her');
    await visitor.press('Check the letter');
    await visitor.press('Reject and send');
    expect(await visitor.heading()).toContain('Application rejected');

    await moneyIs(desk, sent, 'cancelled');
    const message = await letterSent(desk, sent, 'rejected');
    expect(message.words).toBe(preview);
    expect(message.words).not.toContain('Rang her');
    await eventually('the case shows when the hold was cancelled', async () => {
      await visitor.goTo(`/applications/${sent.reference}`);
      const steps = await visitor.page.locator('.desk-steps').innerText();
      return /Hold of £\d+ cancelled[^\n]*\s+\d+ \w+ \d{4}/.test(steps);
    });
    await visitor.close();
  }, 400_000);

  it('the second of two officers is told who decided, and keeps his words', async () => {
    const sent = await desk.receive();
    const slow = await desk.signedIn(officer, { script });
    await reviewNextCase(slow, sent);
    await slow.press('Reject');
    const words = 'The tenancy is for the house next door.';
    await slow.page.fill('[name=words]', words);
    const otherTab = await slow.page.context().newPage();
    await otherTab.goto(`/applications/${sent.reference}`);
    const released = otherTab.waitForEvent('load');
    await otherTab.getByRole('button', { name: 'Give the case back' }).click();
    await released;

    const quick = await desk.signedIn(colleague, { script });
    await reviewNextCase(quick, sent);
    await quick.press('Reject');
    const group = quick.page.locator('details').filter({ hasText: 'The application itself' });
    if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
    await group.getByLabel('Address is not in a permit zone').check({ force: true });
    await quick.press('Check the letter');
    await quick.press('Reject and send');
    expect(await quick.heading()).toContain('Application rejected');

    await slow.press('Check the letter');
    expect(slow.status).toBe(409);
    const told = await slow.words();
    expect(told).toContain('This application has already been decided');
    expect(told).toContain('Sam Colleague');
    expect(await slow.page.getByLabel('Your own words').inputValue()).toBe(words);
    expect(await desk.rows('decisions', sent.reference)).toHaveLength(1);
    await moneyIs(desk, sent, 'cancelled');
    await slow.close();
    await quick.close();
  }, 400_000);
});
