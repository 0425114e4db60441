import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/platform/web/project-folder.js';

interface Catalogue {
  rows: { id: number; class: string; name: string }[];
  notYet: { because: string; rows: number[] }[];
}

interface Told {
  tests: Record<string, string[]>;
  notYet: { id: number; because: string }[];
}

const project = projectFolder();
const catalogue = JSON.parse(
  readFileSync(join(project, 'test/attacks/catalogue.json'), 'utf8'),
) as Catalogue;
const script = join(project, 'scripts/attacks.mjs');
const told = JSON.parse(
  execFileSync(process.execPath, [script, '--json'], { encoding: 'utf8' }),
) as Told;

/** The catalogue of attacks: every row is tested, or said to be not yet with the reason. */
describe('the catalogue of attacks', () => {
  const ids = catalogue.rows.map(({ id }) => id);
  const notYet = told.notYet.map(({ id }) => id);

  it('has 206 rows, each once, in the project’s own words', () => {
    expect(ids).toEqual(Array.from({ length: 206 }, (_, at) => at + 1));
    expect(new Set(catalogue.rows.map(({ name }) => name)).size).toBe(206);
  });

  it('has no row that is neither tested nor said to be not yet', () => {
    const tested = (id: number) => String(id) in told.tests;
    expect(ids.filter((id) => !tested(id) && !notYet.includes(id))).toEqual([]);
  });

  it('has no row that is said to be not yet and is tested', () => {
    expect(notYet.filter((id) => String(id) in told.tests)).toEqual([]);
    expect(new Set(notYet).size).toBe(notYet.length);
  });

  it('has every row that a test names', () => {
    expect(Object.keys(told.tests).filter((id) => !ids.includes(Number(id)))).toEqual([]);
  });
});
