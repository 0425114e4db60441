// @ts-check
/**
 * Preloaded into a program by the tests: `NODE_OPTIONS=--import=…/post-times.mjs`. Writes the moment at which
 * each POST request to the payment service leaves the program to the file `POST_TIMES`, a line each, in
 * milliseconds of the program's steady clock: when it arrives elsewhere says how busy that place was.
 */
import { appendFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const { POST_TIMES: file, PAY_URL: payUrl, NODE_ENV: environment } = process.env;
if (file && payUrl && environment === 'test') watch(file, payUrl);

/**
 * @param {string} timesFile
 * @param {string} provider
 */
function watch(timesFile, provider) {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const address = typeof input === 'object' && 'url' in input ? input.url : String(input);
    if (init?.method === 'POST' && address.startsWith(provider)) {
      appendFileSync(timesFile, `${performance.now()}\n`);
    }
    return fetch(input, init);
  };
}
