import { rotateDraftKeys } from '../../src/drafts/rotate-draft-keys.js';
import { rotateKeys } from '../../src/evidence/rotate-keys.js';
import { readSettings } from '../../src/platform/config/read-settings.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { fileStoreOptions } from '../../src/platform/files/master-keys.js';
import { readArguments, runCommand, Told } from '../staff/command.js';

const USAGE = 'npm run evidence:rotate-keys';
const PAPERS_A_BATCH = 50;

await runCommand(async ({ dataSource, unitOfWork }) => {
  readArguments({}, USAGE);
  const settings = readSettings(process.env);
  const rotation = await rotateKeys({
    reader: dataSource.manager,
    unitOfWork,
    store: new FileStore(fileStoreOptions(settings)),
    papersABatch: PAPERS_A_BATCH,
    afterBatch: ({ rewrapped, current }) =>
      console.log(`${rewrapped} keys wrapped anew, ${current} were already.`),
  });
  const drafts = await rotateDraftKeys({ reader: dataSource.manager, unitOfWork, settings });
  console.log(`${drafts.rewrapped} keys of drafts wrapped anew.`);
  if (drafts.unusable > 0) console.error(`${drafts.unusable} drafts could not be opened any more.`);
  const { rewrapped, current, unusable } = rotation;
  for (const { storageName, because } of unusable) console.error(`${storageName}: ${because}`);
  if (unusable.length > 0) {
    throw new Told(
      `${unusable.length} keys could not be unwrapped. Keep every old key in EVIDENCE_OLD_KEYS until they can (docs/runbook.md).`,
    );
  }
  console.log(
    `All ${rewrapped + current} keys are under ${settings.EVIDENCE_KEY_ID}. EVIDENCE_OLD_KEYS can be emptied.`,
  );
});
