import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface House {
  readonly forbidden: readonly { name: string; from: { path?: string | string[] } }[];
}

const house = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as House;
const drawing = readFileSync('docs/architecture.md', 'utf8');

/** The folders of a storey as the rule of that name has them. */
function checked(rule: string): string[] {
  const path = house.forbidden.find(({ name }) => name === rule)?.from.path;
  return String(path)
    .replace(/^.*\((.*)\)\/$/, '$1')
    .split('|')
    .sort();
}

/** The folders of a storey as the drawing names them, up to the line that says what they are. */
function drawn(storey: string): string[] {
  const lines = drawing.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`  ${storey} `));
  const names = [lines[first]?.replace(storey, '') ?? ''];
  for (const line of lines.slice(first + 1)) {
    if (line.includes('; ')) break;
    names.push(line);
  }
  return names.join(' ').trim().split(/\s+/).sort();
}

describe('the drawing of the house', () => {
  it.each([
    ['WORKFLOWS', 'workflows-do-not-import-each-other'],
    ['RECORDS', 'records-import-down'],
  ])('names every folder of the %s that the imports are checked by', (storey, rule) => {
    expect(checked(rule).length).toBeGreaterThan(20);
    expect(drawn(storey)).toEqual(checked(rule));
  });
});
