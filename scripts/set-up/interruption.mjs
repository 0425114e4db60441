// @ts-check
import { endCommandsUnderWay } from '../private-servers/run-to-end.mjs';
import { onStopSignals } from '../private-servers/stop-signals.mjs';

/** Thrown into whatever is under way when the person wishes to stop: no fault. */
export class Stopped extends Error {}

/**
 * One wish to stop, or one reason to, for the whole run: a signal, or a child that ended by itself.
 * @param {{ hurry: () => void }} callbacks
 */
export function makeInterruption({ hurry }) {
  /** @type {(fault: Error) => void} */
  let reject = () => undefined;
  /** @type {Promise<never>} */
  const came = new Promise((_resolve, rejectIt) => {
    reject = rejectIt;
  });
  came.catch(() => undefined);
  /** @type {Error | null} */
  let reason = null;

  /** @param {Error} fault */
  const interrupt = (fault) => {
    if (reason) return;
    reason = fault;
    endCommandsUnderWay('SIGTERM');
    reject(fault);
  };

  onStopSignals({
    stop: () => interrupt(new Stopped()),
    hurry: () => {
      endCommandsUnderWay('SIGKILL');
      hurry();
    },
  });

  return {
    came,
    interrupt,
    /** Why, once it has come: what a child says as it is told to stop is not the reason. */
    reason: () => reason,
    /** The rest of the work, unless the interruption comes first. @template T @param {Promise<T>} work @returns {Promise<T>} */
    orElse: (work) => Promise.race([came, work]),
    /** Nothing new is begun once it has come. */
    goOn: () => {
      if (reason) throw reason;
    },
  };
}
