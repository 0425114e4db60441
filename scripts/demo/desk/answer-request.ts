import type { Application } from '../../../src/applications/applications.store.js';
import { readAnswerDesk } from '../../../src/evidence-answers/answer.queries.js';
import { TakeAnswer } from '../../../src/evidence-answers/take-answer.js';
import { requestsOf } from '../../../src/evidence-requests/evidence-requests.store.js';
import { londonDateOf } from '../../../src/shared/london-date.js';
import type { DemoCase, DemoStep } from '../plan/demo-case.js';
import type { DemoDesk } from './demo-desk.js';
import { fileOf } from './send-application.js';

interface Answer {
  demo: DemoCase;
  application: Application;
  step: Extract<DemoStep, { do: 'answer' }>;
}

/** The resident sends the papers through his link. */
export async function answerRequest(
  desk: DemoDesk,
  { demo, application, step }: Answer,
): Promise<void> {
  const [request] = await requestsOf(desk.reader, application.id);
  const answering = request && (await readAnswerDesk(desk.reader, request.id));
  if (!answering) throw new Error(`${demo.key}: nothing was asked for.`);
  const receivedOn = londonDateOf(desk.clock.now());
  const files = await Promise.all(
    step.papers.map(async (paper, index) => {
      const { file } = await fileOf(desk, { demo, paper, receivedOn });
      return { ...file, field: `file-${request.items[index]?.id ?? ''}` };
    }),
  );
  const taken = await desk.use(TakeAnswer).run(answering, { ok: true, files }, {});
  if (!taken.isSettled) throw new Error(`${demo.key}: ${JSON.stringify(taken.faults)}`);
}
