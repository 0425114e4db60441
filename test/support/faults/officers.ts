import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../../src/staff/password-hash.js';
import { insertStaffAccount } from '../../../src/staff/staff-accounts.store.js';
import { type Answer, type Fields, TestBrowser } from '../test-browser.js';
import type { FaultBench, FaultCase } from './fault-bench.js';

export const PASSWORD = 'four quiet badgers dig';
let passwordHash: Promise<string> | null = null;

/** An officer who is signed in; any web process of the bench knows the session. */
export interface Officer {
  id: string;
  name: string;
  /** The officer's browser, talking to the web process at `url`. */
  at(url: string): TestBrowser;
}

/** Signs in through the real form. */
export async function addOfficer(
  { database }: Pick<FaultBench, 'database'>,
  url: string,
  role: 'officer' | 'supervisor' = 'officer',
): Promise<Officer> {
  const id = randomUUID();
  const [email, displayName] = [`officer-${id}@staff.example.com`, `Robin ${id.slice(0, 4)}`];
  passwordHash ??= hashPassword(PASSWORD);
  const account = { id, email, displayName, role };
  const hashed = { ...account, passwordHash: await passwordHash };
  await database.write((tx) => insertStaffAccount(tx, hashed, new Date()));
  const first = new TestBrowser(url, () => Promise.resolve(null));
  const signedIn = await first.submit(await first.get('/sign-in'), { email, password: PASSWORD });
  if (signedIn.status !== 303) throw new Error(`Signing in answered ${signedIn.status}.`);
  const queue = await first.get('/queue');
  const token = Promise.resolve(String(queue.$('input[name=_csrf]').first().val() ?? ''));
  return {
    id,
    name: displayName,
    at: (where) => {
      const browser = new TestBrowser(where, () => token);
      for (const [name, value] of first.cookies) browser.cookies.set(name, value);
      return browser;
    },
  };
}

/** A form as it stands on the screen before its last button is pressed. */
export interface FilledForm {
  path: string;
  fields: Fields;
}

/** Goes to the page that shows the letter; what is returned would reject the case when posted. */
export async function fillRejection(browser: TestBrowser, { reference }: FaultCase) {
  const path = `/applications/${reference}/rejection`;
  const form = await browser.get(`${path}/new`);
  const checked = await browser.submit(form, { reasons: ['not_in_zone'], step: 'check' });
  return { path, fields: { ...fieldsOf(checked, path), step: 'send' } };
}

export async function fillWithdrawal(browser: TestBrowser, { reference }: FaultCase) {
  const path = `/applications/${reference}/withdrawal`;
  const form = await browser.get(`${path}/new`);
  const checked = await browser.submit(form, { reason: 'asked_for', step: 'check' });
  return { path, fields: { ...fieldsOf(checked, path), step: 'send' } };
}

/** The same for an approval: its check page is the first. */
export async function fillApproval(browser: TestBrowser, { reference }: FaultCase) {
  const path = `/applications/${reference}/approval`;
  return { path, fields: fieldsOf(await browser.get(`${path}/new`), path) };
}

function fieldsOf({ $, status, text }: Answer, path: string): Fields {
  const form = $(`main form[action="${path}"]`).first();
  if (form.length === 0) throw new Error(`No form for ${path} (${status}): ${text.slice(0, 3000)}`);
  const fields: Fields = {};
  for (const { name, value } of form.serializeArray()) {
    fields[name] = fields[name] === undefined ? value : [fields[name], value].flat();
  }
  return fields;
}

export function press(browser: TestBrowser, { path, fields }: FilledForm): Promise<Answer> {
  return browser.post(path, fields);
}
