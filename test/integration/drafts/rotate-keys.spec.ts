import { randomBytes } from 'node:crypto';
import { openDraft } from '../../../src/drafts/draft-seal.js';
import { readDraftKeys } from '../../../src/drafts/drafts.store.js';
import { rotateDraftKeys } from '../../../src/drafts/rotate-draft-keys.js';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { type Officer, type ReviewDesk, startReviewDesk } from '../review/review-desk.js';
import { type DraftsAt, draftsAt, WORDS } from './drafts-desk.js';

/** Drafts put under a new master key with the files of evidence (S10.2). */

let desk: ReviewDesk;
let officer: Officer;
let at: DraftsAt;
beforeAll(async () => {
  desk = await startReviewDesk();
  officer = await desk.signInAs('officer');
  at = draftsAt(desk, officer);
});
afterAll(() => desk.stop());

it('wraps every draft anew, once; what cannot be opened is counted and left', async () => {
  const places = [await at.aCase(), await at.aCase(), await at.aCase()];
  for (const { path } of places) await at.type(path, 'rejection', { words: WORDS });
  const { reader } = desk.app.get(Database);
  const [broken] = await readDraftKeys(reader, '', 1);
  await desk.database.dataSource.query('UPDATE drafts SET wrapped_key = ? WHERE id = ?', [
    `${broken?.wrappedKey.slice(0, -8)}AAAAAAAA`,
    broken?.id,
  ]);
  const { EVIDENCE_KEY, EVIDENCE_KEY_ID, UPLOADS_DIR } = desk.settings;
  const renewed = {
    ...{ UPLOADS_DIR, EVIDENCE_KEY: randomBytes(32).toString('base64'), EVIDENCE_KEY_ID: 'k9' },
    EVIDENCE_OLD_KEYS: `${EVIDENCE_KEY_ID}=${EVIDENCE_KEY}`,
  };
  const rotate = () =>
    rotateDraftKeys({ reader, unitOfWork: desk.app.get(UnitOfWork), settings: renewed });
  expect(await rotate()).toEqual({ rewrapped: 2, unusable: 1 });
  expect(await rotate()).toEqual({ rewrapped: 0, unusable: 1 });

  const rows: { id: string; content: Buffer; wrapped_key: string }[] =
    await desk.database.dataSource.query('SELECT id, content, wrapped_key FROM drafts');
  const keys = await readDraftKeys(reader, '', 10);
  const alone = { ...renewed, EVIDENCE_OLD_KEYS: '' };
  for (const place of keys.filter(({ id }) => id !== broken?.id)) {
    const row = rows.find(({ id }) => id === place.id);
    const sealed = { content: row?.content ?? Buffer.of(), wrappedKey: place.wrappedKey };
    expect(openDraft(sealed, place, alone)).toContain(WORDS);
  }
});
