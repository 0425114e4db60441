import type { Locator, Page } from 'playwright-core';

const MOST_TABS = 150;

/** True when the element with the focus is in sight and nothing lies over it. */
const FOCUS_IN_SIGHT = `(() => {
  const focused = document.activeElement;
  const [box] = focused.getClientRects();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const above = document.elementFromPoint(x, y);
  return above !== null && (focused.contains(above) || above.contains(focused)
    || [...(focused.labels ?? [])].some((label) => label.contains(above)));
})()`;

/** Somebody who has no mouse. */
export class Keys {
  /** How many keys were pressed; typed characters are not counted. */
  pressed = 0;

  constructor(private readonly page: Page) {}

  /** Goes on with Tab until this has the focus. @throws when it cannot be reached, or not be seen */
  async tabTo(target: Locator): Promise<void> {
    for (let n = 0; n < MOST_TABS; n += 1) {
      await this.press('Tab');
      const seen = await this.page.evaluate<boolean>(FOCUS_IN_SIGHT);
      if (!seen) throw new Error(`The focus is out of sight: ${await this.focused()}`);
      if (await this.hasFocus(target)) return;
    }
    throw new Error(`Tab never reached ${String(target)}; it ended at ${await this.focused()}`);
  }

  async press(key: string): Promise<void> {
    this.pressed += 1;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses Enter on what has the focus, and waits for the page it leads to. */
  async enter(): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.press('Enter')]);
  }

  private async hasFocus(target: Locator): Promise<boolean> {
    return (await target.first().and(this.page.locator(':focus')).count()) > 0;
  }

  private focused(): Promise<string> {
    return this.page.evaluate<string>('document.activeElement.outerHTML.slice(0, 120)');
  }
}
