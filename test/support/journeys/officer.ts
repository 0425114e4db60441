import { addDays } from '../../../src/shared/london-date.js';
import type { RunningDesk } from './running-desk.js';
import { type SentApplication, today } from './resident.js';
import type { Visitor } from './visitor.js';

/** The bill is dated so many days ago; 100 and more are too many (R-EV-2). */
export const FRESH_DAYS = 20;
export const TOO_OLD_DAYS = 200;

/** Takes the case that waits, from My work. */
export async function reviewNextCase(visitor: Visitor, { reference }: SentApplication) {
  await visitor.goTo('/my-work');
  await visitor.press('Review next case');
  expect(visitor.page.url()).toContain(`/applications/${reference}`);
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

/** The words of the message of this subject as the resident reads it; null while none has come. */
export async function messageSent(
  { sandbox }: RunningDesk,
  { applicant }: SentApplication,
  subject: string,
): Promise<{ words: string; body: string } | null> {
  const messages = await sandbox.control.messages({ to: applicant.email });
  const found = messages.find((message) => message.subject?.includes(subject));
  return found ? { words: plainWords(found.body), body: found.body } : null;
}

/** Without the mark-up of GOV.UK Notify, the way lines are broken, and the secret of a link. */
function plainWords(text: string): string {
  return text
    .replace(/^(# |\* |\d+\. )/gm, '')
    .replace(/\/r\/\S+/g, '/r/…')
    .replace(/\s+/g, ' ')
    .trim();
}
