import type { Browser, Locator, Page, Response } from 'playwright-core';
import { faultsOfPage, WIDE } from './page-checks.js';

interface Opening {
  url: string;
  script: boolean;
  /** Kinds of pages that need no second look. */
  checked: Set<string>;
}

/** One person at one browser. Every kind of page passed is checked once; faults of pages fail the journey. */
export class Visitor {
  /** The status the page came with. */
  status = 0;
  private readonly complaints: { url: string; text: string }[] = [];
  private readonly refused = new Set<string>();

  private constructor(
    readonly page: Page,
    readonly hasScript: boolean,
    private readonly checked: Set<string>,
  ) {
    page.on('response', (response) => this.noteStatus(response));
    page.on('pageerror', ({ message }) => this.complaints.push({ url: '', text: message }));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.complaints.push({ url: message.location().url, text: message.text() });
    });
  }

  static async open(browser: Browser, { url, script, checked }: Opening): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: WIDE,
      javaScriptEnabled: script,
      baseURL: url,
    });
    context.setDefaultTimeout(60_000);
    return new Visitor(await context.newPage(), script, checked);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(path);
    await this.look();
  }

  /** Presses a button and waits for the page it leads to. */
  async press(name: string): Promise<void> {
    await this.follow(this.page.getByRole('button', { name, exact: true }).first());
  }

  async followLink(name: string): Promise<void> {
    await this.follow(this.page.getByRole('link', { name, exact: true }).first());
  }

  /** The words of the page's main part. */
  words(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  heading(): Promise<string> {
    return this.page.locator('h1').first().innerText();
  }

  /** Types a date into its three boxes. */
  async typeDate(name: string, date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    for (const [part, text] of Object.entries({ day, month, year })) {
      await this.page.fill(`[name="${name}[${part}]"]`, text);
    }
  }

  /** Ticks a box or a radio by its name and value; ours are drawn over by their labels. */
  async choose(name: string, value: string): Promise<void> {
    await this.page.locator(`input[name="${name}"][value="${value}"]`).check({ force: true });
  }

  /** A script of the page may ask for this in vain: the journey is about that. */
  mayBeRefused(path: string): void {
    this.refused.add(new URL(path, this.page.url()).href);
  }

  async close(): Promise<void> {
    await this.page.context().close();
    // The browser also says of a refused page that it was refused, which is the journey's own affair.
    const faults = this.complaints.filter(({ url }) => !this.refused.has(url));
    if (faults.length > 0) throw new Error(`The browser said: ${JSON.stringify(faults)}`);
  }

  /** Checks the page that is there now, when no page of its kind was checked yet. */
  async look(): Promise<void> {
    const { pathname } = new URL(this.page.url());
    if (this.status >= 500) throw new Error(`${pathname} answered ${this.status}.`);
    const kind = `${this.hasScript} ${kindOf(pathname, this.status, await this.heading())}`;
    if (this.checked.has(kind)) return;
    this.checked.add(kind);
    const faults = await faultsOfPage(this.page, this.hasScript);
    if (faults.length > 0) throw new Error(`${this.page.url()}\n${faults.join('\n')}`);
  }

  private async follow(control: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), control.click()]);
    await this.look();
  }

  private noteStatus(response: Response): void {
    const request = response.request();
    if (!request.isNavigationRequest() || request.frame() !== this.page.mainFrame()) return;
    if (response.status() >= 400) this.refused.add(response.url());
    if (response.status() < 300 || response.status() > 399) this.status = response.status();
  }
}

/** The same page of another case is the same kind. */
function kindOf(path: string, status: number, heading: string): string {
  return `${path} ${status} ${heading}`.replace(/PD-[A-Z0-9]{4}-[A-Z0-9]{4}|[0-9a-f-]{36}/g, '…');
}
