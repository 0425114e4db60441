// @ts-check
/** `npm run reset`: forgets the private servers' data, so that the next start begins anew with the demo data. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockFolder } from './private-servers/folder-lock.mjs';
import { endLeftOvers } from './private-servers/left-overs.mjs';
import { PlainFault, runScript, say } from './private-servers/say.mjs';
import { forgetData } from './set-up/stored-data.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(project, '.permit-desk');

await runScript(async () => {
  const lock = lockFolder(folder, ' for a reset');
  if (!lock.ok) {
    throw new PlainFault(
      `Permit Desk is running (process ${lock.holder.pid})${lock.holder.note}. Stop it first; nothing was forgotten.`,
    );
  }
  try {
    await endLeftOvers(folder);
    const { uploadsKept } = forgetData(project);
    say('The data is forgotten. The next npm start begins anew with the demo data.');
    if (uploadsKept)
      say('uploads/ was left alone: evidence of a database of your own may lie in it.');
  } finally {
    lock.release();
  }
  return 0;
});
