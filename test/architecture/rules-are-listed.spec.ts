import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.cwd();
const listed = readFileSync(join(root, 'docs/rules.md'), 'utf8');

function cited(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap(
      (name) => readFileSync(join(root, folder, name), 'utf8').match(/\bR-[A-Z0-9]+-\d+\b/g) ?? [],
    );
}

/** "R-VRM-1 to R-VRM-3" lists three rules. */
function covers(rule: string): boolean {
  if (new RegExp(`\\b${rule}\\b`).test(listed)) return true;
  const [, family, number] = /^(R-[A-Z0-9]+)-(\d+)$/.exec(rule) ?? [];
  return [...listed.matchAll(/(R-[A-Z0-9]+)-(\d+) to R-[A-Z0-9]+-(\d+)/g)].some(
    ([, of, from, to]) =>
      of === family && Number(from) <= Number(number) && Number(number) <= Number(to),
  );
}

describe('docs/rules.md', () => {
  it('lists every rule that the code names', () => {
    const missing = [...new Set([...cited('src'), ...cited('test'), ...cited('scripts')])].filter(
      (rule) => !covers(rule),
    );
    expect(missing).toEqual([]);
  });
});
