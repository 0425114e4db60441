// @ts-check
/**
 * Preloaded into web or worker by the tests, never by anything else: `NODE_OPTIONS=--import=…/arm.mjs`.
 * It watches the program's statements and its requests to the payment service, writes the name of every
 * point it passes to `CRASH_ORDERS`.passed, and ends the process with SIGKILL at the point that stands in
 * the file `CRASH_ORDERS`: `row-done-commit:before#2` is the second such COMMIT since the orders were
 * given, before it is sent. The product itself knows nothing of it.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { oneLine, STATEMENTS, TRANSACTIONS } from './point-names.mjs';

const { CRASH_ORDERS: orders, PAY_URL: payUrl, NODE_ENV: environment } = process.env;
if (orders && payUrl && environment === 'test') watch(orders, payUrl);

/**
 * @param {string} ordersFile
 * @param {string} provider
 */
function watch(ordersFile, provider) {
  let last = '';
  /** How often each point was passed under these orders. @type {Map<string, number>} */
  const times = new Map();
  /** @param {string} point */
  const pass = (point) => {
    const now = ordersIn(ordersFile);
    if (now !== last) times.clear();
    last = now;
    times.set(point, (times.get(point) ?? 0) + 1);
    const passed = `${point}#${times.get(point)}`;
    appendFileSync(`${ordersFile}.passed`, `${passed}\n`);
    if (now === passed) process.kill(process.pid, 'SIGKILL');
  };
  watchStatements(pass);
  watchRequests(pass, provider);
}

/** @param {string} file */
function ordersIn(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** @param {(point: string) => void} pass */
function watchStatements(pass) {
  const require = createRequire(join(process.cwd(), 'package.json'));
  // Every kind of connection inherits its statements from one.
  const prototype = Object.getPrototypeOf(require('mysql2').Connection.prototype);
  const { query } = prototype;
  /** The name of the transaction that is open on each connection. @type {WeakMap<object, string>} */
  const open = new WeakMap();
  /**
   * @this {object}
   * @param {unknown} statement
   * @param {...unknown} rest
   */
  prototype.query = function (statement, ...rest) {
    const sql = oneLine(textOf(this, statement, rest[0]));
    const points = pointsOf(this, sql, open);
    for (const point of points) pass(`${point}:before`);
    const last = rest.length - 1;
    const answered = rest[last];
    if (points.length > 0 && typeof answered === 'function') {
      rest[last] = (/** @type {unknown[]} */ ...answer) => {
        for (const point of points) pass(`${point}:after`);
        return answered(...answer);
      };
    }
    return query.call(this, statement, ...rest);
  };
}

/**
 * The statement with its values.
 * @param {object} connection
 * @param {unknown} statement
 * @param {unknown} values
 */
function textOf(connection, statement, values) {
  const sql = typeof statement === 'string' ? statement : String(statement?.['sql'] ?? '');
  return Array.isArray(values) ? String(connection['format'](sql, values)) : sql;
}

/**
 * @param {object} connection
 * @param {string} sql
 * @param {WeakMap<object, string>} open
 */
function pointsOf(connection, sql, open) {
  if (/^START TRANSACTION/i.test(sql)) open.set(connection, '');
  const points = STATEMENTS.filter(([, words]) => words.test(sql)).map(([name]) => name);
  const name = open.get(connection);
  const found = TRANSACTIONS.findIndex(([, words]) => words.test(sql));
  if (name !== undefined && found >= 0) {
    const before = TRANSACTIONS.findIndex(([known]) => known === name);
    if (before < 0 || found < before) open.set(connection, TRANSACTIONS[found]?.[0] ?? '');
  }
  if (!/^(COMMIT|ROLLBACK)/i.test(sql)) return points;
  open.delete(connection);
  return name && /^COMMIT/i.test(sql) ? [`${name}-commit`] : points;
}

/**
 * @param {(point: string) => void} pass
 * @param {string} provider
 */
function watchRequests(pass, provider) {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const address = typeof input === 'object' && 'url' in input ? input.url : String(input);
    if (!address.startsWith(provider)) return fetch(input, init);
    const point = init?.method === 'POST' ? 'provider-send' : 'provider-read';
    pass(`${point}:before`);
    const answer = await fetch(input, init);
    pass(`${point}:after`);
    return answer;
  };
}
