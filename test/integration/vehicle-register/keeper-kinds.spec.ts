import { load } from 'cheerio';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import type { PaperKind } from '../../../src/permit-types/paper-kinds.rules.js';
import type { KeeperKind } from '../../../src/permit-types/permit-type.rules.js';
import { renewStamp } from '../../../src/policy/policy-stamp.store.js';
import type { ApplicationBuilder } from '../../builders/an-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { type RegisterDesk, startRegisterDesk } from './register-desk.js';

let desk: RegisterDesk;
let officer: TestBrowser & { staff: { id: string } };

beforeAll(async () => {
  desk = await startRegisterDesk({});
  officer = await desk.signInAs('officer');
});
afterAll(() => desk.stop());

interface Keeper {
  kind: Exclude<KeeperKind, 'own'>;
  /** What serves as the vehicle's paper. */
  vehicle: PaperKind;
  second: PaperKind;
  task: string;
}

const KEEPERS: Keeper[] = [
  {
    kind: 'company',
    vehicle: 'v5c',
    second: 'company_letter',
    task: 'Company car: letter from the company that keeps the vehicle',
  },
  {
    kind: 'lease_hire',
    vehicle: 'v5c',
    second: 'lease_agreement',
    task: 'Leased or hired vehicle: lease or hire agreement',
  },
  {
    kind: 'motability',
    vehicle: 'v5c',
    second: 'motability_certificate',
    task: 'Motability vehicle: Motability certificate',
  },
  {
    kind: 'courtesy',
    vehicle: 'v5c',
    second: 'garage_agreement',
    task: 'Courtesy car: garage’s courtesy car agreement',
  },
  {
    kind: 'just_bought',
    vehicle: 'new_keeper_slip',
    second: 'insurance_certificate',
    task: 'Vehicle just bought: certificate of motor insurance',
  },
];

async function aCase(kind: KeeperKind, papers: PaperKind[]) {
  const { id } = officer.staff;
  const plan = (one: ApplicationBuilder) =>
    ['utility_bill' as const, ...papers].reduce(
      (building, paper) => building.withAcceptedPaper(paper, id),
      one.inReviewBy(id).free().with({ keeperKind: kind }),
    );
  const { path } = await desk.addCase(plan);
  const words = async (at: string, selector: string) =>
    load((await officer.get(`${path}${at}`)).text)(selector)
      .text()
      .replace(/\s+/g, ' ')
      .trim();
  return { path, words };
}

describe.each(KEEPERS)(
  'a vehicle of the kind $kind (R-V5C-7)',
  ({ kind, vehicle, second, task }) => {
    it('has a task for its second paper, which stands in the way of an approval', async () => {
      const { words } = await aCase(kind, [vehicle]);
      expect(await words('', '[aria-labelledby=needs]')).toMatch(new RegExp(`${task}.*No paper`));
      expect(await words('/approval/new', 'main')).toContain(`${task}: no paper has come`);
    });

    it('can be asked for it, by name', async () => {
      const { words } = await aCase(kind, [vehicle]);
      expect(await words('/evidence-requests/new', 'main')).toContain(task);
    });

    it('is proved by both papers, each for itself', async () => {
      const { words } = await aCase(kind, [vehicle, second]);
      expect(await words('', '[aria-labelledby=needs]')).toMatch(new RegExp(`${task} Proved`));
      expect(await words('/approval/new', 'main')).not.toContain('no paper has come');
    });

    it('is not proved by the second paper of another kind', async () => {
      const other = second === 'company_letter' ? 'garage_agreement' : 'company_letter';
      const { words } = await aCase(kind, [vehicle, other]);
      expect(await words('', '[aria-labelledby=needs]')).toMatch(new RegExp(`${task}.*No paper`));
    });
  },
);

it('asks no second paper of the applicant’s own vehicle', async () => {
  const { words } = await aCase('own', ['v5c']);
  expect(await words('', '[aria-labelledby=needs]')).not.toMatch(/No paper|Company car/);
});

it('follows the table, as it stood on the day the application came', async () => {
  await desk.app.get(UnitOfWork).run(async (tx) => {
    await tx.query(
      `UPDATE permit_evidence_needs SET valid_to = '2026-11-16'
        WHERE permit_type_code = 'resident' AND need = 'keeper_motability'`,
    );
    await tx.query(
      `INSERT INTO permit_evidence_needs
         (permit_type_code, need, valid_from, paper_kinds, display_order)
       VALUES ('resident', 'keeper_motability', '2026-11-17', 'insurance_certificate', 40)`,
    );
    await renewStamp(tx);
  });
  const { words } = await aCase('motability', ['v5c', 'motability_certificate']);
  const needs = await words('', '[aria-labelledby=needs]');
  expect(needs).toMatch(/Motability vehicle: certificate of motor insurance.*No paper/);
});
