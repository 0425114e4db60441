import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, TestBrowser } from '../../support/test-browser.js';
import { pdf } from '../files/sample-files.js';
import { ASKED, type ExceptionsBench, type Granted } from './exceptions-bench.js';

export interface FileSent {
  name: string;
  content: Buffer;
}

export type Texts = Record<string, string>;
export const ASKED_TEXTS = ASKED as Texts;

/** Opens the form, chooses a file and sends both, as a browser does. */
export async function askWith(
  browser: TestBrowser,
  { reference }: Granted,
  file: FileSent,
  differs: Texts = {},
): Promise<Answer> {
  const form = await browser.get(`/applications/${reference}/refund-exceptions/new`);
  return sendForm(browser, form, file, { ...ASKED_TEXTS, ...differs });
}

export function sendForm(browser: TestBrowser, form: Answer, file: FileSent, texts: Texts) {
  const body = new FormData();
  const drawn = form.$('main form').last().serializeArray();
  const fields = { ...Object.fromEntries(drawn.map(({ name, value }) => [name, value])), ...texts };
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', new Blob([new Uint8Array(file.content)]), file.name);
  const headers = { origin: browser.url, 'sec-fetch-site': 'same-origin' };
  const action = form.$('main form').last().attr('action') ?? '';
  return browser.send('POST', action, { headers, body });
}

/** A paper of two pages. */
export const receipt = async (): Promise<FileSent> => ({
  name: 'receipt.pdf',
  content: await pdf(2),
});

export const quarantineOf = ({ desk }: ExceptionsBench) =>
  join(desk.settings.UPLOADS_DIR, '.incoming');

export const waitingIn = (bench: ExceptionsBench) => filesBelow(quarantineOf(bench));

/** What is kept for good; quarantine is emptied a moment after the answer. */
export const storedIn = (bench: ExceptionsBench) =>
  filesBelow(bench.desk.settings.UPLOADS_DIR).filter(
    (path) => !path.startsWith(quarantineOf(bench)),
  );

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
