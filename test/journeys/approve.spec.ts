import { addDays, formatDate } from '../../src/shared/london-date.js';
import { Keys } from '../support/journeys/keys.js';
import {
  acceptBill,
  acceptV5c,
  FRESH_DAYS,
  letterSent,
  moneyIs,
  previewedLetter,
  reviewNextCase,
} from '../support/journeys/officer.js';
import { today } from '../support/journeys/resident.js';
import {
  type Account,
  eventually,
  PASSWORD,
  type RunningDesk,
  startRunningDesk,
} from '../support/journeys/running-desk.js';

/** From My work to a permit: the papers marked, the answers checked, the money taken, the letter sent. */

let desk: RunningDesk;
let officer: Account;

beforeAll(async () => {
  desk = await startRunningDesk();
  officer = await desk.addStaff('officer', 'Robin Officer');
}, 180_000);
afterAll(() => desk.stop());

describe.each([true, false])('with script: %s', (script) => {
  it('an officer approves a clean case', async () => {
    const sent = await desk.receive();
    const visitor = await desk.signedIn(officer, { script });
    await reviewNextCase(visitor, sent);
    await visitor.press('Approve');
    expect(await visitor.words()).toContain('This is in the way');
    expect(await desk.rows('permits', sent.reference)).toEqual([]);

    await visitor.goTo(`/applications/${sent.reference}`);
    await visitor.press('Look at the next paper');
    const isDrawn = "document.querySelector('[data-viewer-image]').naturalWidth > 0";
    expect(await visitor.page.evaluate(isDrawn)).toBe(true);
    await acceptBill(visitor);
    await acceptV5c(visitor);
    expect(visitor.page.url()).toBe(`${desk.url}/applications/${sent.reference}/approval/new`);
    await moneyIs(desk, sent, 'capturable');
    const words = await visitor.words();
    expect(words).toContain(`from ${formatDate(addDays(today(), 7))}`);
    expect(words).toContain('£55');
    const preview = await previewedLetter(visitor);
    await visitor.press('Approve and send');
    expect(visitor.page.url()).toBe(`${desk.url}/applications/${sent.reference}/decision`);
    expect(await visitor.words()).toContain('Application approved');

    await moneyIs(desk, sent, 'success');
    expect((await letterSent(desk, sent, 'approved')).words).toBe(preview);
    expect(await desk.rows('permits', sent.reference)).toHaveLength(1);
    await eventually('the decision’s page says so', async () => {
      await visitor.followLink('Look again');
      const now = await visitor.words();
      return /£\d+ taken/.test(now) && now.includes('Approval by e-mail: sent');
    });
    await visitor.close();
  }, 400_000);

  it('an officer without a mouse approves a clean case', async () => {
    const sent = await desk.receive();
    const visitor = await desk.visitor({ script });
    const { page } = visitor;
    const keys = new Keys(page);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const pressOn = async (name: string) => {
      await keys.tabTo(button(name));
      await keys.enter();
    };
    const typeIn = async (fields: Record<string, string>) => {
      for (const [name, text] of Object.entries(fields)) {
        await keys.tabTo(page.locator(`[name="${name}"]`));
        await keys.type(text);
      }
    };
    const date = (days: number) => {
      const [year = '', month = '', day = ''] = addDays(today(), -days).split('-');
      return { 'datedOn[day]': day, 'datedOn[month]': month, 'datedOn[year]': year };
    };

    await page.goto('/sign-in');
    await typeIn({ email: officer.email, password: PASSWORD });
    await keys.enter();
    await pressOn('Review next case');
    await typeIn(date(FRESH_DAYS));
    await pressOn('All match: accept');
    await typeIn({ documentReference: '12345678901', ...date(400) });
    await pressOn('All match: accept');
    await pressOn('Approve and send');
    expect(await visitor.heading()).toContain('Application approved');
    expect(page.url()).toContain(sent.reference);
    await moneyIs(desk, sent, 'success');
    await visitor.close();
  }, 400_000);
});
