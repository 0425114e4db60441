import type { Page } from 'playwright-core';
import type { DemoCase, DemoPaper } from '../../scripts/demo/plan/demo-case.js';
import { typedCheck } from '../../scripts/demo/desk/check-papers.js';
import { PAPER_KINDS, paperKindTerms } from '../../src/permit-types/paper-kinds.rules.js';
import { reasonLabel } from '../../src/decisions/reason-catalogue.rules.js';
import { firstCatalogue } from '../builders/first-wordings.js';
import type { LocalDate } from '../../src/shared/london-date.js';
import type { DemoCaseRow } from './demo-cases-table.js';

/** An officer at the pages of one case: claims it, marks every paper, decides. */
export class OfficerAtWork {
  constructor(
    private readonly page: Page,
    private readonly reference: string,
  ) {}

  async claim(): Promise<void> {
    await this.page.goto(this.path());
    await this.press('Claim this case');
  }

  /** Marks each paper as a careful officer finds it, and saves. */
  async checkPapers(demo: DemoCase, receivedOn: LocalDate): Promise<void> {
    for (const [index, paper] of demo.papers.entries()) {
      await this.page.goto(this.path(`/evidence/${index + 1}`));
      await this.fillCheck(demo, paper, receivedOn);
      await this.press('Save');
    }
  }

  async approve(): Promise<void> {
    await this.page.goto(this.path());
    await this.page.getByRole('button', { name: 'Approve', exact: true }).click();
    await this.page.getByRole('heading', { name: 'What happens' }).waitFor();
    await this.page.locator('form[action$="/approval"] button').first().click();
    await this.page.waitForURL(/\/decision$/);
  }

  async reject(row: DemoCaseRow): Promise<void> {
    await this.page.goto(this.path());
    await this.page.getByRole('button', { name: 'Reject', exact: true }).click();
    await this.page.waitForURL(/\/rejection\/new$/);
    const label = labelOf(row);
    await this.untick('reasons');
    const summary = row.paper ? PAPER_KINDS[row.paper].label : 'The application itself';
    const group = this.page.locator('details').filter({ hasText: summary }).first();
    if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
    await group.getByLabel(label, { exact: true }).check();
    await this.press('Check the letter');
    await this.sendLetter();
    await this.page.waitForURL(/\/decision$/);
  }

  async askAgain(row: DemoCaseRow): Promise<void> {
    await this.page.goto(this.path());
    await this.page.getByRole('button', { name: 'Ask for a paper again', exact: true }).click();
    await this.page.waitForURL(/\/evidence-requests\/new$/);
    const reasons = this.page.locator('select[name^="reason["]:visible');
    if ((await reasons.count()) !== 1) throw new Error('The marks ticked more than one paper.');
    await reasons.selectOption({ label: labelOf(row) });
    await this.press('Check the letter');
    await this.sendLetter();
    await this.page.waitForURL(new RegExp(`${this.reference}$`));
  }

  /** The check page ends with the one button that sends. */
  private async sendLetter(): Promise<void> {
    await this.page.locator('#letter').waitFor();
    await this.page.locator('button[name="step"][value="send"]').click();
  }

  private async fillCheck(demo: DemoCase, paper: DemoPaper, receivedOn: LocalDate): Promise<void> {
    const typed = typedCheck(demo, paper, receivedOn);
    for (const fact of paperKindTerms(paper.kind).facts) {
      await this.choose(`mark[${fact}]`, typed.mark[fact] ?? '');
      const why = typed.why[fact];
      if (why) await this.page.fill(`[name="why[${fact}]"]`, why);
    }
    for (const field of ['datedOn', 'termFrom', 'termTo'] as const) {
      for (const [part, text] of Object.entries(typed[field])) {
        await this.page.fill(`[name="${field}[${part}]"]`, text);
      }
    }
    if (typed.documentReference) {
      await this.page.fill('[name="documentReference"]', typed.documentReference);
    }
    await this.choose('verdict', typed.verdict);
  }

  private async choose(name: string, value: string): Promise<void> {
    await this.page.locator(`input[name="${name}"][value="${value}"]`).check({ force: true });
  }

  private async untick(name: string): Promise<void> {
    const ticked = this.page.locator(`input[name="${name}"]:checked`);
    while ((await ticked.count()) > 0) await ticked.first().uncheck({ force: true });
  }

  /** Follows the form; a page that shows faults instead says them. */
  private async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).first().click();
    await this.page.waitForLoadState();
    const faults = this.page.locator('.govuk-error-summary');
    if ((await faults.count()) > 0) throw new Error(`${button}: ${await faults.innerText()}`);
  }

  private path(below = ''): string {
    return `/applications/${this.reference}${below}`;
  }
}

function labelOf({ reason, key }: DemoCaseRow): string {
  if (!reason) throw new Error(`${key} has no reason in the document.`);
  return reasonLabel(firstCatalogue(), reason);
}
