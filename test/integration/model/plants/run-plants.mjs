// @ts-check
/**
 * Plants each fault of `plants.mjs` in a copy of the project and runs the model of the case on it, or with
 * `money` those of `money-plants.mjs` and the model of the money; a plant may name another test that must
 * notice it. Ends with 1 when one is not noticed. Needs test servers:
 *   node scripts/with-test-servers.mjs node test/integration/model/plants/run-plants.mjs [money] [NUMBER …]
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MONEY_PLANTS } from '../../money-model/plants/money-plants.mjs';
import { PLANTS } from './plants.mjs';

const project = dirname(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))));
const PARTS = ['src', 'test', 'sandbox', 'scripts', 'views', 'assets'].concat([
  ...['package.json', 'jest.config.js', 'ormconfig.ts', 'tsconfig.json'],
]);
const isMoney = process.argv[2] === 'money';
const plants = isMoney ? MONEY_PLANTS : PLANTS;
const model = isMoney ? 'money-model' : 'case-model';
const wanted = process.argv.slice(isMoney ? 3 : 2).map(Number);
const copy = mkdtempSync(join(tmpdir(), 'permit-desk-plants-'));
let missed = 0;
try {
  for (const part of PARTS) cpSync(join(project, part), join(copy, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
  for (const [at, plant] of plants.entries()) {
    if (wanted.length > 0 && !wanted.includes(at + 1)) continue;
    const said = seen(plant);
    if (said === null) missed += 1;
    console.log(`${at + 1}. ${said === null ? 'MISSED' : 'seen  '} ${plant.name}`);
    if (said !== null) console.log(`          ${said}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;

/**
 * What the model, or the test that the plant names, says of the fault; null when it says nothing.
 * @param {import('./plants.mjs').Plant} plant
 */
function seen({ file, from, to, spec = model }) {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  if (!whole.includes(from)) throw new Error(`${file} has changed: plant the fault anew.`);
  writeFileSync(path, whole.replace(from, to));
  const { status, stderr } = runTest(spec);
  writeFileSync(path, whole);
  if (status === 0) return null;
  return spec === model ? brokenModel(stderr) : brokenTest(spec, stderr);
}

/** @param {string} spec */
function runTest(spec) {
  const jest = join(copy, 'node_modules/jest/bin/jest.js');
  const kind = spec.startsWith('src/') ? 'unit' : 'integration';
  return spawnSync(
    process.execPath,
    ['--experimental-vm-modules', jest, '--selectProjects', kind, '--', spec],
    {
      cwd: copy,
      encoding: 'utf8',
      env: { MODEL_RUNS: isMoney ? '150' : '200', ...process.env, MODEL_SHRINK: 'no' },
    },
  );
}

/** @param {string} stderr */
function brokenModel(stderr) {
  const [, first] = /Cause:\s+(?:Error: )?(\S.*)/.exec(stderr) ?? [];
  const [, histories] = /failed after (\d+) test/.exec(stderr) ?? [];
  if (!first) throw new Error(`The model did not run:\n${stderr.slice(0, 2000)}`);
  return `history ${histories}: ${first.slice(0, 160)}`;
}

/** @type {(spec: string, stderr: string) => string} */
function brokenTest(spec, stderr) {
  const [, first] = /● (\S.*)/.exec(stderr) ?? [];
  if (!/Tests: +\d+ failed/.test(stderr)) {
    throw new Error(`${spec} did not run:\n${stderr.slice(0, 2000)}`);
  }
  return `${spec}: ${first?.slice(0, 160)}`;
}
