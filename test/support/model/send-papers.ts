import { lockApplication, touchApplication } from '../../../src/applications/applications.store.js';
import { isDecided } from '../../../src/applications/application-status.rules.js';
import { allPapers } from '../../../src/evidence/evidence.store.js';
import type { StoredPaperFiles } from '../../../src/evidence/paper-files.js';
import { findPaperById } from '../../../src/evidence/virus-checks.store.js';
import { writePapers } from '../../../src/intake/write-papers.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { aPageFile } from '../../builders/an-application.js';
import type { ActOf } from './acts.js';
import type { Outcome, Stage } from './stage.js';
import type { UseCases } from './use-cases.js';

/** The rows of a file that a paper consists of; storing and drawing it has tests of its own. */
function storedPaper(
  { id, applicationId }: { id: string; applicationId: string },
  virusCheck: 'waiting' | 'not_scanned',
): StoredPaperFiles {
  const { storageName, wrappedKey, bytes, sha256 } = aPageFile();
  const file = { originalName: 'paper.pdf', contentType: 'application/pdf', bytes, sha256 };
  const rows = { storageName, wrappedKey, virusCheck, virusCheckedAt: null, bindingVersion: 1 };
  return { paper: { id, applicationId, ...file, ...rows, contentMark: null }, pages: [] };
}

/** As `AddEvidence` does once the file is stored. */
export async function addPaper(
  { desk }: Stage,
  { unitOfWork, paperFiles }: UseCases,
  act: ActOf<'add_paper'>,
): Promise<Outcome> {
  const at = desk.clock.now();
  const actor = { kind: 'client', id: desk.clientId } as const;
  const stored = storedPaper(
    { id: act.paperId, applicationId: act.id },
    act.waits ? 'waiting' : 'not_scanned',
  );
  return unitOfWork.run(async (tx) => {
    const application = await lockApplication(tx, act.id);
    if (!application || isDecided(application.status)) return { ok: false, refusal: 'closed' };
    if ((await allPapers(tx, act.id)).some(({ id }) => id === act.paperId)) return { ok: true };
    await writePapers(tx, { applicationId: act.id, actor, at, paperFiles }, [
      { kind: act.kind, ...stored },
    ]);
    await touchApplication(tx, application);
    return { ok: true };
  });
}

export async function concludeVirusCheck(
  { desk }: Stage,
  use: UseCases,
  act: ActOf<'virus'>,
): Promise<Outcome> {
  const paper = await findPaperById(desk.app.get(Database).reader, act.paperId);
  if (paper) await use.virus.run(paper, act.found);
  return { ok: true };
}

export function answer(use: UseCases, act: ActOf<'answer'>): Promise<Outcome> {
  const files = storedPaper({ id: act.paperId, applicationId: act.id }, 'waiting');
  return use.answer.run({
    requestId: act.requestId,
    applicationId: act.id,
    papers: [{ itemId: '1', kind: act.kind, files }],
    fields: [{ itemId: '1', kind: act.kind, cannotSend: '' }],
    hasFaults: false,
  });
}
