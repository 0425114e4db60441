import type { Browser } from 'playwright-core';
import { aNotice, newNoticeId } from '../../builders/a-notice.js';
import { expectSoundPage, launchChromium, signedInPage } from '../../support/test-chromium.js';
import { type NoticeBench, startNoticeBench } from './notice-bench.js';

let bench: NoticeBench;
let browser: Browser;
beforeAll(async () => {
  bench = await startNoticeBench();
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await bench.stop();
});

/** A payment read again, one that nobody knows, and two notices under one id. */
async function tellThree(): Promise<void> {
  const { providerPaymentId: paymentId } = await bench.addCase();
  const id = newNoticeId();
  await bench.tell(aNotice({ paymentId, id }));
  await bench.tell(aNotice({ paymentId, id, event: 'card_payment_refunded' }));
  await bench.workersTurn();
  await bench.tell(aNotice({ paymentId: newNoticeId(), event: 'card_payment_expired' }));
}

describe('the pages of payment notices', () => {
  it.each([1366, 320])(
    'are sound at %i pixels, from the list to what was found',
    async (width) => {
      await tellThree();
      const staff = await bench.desk.addStaff('supervisor');
      const page = await signedInPage(browser, { url: bench.desk.url, staff }, { width });
      await page.getByRole('link', { name: /notices?$/ }).click();
      await expectSoundPage(page, `payment-notices-${width}`);
      await page
        .getByRole('link', { name: /^No case has this payment/ })
        .first()
        .click();
      await expectSoundPage(page, `payment-notice-orphan-${width}`);
      await page.getByRole('button', { name: 'Mark as looked into' }).click();
      await expectSoundPage(page, `payment-notice-fault-${width}`);
      await page.getByLabel('What you found').fill('The resident gave up. Nothing was taken.');
      await page.getByRole('button', { name: 'Mark as looked into' }).click();
      await page
        .getByRole('link', { name: /^Two different notices/ })
        .first()
        .click();
      await expectSoundPage(page, `payment-notice-conflict-${width}`);
      await page.getByRole('link', { name: 'Back to payment notices' }).click();
      await expectSoundPage(page, `payment-notices-after-${width}`);
      await page.context().close();
    },
    120_000,
  );
});
