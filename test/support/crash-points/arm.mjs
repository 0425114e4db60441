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
import { oneLine, STATEMENTS, tableWritten, TRANSACTIONS } from './point-names.mjs';

/**
 * A transaction that is open: the first of all names that it earned, and a table that it wrote.
 * @typedef {{ rank: number, table: string | null }} Transaction
 * @typedef {WeakMap<object, Transaction>} Open
 */

const require = createRequire(join(process.cwd(), 'package.json'));
const { CRASH_ORDERS: orders, PAY_URL: payUrl, NOTIFY_URL: notifyUrl } = process.env;
if (orders && payUrl && notifyUrl && process.env['NODE_ENV'] === 'test') watch(orders);

/** @param {string} ordersFile */
function watch(ordersFile) {
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
  watchPayments(pass, payUrl ?? '');
  watchMessages(pass, new URL(notifyUrl ?? ''));
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
  // Every kind of connection inherits its statements from one.
  const prototype = Object.getPrototypeOf(require('mysql2').Connection.prototype);
  const { query } = prototype;
  /** @type {Open} */
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
    if (points.length > 0) {
      whenAnswered(statement, rest, () => {
        for (const point of points) pass(`${point}:after`);
      });
    }
    return query.call(this, statement, ...rest);
  };
}

/**
 * @param {unknown} statement as it was given; one that comes by way of the pool brings its own callback
 * @param {unknown[]} rest
 * @param {() => void} note
 */
function whenAnswered(statement, rest, note) {
  const isWhole = typeof Object(statement).onResult === 'function';
  const [place, key] = isWhole ? [Object(statement), 'onResult'] : [rest, rest.length - 1];
  const answered = place[key];
  if (typeof answered !== 'function') throw new Error('A statement without a callback.');
  place[key] = (/** @type {unknown[]} */ ...answer) => {
    note();
    return answered(...answer);
  };
}

/**
 * The statement with its values.
 * @param {object} connection
 * @param {unknown} statement
 * @param {unknown} values
 */
function textOf(connection, statement, values) {
  const { sql, values: own } =
    typeof statement === 'string' ? { sql: statement } : Object(statement);
  const all = Array.isArray(values) ? values : own;
  return Array.isArray(all) ? String(connection['format'](sql, all)) : String(sql ?? '');
}

/**
 * @param {object} connection
 * @param {string} sql
 * @param {Open} open
 * @returns {string[]}
 */
function pointsOf(connection, sql, open) {
  if (/^START TRANSACTION/i.test(sql)) open.set(connection, { rank: Infinity, table: null });
  const here = open.get(connection);
  const rank = TRANSACTIONS.findIndex(([, words]) => words.test(sql));
  const table = tableWritten(sql);
  if (here) {
    if (rank >= 0) here.rank = Math.min(here.rank, rank);
    here.table ??= table;
  }
  const points = STATEMENTS.filter(([, words]) => words.test(sql)).map(([name]) => name);
  if (!here) return table === null ? points : [...points, commitOf({ rank, table })];
  if (!/^(COMMIT|ROLLBACK)/i.test(sql)) return points;
  open.delete(connection);
  return here.table !== null && /^COMMIT/i.test(sql) ? [commitOf(here)] : [];
}

/** @param {Transaction} transaction */
function commitOf({ rank, table }) {
  const [name] = TRANSACTIONS[rank] ?? [`unnamed(${table})`];
  return `${name}-commit`;
}

/**
 * @param {(point: string) => void} pass
 * @param {string} provider
 */
function watchPayments(pass, provider) {
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

/**
 * The client of the message service asks by Node's own `http.request`.
 * @param {(point: string) => void} pass
 * @param {URL} service
 */
function watchMessages(pass, service) {
  const http = require('node:http');
  const { request } = http;
  http.request = (/** @type {unknown[]} */ ...asked) => {
    const { hostname, port, method } = Object(asked[0]);
    if (hostname !== service.hostname || String(port) !== service.port) return request(...asked);
    const point = method?.toUpperCase() === 'POST' ? 'message-send' : 'message-read';
    pass(`${point}:before`);
    return request(...asked).prependOnceListener('response', () => pass(`${point}:after`));
  };
}
