import type { Answer } from '../../support/test-browser.js';
import type { HoldsBench } from './holds-bench.js';

let visits = 0;

/** Another network address each time, so that no limit is met. */
export function from(): Record<string, string> {
  visits += 1;
  return { 'x-forwarded-for': `192.0.2.${visits % 250}` };
}

/** Opens an address as whoever holds the link. */
export function open(bench: HoldsBench, path: string): Promise<Answer> {
  return bench.desk.visitor().get(path, from());
}

/** Presses the button of the page behind the link. */
export function press(bench: HoldsBench, page: Answer, link: string): Promise<Answer> {
  const token = String(page.$('input[name=_csrf]').val());
  return bench.desk.visitor().post(link, { _csrf: token }, from());
}

/** Opens the link, presses the button, and answers where the card page is. */
export async function toCardPage(bench: HoldsBench, link: string): Promise<string> {
  const page = await open(bench, link);
  const answer = await bench.withWorker(() => press(bench, page, link));
  if (answer.status !== 303) throw new Error(`Paying answered ${answer.status}: ${answer.text}`);
  return answer.location ?? '';
}

/** Comes back from the card page, while the worker is there. */
export function comeBack(bench: HoldsBench, path: string): Promise<Answer> {
  return bench.withWorker(() => open(bench, path));
}

/** What the payment service has of a case, by our names for it. */
export async function paymentsMade(bench: HoldsBench, reference: string) {
  const all = await bench.sandbox.control.payments();
  return all.filter((one) => one.reference.startsWith(reference));
}
