// @ts-check
/**
 * `npm run attacks`: says which attacks of the catalogue are tested, and which are not yet.
 * A row is tested when a test names it: `attack 7` in a title, or a row of a table in test/integration/attacks.
 * @typedef {{ rows: { id: number, name: string }[], notYet: { because: string, rows: number[] }[] }} Catalogue
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const PLACES = ['src', 'test', 'sandbox', 'scripts'];
const TABLES = join('test', 'integration', 'attacks');

/** Every number of `attack 7`, `attacks 048 to 050`, `attack 112, attack 113`. */
const NAMED = /\battacks? (\d{1,3})(?: to (\d{1,3}))?/g;
/** A row of a table: `[7, 'what is tried'` and its like, over line breaks. */
const TABLE_ROW = /\[\s*(\d{1,3}),\s*['"`]/g;

/** @param {string} folder */
function specFiles(folder) {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.spec.ts'))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)));
}

/** @param {string} file */
function numbersIn(file) {
  const code = readFileSync(join(project, file), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '');
  /** @type {number[]} */
  const numbers = [];
  for (const [, first, last] of code.matchAll(NAMED)) {
    for (let row = Number(first); row <= Number(last ?? first); row += 1) numbers.push(row);
  }
  if (file.startsWith(TABLES)) {
    for (const [, row] of code.matchAll(TABLE_ROW)) numbers.push(Number(row));
  }
  return numbers;
}

function testsByRow() {
  /** @type {Record<number, string[]>} */
  const tests = {};
  for (const file of PLACES.flatMap(specFiles)) {
    for (const row of new Set(numbersIn(file))) (tests[row] ??= []).push(file);
  }
  return tests;
}

/** @type {Catalogue} */
const catalogue = JSON.parse(readFileSync(join(project, 'test/attacks/catalogue.json'), 'utf8'));
const tests = testsByRow();
const tested = catalogue.rows.filter(({ id }) => tests[id]);
const notYet = catalogue.notYet.flatMap(({ because, rows }) => rows.map((id) => ({ id, because })));

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ tests, notYet }));
} else {
  /** @param {number} id */
  const nameOf = (id) => catalogue.rows.find((row) => row.id === id)?.name ?? 'of no row';
  console.log(`${tested.length} of ${catalogue.rows.length} tested, ${notYet.length} not yet\n`);
  for (const { because, rows } of catalogue.notYet) {
    console.log(`${because}:`);
    for (const id of rows) console.log(`  ${String(id).padStart(3)}  ${nameOf(id)}`);
  }
}
