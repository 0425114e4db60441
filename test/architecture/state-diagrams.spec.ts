import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATE_DIAGRAMS } from '../../scripts/docs/state-diagrams.js';

const folder = join(process.cwd(), 'docs', 'states');

describe('docs/states', () => {
  it('holds these diagrams and no others', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(STATE_DIAGRAMS).sort());
  });

  it.each(Object.keys(STATE_DIAGRAMS))(
    '%s is what the table says today (npm run docs:states)',
    (name) => {
      expect(readFileSync(join(folder, name), 'utf8')).toBe(STATE_DIAGRAMS[name]);
    },
  );
});
