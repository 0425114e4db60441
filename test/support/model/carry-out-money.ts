import { OpenCardPageJob } from '../../../src/payment-again/open-card-page.job.js';
import type { ActOf } from './acts.js';
import type { ModelDesk } from './model-desk.js';
import { caseOf } from './plain-desk.js';
import { NOT_IN_ZONE } from './reasons.js';
import type { Outcome, Stage } from './stage.js';
import type { UseCases } from './use-cases.js';

type AboutMoney = ActOf<'ask_exception' | 'answer_exception' | 'take_back' | 'ask_payment'>;

export function aboutMoney(
  { desk, plain }: Stage,
  use: UseCases,
  act: AboutMoney,
): Promise<Outcome> {
  const { uprn } = caseOf(plain, act.id);
  const [officer, seenVersion] = [desk.staff[act.by], act.seen];
  const form = { applicationId: act.id, uprn, officer, seenVersion, formId: act.formId };
  switch (act.do) {
    case 'ask_exception': {
      const { pence: amountPence, isAskedByResident } = act;
      const told = { reason: 'other', words: 'She moved away.', paperId: null } as const;
      return use.askException.run({ ...form, asked: { amountPence, isAskedByResident, ...told } });
    }
    case 'answer_exception': {
      const { exceptionId, answer } = act;
      const words = answer === 'decline' ? 'The permit was used.' : '';
      return use.answerException.run({ ...form, exceptionId, answer, words, letterShown: null });
    }
    case 'take_back':
      return use.takeBack.run({ ...form, exceptionId: act.exceptionId });
    case 'ask_payment':
      return use.askPayment.run({ ...form, letterShown: null });
  }
}

/** The resident opens his link, is led to the card page, pays and comes back. */
export async function payAgain(
  desk: ModelDesk,
  use: UseCases,
  { id: applicationId, requestId }: ActOf<'pay_again'>,
): Promise<Outcome> {
  const begun = await use.beginPayment.run({ requestId, applicationId, mayBegin: true });
  if (!begun.ok) return begun;
  const job = desk.worker.get(OpenCardPageJob);
  await job.run(begun.tryId);
  const [page] = await desk.rows<{ url: string | null }>(
    'SELECT card_page_url AS url FROM payment_tries WHERE id = ?',
    [begun.tryId],
  );
  if (!page?.url) throw new Error('The resident is led to no card page.');
  await fetch(page.url);
  const body = new URLSearchParams({ outcome: 'pay' });
  await fetch(page.url, { method: 'POST', body, redirect: 'manual' });
  await job.run(begun.tryId);
  return { ok: true };
}

/** The list is sent, and the worker rejects what is on it. */
export async function rejectMany(
  desk: ModelDesk,
  use: UseCases,
  { formId, by, chosen, sampled, wordsKey }: ActOf<'reject_all'>,
): Promise<string> {
  const wasSent = (await desk.rows('SELECT 1 FROM bulk_runs WHERE id = ?', [formId])).length;
  desk.settings.QUALITY_SAMPLE_PERCENT = sampled ? 100 : 0;
  await use.rejectMany.run({
    ...{ formId, by: desk.staff[by], wordsKey, back: '/queue' },
    chosen: chosen.map(({ reference, seen }) => ({ reference, seenVersion: seen })),
    ...{ reasons: [NOT_IN_ZONE], privateNote: null },
  });
  await use.rejectInBulk.run(formId);
  return wasSent > 0 ? 'same' : becameOf(desk, formId);
}

/** What became of each case of a list. */
export async function becameOf(desk: ModelDesk, runId: string): Promise<string> {
  const came = await desk.rows<{ why: string | null }>(
    'SELECT why FROM bulk_run_cases WHERE run_id = ? ORDER BY position',
    [runId],
  );
  return came.map(({ why }) => why ?? 'ok').join();
}
