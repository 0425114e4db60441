import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { CommitOutcomeUnknown } from '../../../src/platform/database/typeorm-unit-of-work.js';
import { pdf } from '../files/sample-files.js';
import { type AskAgainBench, sendAnswer, startAskAgainBench } from './ask-again-bench.js';

let bench: AskAgainBench;
beforeAll(async () => {
  bench = await startAskAgainBench();
});
afterAll(() => bench.stop());

it('keeps the files of an answer whose commit was done and never confirmed', async () => {
  const officer = await bench.desk.signInAs('officer');
  const built = await bench.addCase(officer.staff.id);
  const link = await bench.ask(officer, built);
  const before = await bench.filesKept();
  const unitOfWork = bench.desk.app.get(UnitOfWork);
  const run = unitOfWork.run.bind(unitOfWork);
  unitOfWork.run = async <T>(work: Parameters<typeof run<T>>[0]): Promise<T> => {
    await run(work);
    throw new CommitOutcomeUnknown(new Error('The connection was lost.'));
  };
  const answer = await sendAnswer(bench, link, {
    files: [{ field: 'file-1', name: 'bill.pdf', content: await pdf(2) }],
  });
  unitOfWork.run = run;
  expect(answer.status).toBe(503);
  const sent = (await bench.rows('evidence_papers', built.application.id)).at(-1);
  expect(sent).toMatchObject({ position: 3, kind: 'utility_bill' });
  const added = (await bench.filesKept()).filter((name) => !before.includes(name));
  expect(added.join()).toContain(String(sent?.['storage_name']));
  const pages = await bench.desk.database.dataSource.query(
    'SELECT storage_name FROM evidence_pages WHERE paper_id = ?',
    [sent?.['id']],
  );
  expect(added).toHaveLength(1 + pages.length);
});
