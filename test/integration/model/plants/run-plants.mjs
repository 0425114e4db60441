// @ts-check
/**
 * Plants each fault of `plants.mjs` in a copy of the project and runs the model of the case on it, or with
 * `money` those of `money-plants.mjs` and the model of the money. Ends with 1 when the model does not notice
 * one. Needs test servers:
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
 * What the model says of the fault; null when it says nothing.
 * @param {import('./plants.mjs').Plant} plant
 */
function seen({ file, from, to }) {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  if (!whole.includes(from)) throw new Error(`${file} has changed: plant the fault anew.`);
  writeFileSync(path, whole.replace(from, to));
  const jest = join(copy, 'node_modules/jest/bin/jest.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', jest, '--selectProjects', 'integration', '--', model],
    {
      cwd: copy,
      encoding: 'utf8',
      env: { MODEL_RUNS: '200', ...process.env, MODEL_SHRINK: 'no' },
    },
  );
  writeFileSync(path, whole);
  if (status === 0) return null;
  const [, first] = /Cause:\s+(?:Error: )?(\S.*)/.exec(stderr) ?? [];
  if (!first) throw new Error(`The model did not run:\n${stderr.slice(0, 2000)}`);
  return first.slice(0, 160);
}
