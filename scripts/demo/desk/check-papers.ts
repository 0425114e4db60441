import { currentPapers } from '../../../src/evidence/evidence.store.js';
import { findApplication } from '../../../src/applications/applications.store.js';
import { CheckPaper } from '../../../src/review/check-paper.js';
import { LookAtPaper } from '../../../src/review/look-at-paper.js';
import type { TypedCheck } from '../../../src/review/typed-check.rules.js';
import { paperKindTerms } from '../../../src/permit-types/paper-kinds.rules.js';
import { type LocalDate, londonDateOf } from '../../../src/shared/london-date.js';
import type { CurrentStaff } from '../../../src/staff/current-staff.js';
import type { DemoCase, DemoPaper } from '../plan/demo-case.js';
import type { DemoDesk } from './demo-desk.js';
import { paperOf } from './paper-of-a-case.js';

interface Checking {
  applicationId: string;
  demo: DemoCase;
  officer: CurrentStaff;
  /** Only the first so many. */
  papers?: number;
}

/** Looks at the papers and marks what a careful officer finds on them. */
export async function checkPapers(
  desk: DemoDesk,
  { applicationId, demo, officer, papers: most }: Checking,
): Promise<void> {
  const papers = await currentPapers(desk.reader, applicationId);
  for (const paper of papers.slice(0, most)) {
    const planned = demo.papers[paper.position - 1];
    const application = await findApplication(desk.reader, applicationId);
    if (!planned || !application) throw new Error(`${demo.key} has a paper that nobody planned.`);
    const look = { staffId: officer.id, paper, what: 'pages', isWithin: false } as const;
    await desk.use(LookAtPaper).run(look);
    const outcome = await desk.use(CheckPaper).run({
      reference: application.reference,
      position: paper.position,
      staffId: officer.id,
      version: application.version,
      typed: typedCheck(demo, planned, londonDateOf(paper.receivedAt)),
      isAllMatching: false,
    });
    if (!outcome.ok) throw new Error(`${demo.key} ${paper.kind}: ${JSON.stringify(outcome)}`);
  }
}

/** The form as that officer fills it in. */
export function typedCheck(demo: DemoCase, paper: DemoPaper, receivedOn: LocalDate): TypedCheck {
  const { facts, canSatisfy } = paperKindTerms(paper.kind);
  const truth = paperOf(demo, paper, receivedOn);
  const marks = Object.fromEntries(facts.map((fact) => [fact, paper.marks[fact] ?? 'matches']));
  const isSunk = Object.values(marks).some(
    (mark) => mark === 'does_not_match' || mark === 'cannot_tell',
  );
  const variations = facts.filter((fact) => marks[fact] === 'acceptable_variation');
  return {
    kind: paper.kind,
    mark: marks,
    why: Object.fromEntries(variations.map((fact) => [fact, paper.why ?? ''])),
    datedOn: marks['date'] === 'cannot_tell' ? {} : boxes(truth.datedOn),
    termFrom: boxes(truth.term?.from ?? null),
    termTo: boxes(truth.term?.to ?? null),
    documentReference: truth.reference ?? '',
    verdict: isSunk || !canSatisfy ? 'ask_again' : 'accept',
    note: '',
  };
}

function boxes(date: LocalDate | null) {
  if (date === null) return {};
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year };
}
