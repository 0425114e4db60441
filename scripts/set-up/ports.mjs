// @ts-check
import { askPort } from '../private-servers/free-port.mjs';
import { PlainFault } from '../private-servers/say.mjs';

/**
 * @param {string} name the variable
 * @param {number} otherwise
 */
export function portFrom(name, otherwise) {
  const given = process.env[name]?.trim();
  if (!given) return otherwise;
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new PlainFault(`${name} is "${given}"; it must be a whole number from 1 to 65535.`);
}

/**
 * @param {number} port
 * @param {string} variable
 */
export async function demandFree(port, variable) {
  const answer = await askPort(port);
  const another = port < 65000 && port >= 1024 ? port + 100 : 8080;
  if (answer === 'busy') {
    throw new PlainFault(
      `Port ${port} is in use by another program. Choose another one: ${variable}=${another} npm start`,
    );
  }
  if (answer === 'forbidden') {
    throw new PlainFault(
      `You may not listen on port ${port}. Choose one above 1023: ${variable}=${another} npm start`,
    );
  }
}
