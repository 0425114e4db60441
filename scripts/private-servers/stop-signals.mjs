// @ts-check
import { parentOf } from './process-identity.mjs';

/**
 * Calls back once for the wish to stop and once more for the wish to hurry. A Ctrl-C under npm arrives twice, from
 * the terminal and from npm, so what follows within half a second is the same wish. npm or its shell killed outright
 * counts as a wish too: nobody would be left to stop us.
 * @param {{ stop: (reason: string) => void, hurry: () => void }} callbacks
 */
export function onStopSignals({ stop, hurry }) {
  let firstAt = 0;
  /** @param {string} reason */
  const wish = (reason) => {
    if (firstAt === 0) {
      firstAt = Date.now();
      stop(reason);
    } else if (Date.now() - firstAt > 500) {
      hurry();
    }
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => wish(signal));
  if (process.env.npm_lifecycle_event) watchAncestors(wish);
}

/** @param {(reason: string) => void} wish */
function watchAncestors(wish) {
  const lineage = () => `${process.ppid}/${parentOf(process.ppid) ?? ''}`;
  const atStart = lineage();
  const watching = setInterval(() => {
    if (lineage() === atStart) return;
    clearInterval(watching);
    wish('npm is gone');
  }, 500);
  watching.unref();
}
