import { setTimeout as pause } from 'node:timers/promises';

/** Two cores may be busy with many other things; nobody waits so long for what works. */
const PATIENCE_MS = 150_000;

/** Looks again and again until it is so; what is still wrong stands in the error. */
export async function waitUntil(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  { patienceMs = PATIENCE_MS, pauseMs = 40, describe = (): unknown => '' } = {},
): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > until)
      throw new Error(`Waited in vain until ${what}. ${await said(describe)}`);
    await pause(pauseMs);
  }
}

async function said(describe: () => unknown): Promise<string> {
  const words = await describe();
  return typeof words === 'string' ? words : JSON.stringify(words, null, 1);
}
