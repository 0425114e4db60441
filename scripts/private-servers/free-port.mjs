// @ts-check
import { createServer } from 'node:net';

/** A port of this machine's own loopback that nothing listens on now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * @param {number} port
 * @returns {Promise<'free' | 'busy' | 'forbidden'>} forbidden: this user may not listen there
 */
export function askPort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ fault) =>
      resolve(fault.code === 'EACCES' ? 'forbidden' : 'busy'),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve('free')));
  });
}
