import { approvalFactsOf } from '../../../src/approval-gate/approval-facts.queries.js';
import { approvalObstacles } from '../../../src/approval-gate/approval-obstacles.rules.js';
import { approvalTerms, termsKey } from '../../../src/approval/approval-terms.rules.js';
import { ApproveApplication } from '../../../src/approval/approve-application.js';
import { vehicleElsewhere } from '../../../src/approval/vehicle-elsewhere.queries.js';
import type { Asking } from '../../../src/ask-again/ask-again.rules.js';
import { AskForEvidence } from '../../../src/ask-again/ask-for-evidence.js';
import { askableOf } from '../../../src/ask-again/askable-of.js';
import { type CaseFile, caseFileOf } from '../../../src/case-file/case-file.queries.js';
import { moneyKey, moneyOf } from '../../../src/case-file/case-words.rules.js';
import { WriteNote } from '../../../src/case-notes/write-note.js';
import { ClaimCase } from '../../../src/claims/claim-case.js';
import type { ChosenReason } from '../../../src/decisions/rejection-reasons.rules.js';
import { answerPolicyOn } from '../../../src/policy/policy-book.rules.js';
import { usualAnswerBy } from '../../../src/evidence-requests/answer-by.rules.js';
import { RejectApplication } from '../../../src/rejection/reject-application.js';
import { londonDateOf } from '../../../src/shared/london-date.js';
import type { Outcome } from '../../../src/shared/outcome.js';
import { WithdrawApplication } from '../../../src/withdrawal/withdraw-application.js';
import type { DemoReason, StaffStep } from '../plan/demo-case.js';
import { checkPapers } from './check-papers.js';
import type { DemoDesk } from './demo-desk.js';
import { deciding, seen, type StepToDo, written } from './step-to-do.js';
import { workTogether } from './work-together.js';

type Deed = (desk: DemoDesk, todo: StepToDo, file: CaseFile) => Promise<Outcome<unknown, string>>;
type Named<Name extends StaffStep['do']> = Extract<StaffStep, { do: Name }>;

/** Does one step through the use case behind the page. @throws when it is refused. */
export async function doStep(desk: DemoDesk, todo: StepToDo): Promise<void> {
  const file = await caseFileOf(desk.reader, todo.application, desk.clock.now());
  const outcome = await deedOf(todo.step)(desk, todo, file);
  if (outcome.ok) return;
  const { key } = todo.demo;
  throw new Error(`${key}: ${todo.step.do} was refused: ${JSON.stringify(outcome)}`);
}

function deedOf(step: StaffStep): Deed {
  switch (step.do) {
    case 'claim':
      return (desk, todo) => desk.use(ClaimCase).claim(seen(todo));
    case 'release':
      return (desk, todo) => desk.use(ClaimCase).release(seen(todo));
    case 'note':
      return (desk, todo) => desk.use(WriteNote).run({ ...written(todo), words: step.words });
    case 'check':
      return async (desk, todo) => {
        await checkPapers(desk, { ...seen(todo), demo: todo.demo, papers: step.papers });
        return { ok: true };
      };
    case 'approve':
      return (desk, todo, file) => sampled(desk, step, () => approve(desk, todo, file));
    case 'reject':
      return (desk, todo, file) => sampled(desk, step, () => reject(desk, todo, file, step));
    case 'withdraw':
      return (desk, todo, file) =>
        desk.use(WithdrawApplication).run({
          ...deciding(todo, file),
          reason: { code: step.reason, ownWords: '' },
          moneyShown: moneyKey(moneyOf(file.payment)),
        });
    case 'ask':
      return (desk, todo, file) => ask(desk, todo, file, step);
    case 'hold':
    case 'take_over':
    case 'redact':
    case 'reopen':
    case 'review':
    case 'exception':
      return (desk, todo, file) => workTogether(desk, { ...todo, step }, file);
  }
}

/** Nobody chooses which decision is looked at twice: while this one is made, all are. */
async function sampled<T>(
  { settings }: DemoDesk,
  { isDrawn = false }: { isDrawn?: boolean },
  decide: () => Promise<T>,
): Promise<T> {
  const usual = settings.QUALITY_SAMPLE_PERCENT;
  settings.QUALITY_SAMPLE_PERCENT = isDrawn ? 100 : usual;
  try {
    return await decide();
  } finally {
    settings.QUALITY_SAMPLE_PERCENT = usual;
  }
}

const approve: Deed = async (desk, todo, file) => {
  const { formId } = todo;
  const facts = await approvalFactsOf(desk.reader, file, { now: desk.clock.now(), formId });
  const obstacles = approvalObstacles(facts);
  if (obstacles.length > 0) {
    throw new Error(`${todo.demo.key}: ${obstacles.map(({ words }) => words).join(' ')}`);
  }
  const elsewhere = await vehicleElsewhere(desk.reader, file.application, desk.clock.now());
  const termsShown = termsKey(approvalTerms(facts), facts, elsewhere);
  const vehicleReason = elsewhere.length > 0 ? 'The household has both permits, by the V5C.' : null;
  return desk.use(ApproveApplication).run({ ...deciding(todo, file), termsShown, vehicleReason });
};

function reject(desk: DemoDesk, todo: StepToDo, file: CaseFile, { reasons }: Named<'reject'>) {
  return desk.use(RejectApplication).run({
    ...deciding(todo, file),
    reasons: reasons.map((reason) => chosen(file, reason)),
    moneyShown: moneyKey(moneyOf(file.payment)),
  });
}

function ask(desk: DemoDesk, todo: StepToDo, file: CaseFile, { reasons }: Named<'ask'>) {
  const askable = askableOf(file);
  const things = reasons.map((reason) => {
    const found = askable.find(({ paperKind, reasons: offered }) =>
      reason.about ? paperKind === reason.about : !paperKind && offered.includes(reason.code),
    );
    if (!found) throw new Error(`${todo.demo.key}: ${reason.code} cannot be asked for.`);
    return { key: found.key, reason };
  });
  const asking: Asking = {
    asked: things.map(({ key }) => key),
    reason: Object.fromEntries(things.map(({ key, reason }) => [key, reason.code])),
    words: Object.fromEntries(things.map(({ key, reason }) => [key, reason.words ?? ''])),
  };
  const answerByOn = usualAnswerBy(
    londonDateOf(desk.clock.now()),
    answerPolicyOn(file.policy, londonDateOf(desk.clock.now())),
  );
  return desk.use(AskForEvidence).run({ ...deciding(todo, file), asking, answerByOn });
}

function chosen(file: CaseFile, { code, about, words }: DemoReason): ChosenReason {
  const paper = about ? file.papers.find(({ kind }) => kind === about) : undefined;
  return { code, paperKind: about ?? null, paperId: paper?.paperId ?? null, words: words ?? null };
}
