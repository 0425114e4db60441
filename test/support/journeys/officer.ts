import { addDays } from '../../../src/shared/london-date.js';
import { eventually, type RunningDesk } from './running-desk.js';
import { type SentApplication, today } from './resident.js';
import type { Visitor } from './visitor.js';

/** The bill is dated so many days ago; 100 and more are too many (R-EV-2). */
export const FRESH_DAYS = 20;
export const TOO_OLD_DAYS = 200;

/** Takes the case that waits, from My work, and goes from its first paper to the case. */
export async function reviewNextCase(visitor: Visitor, { reference }: SentApplication) {
  await visitor.goTo('/my-work');
  await visitor.press('Review next case');
  expect(visitor.page.url()).toContain(`/applications/${reference}`);
  await visitor.goTo(`/applications/${reference}`);
}

/** On the page of a bill: everything matches. */
export async function acceptBill(visitor: Visitor): Promise<void> {
  await visitor.typeDate('datedOn', addDays(today(), -FRESH_DAYS));
  await visitor.press('All match: accept');
}

/** On the page of a V5C: everything matches. */
export async function acceptV5c(visitor: Visitor): Promise<void> {
  await visitor.page.fill('[name="documentReference"]', '12345678901');
  await visitor.typeDate('datedOn', addDays(today(), -400));
  await visitor.press('All match: accept');
}

/** On the page of a bill: it names the right person and place, but is too old. */
export async function askForBillAgain(visitor: Visitor): Promise<void> {
  for (const fact of ['name', 'address', 'date']) await visitor.choose(`mark[${fact}]`, 'matches');
  await visitor.typeDate('datedOn', addDays(today(), -TOO_OLD_DAYS));
  await visitor.choose('verdict', 'ask_again');
  await visitor.press('Save');
}

/** The words of the letter that the page says will be sent. */
export async function previewedLetter(visitor: Visitor): Promise<string> {
  const words = await visitor.page.locator('.desk-letter__body').innerText();
  return plainWords(words);
}

/** Waits for the message of this subject at the sandbox; its words as the resident reads them. */
export async function letterSent(
  { sandbox }: RunningDesk,
  { applicant }: SentApplication,
  subject: string,
): Promise<{ words: string; body: string }> {
  let body: string | undefined;
  await eventually(`a letter is sent: ${subject}`, async () => {
    const messages = await sandbox.control.messages({ to: applicant.email });
    body = messages.find((message) => message.subject?.includes(subject))?.body;
    return body !== undefined;
  });
  return { words: plainWords(body ?? ''), body: body ?? '' };
}

/** Waits until the payment service has the money so; `capturable` is a hold. */
export async function moneyIs(
  { sandbox }: RunningDesk,
  { clientReference }: SentApplication,
  status: 'capturable' | 'success' | 'cancelled',
): Promise<void> {
  await eventually(`the money is ${status}`, async () => {
    const payments = await sandbox.control.payments({ reference: clientReference });
    return payments.length === 1 && payments[0]?.state.status === status;
  });
}

/** Without the mark-up of GOV.UK Notify, the way lines are broken, and the secret of a link. */
function plainWords(text: string): string {
  return text
    .replace(/^(# |\* |\d+\. )/gm, '')
    .replace(/\/r\/\S+/g, '/r/…')
    .replace(/\s+/g, ' ')
    .trim();
}
