// @ts-check
/**
 * `npm run docs:pictures`, beside a running `npm start`: takes the pictures of the README from the demonstration.
 * It claims one case of it, marks a paper and gives the case back; it decides nothing and sends nothing.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { findChromium } from '../private-servers/chromium.mjs';
import { PlainFault, runScript, say } from '../private-servers/say.mjs';

/** @typedef {import('playwright-core').Page} Page */

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const pictures = join(project, 'docs', 'pictures');
const address = `http://127.0.0.1:${process.env.PORT ?? 3000}`;
const sandbox = `http://127.0.0.1:${process.env.SANDBOX_PORT ?? 3001}`;

const WIDE = { width: 1366, height: 900 };
const NARROW = { width: 320, height: 800 };

/** Of docs/demo-cases.md: her utility bill is one day too old. */
const APPLICANT = { name: 'Louise Farnham', zone: 'Z5' };

await runScript(async () => {
  const officer = readOfficer();
  mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({
    executablePath: await findChromium(join(project, '.permit-desk', 'programs')),
  });
  try {
    const context = await browser.newContext({ baseURL: address, viewport: WIDE });
    const page = await context.newPage();
    await signIn(page, officer);
    await overview(page);
    await review(page, await openCase(page));
    await residentsPage(page);
  } finally {
    await browser.close();
  }
  return 0;
});

/** @returns {{ email: string, password: string }} */
function readOfficer() {
  const path = join(project, '.permit-desk', 'demo-sign-ins.json');
  if (!existsSync(path)) throw new PlainFault('Run npm start first: there is no demonstration.');
  /** @type {{ role: string, email: string, password: string }[]} */
  const signIns = JSON.parse(readFileSync(path, 'utf8'));
  const officer = signIns.find(({ role }) => role === 'officer');
  if (!officer) throw new PlainFault('The demonstration has no officer to sign in as.');
  return officer;
}

/**
 * @param {Page} page
 * @param {{ email: string, password: string }} officer
 */
async function signIn(page, { email, password }) {
  await page.goto('/sign-in');
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('main button');
  await page.waitForURL('**/my-work');
}

/** @param {Page} page */
async function overview(page) {
  await take(page, 'my-work');
  await takeNarrow(page, 'my-work');
  await page.goto('/queue');
  await take(page, 'queue');
}

/**
 * Finds the case by its applicant and claims it.
 * @param {Page} page
 * @returns {Promise<string>} its path
 */
async function openCase(page) {
  await page.goto(`/queue?status=all&zone=${APPLICANT.zone}`);
  const links = page.locator('main a[href^="/applications/PD-"]');
  for (const path of await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))) {
    await page.goto(path ?? '');
    if ((await page.locator('main').innerText()).includes(APPLICANT.name)) {
      const claim = page.getByRole('button', { name: 'Claim this case' });
      if ((await claim.count()) > 0) await claim.click();
      await page.getByRole('button', { name: 'Give the case back' }).waitFor();
      return path ?? '';
    }
  }
  throw new PlainFault(
    `There is no case of ${APPLICANT.name} to open; npm run reset brings it back.`,
  );
}

/**
 * The case, its bill marked, and the rejection that the mark suggests, up to the letter.
 * @param {Page} page
 * @param {string} path
 */
async function review(page, path) {
  await take(page, 'case');
  await page.goto(`${path}/evidence/1`);
  await markBill(page);
  await page.goto(`${path}/evidence/1`);
  await take(page, 'review');
  await takeNarrow(page, 'review', '.desk-viewer');
  await page.goto(`${path}/rejection/new`);
  await page.getByRole('button', { name: 'Check the letter' }).click();
  await page.locator('#letter').waitFor();
  await take(page, 'rejection', { whole: true });
  await page.goto(path);
  await page.getByRole('button', { name: 'Give the case back' }).click();
  await page.getByRole('button', { name: 'Claim this case' }).waitFor();
}

/**
 * It names the right person and place, and is dated the day before the first that would do.
 * @param {Page} page
 */
async function markBill(page) {
  const hint = await page.locator('#datedOn-hint').innerText();
  const [, firstGood = ''] = /on or after (\d+ \w+ \d{4})/.exec(hint) ?? [];
  const dated = new Date(Date.parse(`${firstGood} 12:00 UTC`) - 86_400_000);
  const [year = '', month = '', day = ''] = dated.toISOString().slice(0, 10).split('-');
  for (const [part, text] of Object.entries({ day, month, year })) {
    await page.fill(`[name="datedOn[${part}]"]`, String(Number(text)));
  }
  for (const fact of ['name', 'address', 'date']) {
    const mark = fact === 'date' ? 'does_not_match' : 'matches';
    await page.locator(`[name="mark[${fact}]"][value="${mark}"]`).check({ force: true });
  }
  await page.locator('[name=verdict][value=ask_again]').check({ force: true });
  const saved = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await saved;
}

/**
 * What a resident sees who opens the link in a letter that still has time and asks for a paper that is not too old.
 * @param {Page} page
 */
async function residentsPage(page) {
  const answer = await fetch(`${sandbox}/control/messages`);
  /** @type {{ messages: { body: string }[] }} */
  const { messages } = await answer.json();
  for (const { body } of messages) {
    const [link] = /https?:\S+\/r\/\S+/.exec(body) ?? [];
    if (!link) continue;
    await page.goto(link);
    const words = await page.locator('main').innerText();
    if (
      !words.startsWith('Send us a paper') ||
      !words.includes('dated on or after') ||
      words.includes('That day has passed')
    )
      continue;
    await take(page, 'request', { whole: true });
    return takeNarrow(page, 'request');
  }
  throw new PlainFault('No letter at the sandbox asks for a newer paper and still has time.');
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {string} [from] what to begin with, when not at the top
 */
async function takeNarrow(page, name, from) {
  await page.setViewportSize(NARROW);
  if (from) await page.evaluate(`document.querySelector('${from}').scrollIntoView()`);
  await take(page, `${name}-320`);
  await page.setViewportSize(WIDE);
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {{ whole?: boolean }} [wish] the whole page, not only what the window shows
 */
async function take(page, name, { whole = false } = {}) {
  const taken = await page.screenshot({ fullPage: whole, animations: 'disabled' });
  const file = join(pictures, `${name}.png`);
  const { size } = await sharp(taken).png({ palette: true, effort: 9 }).toFile(file);
  say(`  docs/pictures/${name}.png  ${Math.round(size / 1024)} kB`);
}
