import { randomUUID } from 'node:crypto';
import { ApproveApplication } from '../../../src/approval/approve-application.js';
import { RejectApplication } from '../../../src/rejection/reject-application.js';
import type { CurrentStaff } from '../../../src/staff/current-staff.js';
import type { BuiltApplication } from '../../builders/an-application.js';
import type { TestStaff } from '../../support/test-application.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';
import {
  approve,
  checkRejection,
  type DecidingBench,
  send,
  startDecidingBench,
} from './deciding-bench.js';

/** Many requests, and the machine may be busy. */
const PATIENCE_MS = 120_000;

let bench: DecidingBench;
let officer: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startDecidingBench();
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());

const FIFTY = Array.from({ length: 50 }, (_, index) => index);

async function expectOneDecision({ application }: BuiltApplication) {
  const [decision, ...more] = await bench.rows('decisions', application.id);
  const isApproved = decision?.['outcome'] === 'approved';
  expect(more).toEqual([]);
  expect(await bench.rows('payment_commands', application.id)).toMatchObject([
    { kind: isApproved ? 'capture' : 'release' },
  ]);
  expect(await bench.rows('letters', application.id)).toHaveLength(1);
  expect(await bench.rows('permits', application.id)).toHaveLength(isApproved ? 1 : 0);
  const [row] = await bench.desk.database.dataSource.query<{ status: string; version: number }[]>(
    'SELECT status, version FROM applications WHERE id = ?',
    [application.id],
  );
  expect(row).toEqual({ status: decision?.['outcome'], version: application.version + 1 });
}

describe('many decide one case at once (R6.2)', () => {
  it(
    '50 tabs of the officer who holds it: one 303, 49 times 409 that says who and when',
    async () => {
      const built = await bench.addCase({ officerId: officer.staff.id });
      const { reference } = built.application;
      const pages = await Promise.all(
        FIFTY.map((index) =>
          index % 2 === 0
            ? officer.get(`/applications/${reference}/approval/new`)
            : checkRejection(officer, reference),
        ),
      );
      bench.desk.clock.advance({ seconds: 5 });
      const answers = await Promise.all(pages.map((page) => send(officer, page)));
      const refused = answers.filter(({ status }) => status === 409);
      expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
      expect(refused).toHaveLength(49);
      for (const answer of refused) expectWhoAndWhen(answer);
      await expectOneDecision(built);
    },
    PATIENCE_MS,
  );

  it(
    '50 officers, of whom one holds it: his decision, 49 clear refusals',
    async () => {
      const built = await bench.addCase({ officerId: officer.staff.id });
      const staff = await Promise.all(FIFTY.slice(1).map(() => bench.desk.addStaff('officer')));
      const shown = await officer.get(`/applications/${built.application.reference}/approval/new`);
      const terms = String(shown.$('input[name="terms"]').attr('value'));
      const formId = String(shown.$('input[name="formId"]').attr('value'));
      const outcomes = await Promise.all(
        [...staff, officer.staff].map((person, index) =>
          index % 2 === 0 && person !== officer.staff
            ? reject(built, person)
            : decide(built, person, {
                formId: person === officer.staff ? formId : randomUUID(),
                terms,
              }),
        ),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]));
      expect(refusals).toHaveLength(49);
      for (const refusal of refusals) expect(['already_decided', 'not_yours']).toContain(refusal);
      expect(await bench.rows('decisions', built.application.id)).toMatchObject([
        { decided_by: officer.staff.id },
      ]);
      await expectOneDecision(built);
    },
    PATIENCE_MS,
  );

  it(
    'approval and rejection in the same moment, over and over: always exactly one',
    async () => {
      for (let round = 0; round < 10; round += 1) {
        const built = await bench.addCase({ officerId: officer.staff.id });
        const { reference } = built.application;
        const [approval, rejection] = await Promise.all([
          officer.get(`/applications/${reference}/approval/new`),
          checkRejection(officer, reference),
        ]);
        const answers = await Promise.all([send(officer, approval), send(officer, rejection)]);
        expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
        await expectOneDecision(built);
      }
    },
    PATIENCE_MS,
  );
});

describe('the last place at a property (R-LIM-1)', () => {
  it(
    'goes to one of two approved at once; the other is told why',
    async () => {
      for (let round = 0; round < 5; round += 1) {
        const uprn = await bench.addProperty();
        const first = await bench.addCase({ officerId: officer.staff.id, uprn });
        expect((await approve(officer, first.application.reference)).sent.status).toBe(303);
        const rivals = [
          await bench.addCase({ officerId: officer.staff.id, uprn }),
          await bench.addCase({ officerId: officer.staff.id, uprn }),
        ];
        const pages = await Promise.all(
          rivals.map(({ application }) =>
            officer.get(`/applications/${application.reference}/approval/new`),
          ),
        );
        const answers = await Promise.all(pages.map((page) => send(officer, page)));
        expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
        const refused = answers.find(({ status }) => status === 409);
        expect(refused?.text).toContain('may have 2 permits at one time and has 2');
        expect(await placesAt(uprn)).toBe(2);
      }
    },
    PATIENCE_MS,
  );
});

function expectWhoAndWhen(answer: Answer) {
  expect(answer.text).toMatch(/already been decided/);
  const changes = answer.$('.govuk-list--spaced').text();
  expect(changes).toMatch(/Application (approved|rejected)/);
  expect(changes).toContain(officer.staff.name);
}

const asStaff = ({ id, name, role }: TestStaff): CurrentStaff => ({ id, name, role });

function decide(
  { application }: BuiltApplication,
  person: TestStaff,
  { formId, terms }: { formId: string; terms: string },
) {
  return bench.desk.app.get(ApproveApplication).run({
    applicationId: application.id,
    uprn: application.uprn,
    officer: asStaff(person),
    seenVersion: application.version,
    formId,
    privateNote: null,
    termsShown: terms,
  });
}

function reject({ application }: BuiltApplication, person: TestStaff) {
  return bench.desk.app.get(RejectApplication).run({
    applicationId: application.id,
    uprn: application.uprn,
    officer: asStaff(person),
    seenVersion: application.version,
    formId: randomUUID(),
    reasons: [{ code: 'not_in_zone', paperKind: null, paperId: null, words: null }],
    privateNote: null,
    moneyShown: 'held-5500',
  });
}

async function placesAt(uprn: string): Promise<number> {
  const [row] = await bench.desk.database.dataSource.query<{ held: string }[]>(
    'SELECT COUNT(*) AS held FROM property_slots WHERE uprn = ?',
    [uprn],
  );
  return Number(row?.held);
}
