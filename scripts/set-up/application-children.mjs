// @ts-check
import { join, relative } from 'node:path';
import { startChild } from '../private-servers/child.mjs';
import { PlainFault, step } from '../private-servers/say.mjs';

/**
 * The processes that one start owns, and what is expected of them.
 * @typedef {import('../private-servers/child.mjs').Child} Child
 * @param {{ project: string, folder: string, interruption: ReturnType<import('./interruption.mjs').makeInterruption> }} start
 */
export function makeApplicationChildren({ project, folder, interruption }) {
  /** @type {Set<Child>} */
  const children = new Set();
  let areStopping = false;

  /**
   * @param {string} name
   * @param {string} script
   * @param {NodeJS.ProcessEnv} env
   * @returns {Child}
   */
  const launch = (name, script, env) => {
    interruption.goOn();
    const args = ['--enable-source-maps', join(project, script)];
    const child = startChild({ name, command: process.execPath, args, env, cwd: project, folder });
    children.add(child);
    return child;
  };

  return {
    launch,

    /**
     * A child that does its work and ends.
     * @param {string} name
     * @param {string} title
     * @param {string} script
     * @param {NodeJS.ProcessEnv} env
     */
    finish: (name, title, script, env) => {
      /** @type {Child | null} */
      let child = null;
      const work = async () => {
        child = launch(name, script, env);
        try {
          const ending = await interruption.orElse(child.ended);
          if (ending.code !== 0) throw new PlainFault(`${title} failed:\n${child.lastLines()}`);
        } finally {
          await child.stop(5_000);
        }
      };
      return step(title, work, () => child?.lastLines().split('\n').at(-1)?.slice(0, 60) ?? '');
    },

    /** Without one of the watched the rest is no application. @param {Child} child */
    watch: (child) => {
      children.add(child);
      void child.ended.then(() => {
        if (!areStopping) interruption.interrupt(new PlainFault(obituary(child)));
      });
    },

    /**
     * @param {string} url
     * @param {(response: Response) => boolean} isRight
     */
    answers: async (url, isRight) => {
      const until = Date.now() + 90_000;
      while (Date.now() < until) {
        const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
        if (response && isRight(response)) return;
        await interruption.orElse(new Promise((resolve) => setTimeout(resolve, 100)));
      }
      const logs = relative(project, join(folder, 'logs'));
      throw new PlainFault(`${url} does not answer as it should. The logs are in ${logs}/.`);
    },

    /** From now on it is no news that a child ends. */
    expectEndings: () => {
      areStopping = true;
    },

    killAll: () => children.forEach((child) => child.kill()),
  };
}

/** @param {Child} child */
function obituary(child) {
  const how = child.ending?.signal
    ? `was ended by ${child.ending.signal}`
    : `ended by itself with code ${child.ending?.code}`;
  return `${child.name} ${how}; everything else has been stopped. Its last words:\n${child.lastLines()}`;
}
