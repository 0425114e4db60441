import type { CaseFile } from '../../../src/case-file/case-file.queries.js';
import { moneyKey, moneyOf } from '../../../src/case-file/case-words.rules.js';
import { TakeOverCase } from '../../../src/claims/take-over-case.js';
import { RequestException } from '../../../src/exception-desk/request-exception.js';
import { ReopenRejection } from '../../../src/overturn/reopen-rejection.js';
import { PutOnHold } from '../../../src/put-on-hold/put-on-hold.js';
import { readPageOnDesk } from '../../../src/redaction/page-on-desk.queries.js';
import { RedactPage } from '../../../src/redaction/redact-page.js';
import { OpenReview } from '../../../src/reviews-of-decision/open-review.js';
import { addDays, londonDateOf } from '../../../src/shared/london-date.js';
import type { Outcome } from '../../../src/shared/outcome.js';
import type { StaffStep } from '../plan/demo-case.js';
import type { DemoDesk } from './demo-desk.js';
import { deciding, seen, type StepToDo } from './step-to-do.js';

type Named<Name extends StaffStep['do']> = Extract<StaffStep, { do: Name }>;
type TogetherStep = Named<'hold' | 'take_over' | 'redact' | 'reopen' | 'review' | 'exception'>;

/** What colleagues do with each other's cases, through the use cases behind the pages. */
export function workTogether(
  desk: DemoDesk,
  todo: StepToDo<TogetherStep>,
  file: CaseFile,
): Promise<Outcome<unknown, string>> {
  const { step, formId } = todo;
  const today = londonDateOf(desk.clock.now());
  switch (step.do) {
    case 'hold': {
      const { reason, words } = step;
      const wakeOn = addDays(today, step.days);
      return desk.use(PutOnHold).run({ ...seen(todo), formId, reason, words, wakeOn });
    }
    case 'take_over':
      return desk.use(TakeOverCase).run({ ...seen(todo), formId, reason: step.reason });
    case 'redact':
      return redact(desk, todo, step);
    case 'reopen':
      return desk.use(ReopenRejection).run({
        ...deciding(todo, file),
        who: 'queue',
        reason: step.reason,
        moneyShown: moneyKey(moneyOf(file.payment, file.commands)),
      });
    case 'exception': {
      const { pence: amountPence, reason, words, isAskedByResident } = step;
      const asked = { amountPence, reason, words, isAskedByResident, paperId: null };
      const { uprn } = todo.application;
      return desk.use(RequestException).run({ ...seen(todo), uprn, formId, asked });
    }
    case 'review': {
      const { channel, asked } = step;
      const opening = { ...deciding(todo, file), channel, asked, receivedOn: today };
      return desk.use(OpenReview).run(opening);
    }
  }
}

async function redact(desk: DemoDesk, todo: StepToDo, step: Named<'redact'>) {
  const { reference, version } = todo.application;
  const place = { reference, position: step.paper, pageNumber: 1 };
  const found = await readPageOnDesk(desk.reader, place, desk.clock.now());
  if (!found) throw new Error(`${todo.demo.key} has no page to black out.`);
  return desk.use(RedactPage).run({
    ...{ paper: found.paper.paper, page: found.page, staffId: todo.officer.id },
    ...{ version, formId: todo.formId, boxes: step.boxes, reason: step.why },
  });
}
