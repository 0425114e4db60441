import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../src/platform/web/project-folder.js';

const script = join(projectFolder(), 'test/integration/model/plants/check-plants.mjs');

describe('the faults that the models must notice', () => {
  it('can all be planted: each of their lines stands in its file, once', () => {
    expect(spawnSync(process.execPath, [script], { encoding: 'utf8' }).stdout).toBe('');
  });
});
