import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STATE_DIAGRAMS } from './state-diagrams.js';

const folder = join(process.cwd(), 'docs', 'states');
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(STATE_DIAGRAMS))
  await writeFile(join(folder, name), text);
console.log(`Wrote ${Object.keys(STATE_DIAGRAMS).length} diagrams to docs/states.`);
