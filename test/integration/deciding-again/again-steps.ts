import type { BuiltApplication } from '../../builders/an-application.js';
import type { TestStaff } from '../../support/test-application.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';
import {
  type CaseToAdd,
  checkRejection,
  type DecidingBench,
  send,
} from '../deciding/deciding-bench.js';

export type Person = TestBrowser & { staff: TestStaff };

/** A case that this officer has rejected, through the pages. */
export async function aRejection(
  bench: DecidingBench,
  officer: Person,
  more: Omit<CaseToAdd, 'officerId'> = {},
): Promise<BuiltApplication & { uprn: string }> {
  const built = await bench.addCase({ officerId: officer.staff.id, ...more });
  const sent = await send(officer, await checkRejection(officer, built.application.reference));
  if (sent.status !== 303) throw new Error(`Rejecting answered ${sent.status}: ${sent.text}`);
  return built;
}

/** A free carer’s permit, with everything proved. */
export function free(officer: Person): Omit<CaseToAdd, 'officerId'> {
  return {
    pence: 0,
    change: (it) =>
      it
        .with({ permitTypeCode: 'essential_carer' })
        .withAcceptedPaper('proof_of_care', officer.staff.id),
  };
}

export const WHY = 'We read the date on your bill wrongly. It is in date.';

/** Fills in the form that takes a rejection up again, as far as the page that shows the letter. */
export async function checkReopening(
  supervisor: TestBrowser,
  reference: string,
  typed: Record<string, string> = {},
): Promise<Answer> {
  const form = await supervisor.get(`/applications/${reference}/reopening/new`);
  return supervisor.submit(form, { who: 'queue', reason: WHY, step: 'check', ...typed });
}

/** The state of a case that decides whether anything changed. */
export async function standing(bench: DecidingBench, id: string) {
  const [row] = await bench.desk.database.dataSource.query<
    { status: string; round: number; version: number; claimed_by: string | null }[]
  >('SELECT status, round, version, claimed_by FROM applications WHERE id = ?', [id]);
  return row;
}
