// @ts-check
/** Lines for the person at the terminal. Long steps say that they are still going. */

const stillGoingEveryMs = process.stdout.isTTY ? 5_000 : 15_000;

/** @param {string} line */
export function say(line) {
  console.log(line);
}

/** A fault that has been explained in full: shown without a stack trace, exit code 1. */
export class PlainFault extends Error {}

/**
 * Runs one long step: its title first, a line now and then while it lasts, its time at the end.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {() => string} [progress] what it has come to, in a few words
 * @returns {Promise<T>}
 */
export async function step(title, work, progress = () => 'still at it') {
  const startedAt = Date.now();
  say(`• ${title} …`);
  const ticking = setInterval(
    () => say(`  … ${progress() || 'still at it'} (${seconds(startedAt)})`),
    stillGoingEveryMs,
  );
  try {
    const result = await work();
    say(`  done (${seconds(startedAt)})`);
    return result;
  } finally {
    clearInterval(ticking);
  }
}

/** @param {number} sinceMs */
export function seconds(sinceMs) {
  const passed = (Date.now() - sinceMs) / 1000;
  return passed < 10 ? `${passed.toFixed(1)} s` : `${Math.round(passed)} s`;
}

/**
 * Runs a script's whole body; a plain fault is shown as its words alone.
 * @param {() => Promise<number>} body resolves to the exit code
 */
export async function runScript(body) {
  try {
    demandNode();
    process.exitCode = await body();
  } catch (fault) {
    console.error(inPlainWords(fault));
    process.exitCode = 1;
  }
}

function demandNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new PlainFault(`Node 20.19 or later is needed; this is ${process.version}.`);
}

/** @param {unknown} fault */
function inPlainWords(fault) {
  if (fault instanceof PlainFault) return `\n${fault.message}\n`;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (fault);
  if (path && (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')) {
    return `\nYou may not write ${path}. The project's folder must belong to the one who starts it.\n`;
  }
  if (code === 'ENOSPC') return '\nThe disk is full.\n';
  return fault;
}
