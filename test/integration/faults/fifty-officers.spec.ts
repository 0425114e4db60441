import { randomUUID } from 'node:crypto';
import { newChance } from '../../support/faults/chance.js';
import { partsOf, type DecisionParts } from '../../support/faults/decision-parts.js';
import {
  type FaultBench,
  type FaultCase,
  startFaultBench,
  type Web,
} from '../../support/faults/fault-bench.js';
import {
  addOfficer,
  fillApproval,
  type FilledForm,
  fillRejection,
  fillWithdrawal,
  type Officer,
  press,
} from '../../support/faults/officers.js';
import type { Answer } from '../../support/test-browser.js';

/** Two cores may be busy with many other things. */
const PATIENCE_MS = 300_000;
const OFFICERS = 50;
const ROUNDS = 2;
const APPROVALS = 6;
const chance = newChance('fifty officers');
let bench: FaultBench;
let webs: Web[];
let officers: Officer[];

beforeAll(async () => {
  bench = await startFaultBench();
  webs = await Promise.all([bench.startWeb(), bench.startWeb()]);
  officers = [];
  while (officers.length < OFFICERS) {
    const few = Array.from({ length: 5 }, () => addOfficer(bench, anyWeb().url));
    officers.push(...(await Promise.all(few)));
  }
}, PATIENCE_MS);
afterAll(() => bench.stop(), 30_000);

const anyWeb = () => chance.pick(webs);

/** The same form in a window of its own, filled in by somebody else perhaps. */
const inAnotherWindow = ({ path, fields }: FilledForm): FilledForm => {
  const others = Object.entries(fields).filter(([name]) => name !== '_csrf');
  return { path, fields: { ...Object.fromEntries(others), formId: randomUUID() } };
};

interface Press {
  by: Officer;
  form: FilledForm;
}

/** Everybody presses at the same moment, through both web processes. */
function pressTogether(presses: readonly Press[]): Promise<Answer[]> {
  return Promise.all(
    presses.map(({ by, form: { path, fields } }) =>
      press(by.at(anyWeb().url), { path, fields: { ...fields, privateNote: 'My own words' } }),
    ),
  );
}

/** One of everything, and all of it of the one outcome. */
function oneDecision(status: string): DecisionParts {
  const isApproved = status === 'approved';
  const kind = isApproved ? 'capture' : 'release';
  return {
    status,
    hasDecidedAt: true,
    decisions: [status],
    commands: [kind],
    letters: ['email'],
    jobs: [`${kind}-payment`, 'send-letter'],
    events: [`application-${status}`, 'letter-written', 'payment-requested'],
    slots: isApproved ? 1 : 0,
  };
}

/** One is sent on to the decision; 49 read in plain words what happened, who did it, and what they typed. */
async function expectOneDecision(added: FaultCase, answers: readonly Answer[]): Promise<void> {
  const refused = answers.filter(({ status }) => status === 409);
  const neither = answers.filter(({ status }) => status !== 303 && status !== 409);
  expect(neither.map(({ status, text }) => `${status} ${text}`)).toEqual([]);
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(refused).toHaveLength(OFFICERS - 1);
  const [parts] = await partsOf(bench, [added.id]);
  expect(parts).toEqual(oneDecision(parts?.status ?? ''));
  const [decider] = await bench.database.rows<{ name: string }>(
    `SELECT s.display_name AS name FROM decisions d JOIN staff_accounts s ON s.id = d.decided_by
      WHERE d.application_id = ?`,
    [added.id],
  );
  for (const { $, text } of refused) {
    expect($('h1').text()).toBe('This case has changed');
    expect($('textarea').text()).toContain('My own words');
    if (text.includes('Another officer holds this case')) continue;
    expect(text).toContain('This application has already been decided.');
    expect($('main').text()).toContain(decider?.name);
  }
}

const rounds = Array.from({ length: ROUNDS }, (_, index) => index + 1);

describe('fifty decisions about one case at the same moment (R6.2)', () => {
  it.each(rounds)(
    'by fifty officers: one approves or rejects, others withdraw or try what only its holder may, round %i',
    async () => {
      const holder = chance.pick(officers);
      const added = await bench.addCase(holder.id);
      const browser = holder.at(anyWeb().url);
      const own = await chance.pick([fillApproval, fillRejection])(browser, added);
      const withdrawal = await fillWithdrawal(browser, added);
      const forms = [withdrawal, withdrawal, withdrawal, await fillRejection(browser, added)];
      const presses = officers.map((by) => ({
        by,
        form: by === holder ? own : inAnotherWindow(chance.pick(forms)),
      }));
      await expectOneDecision(added, await pressTogether(presses));
    },
    PATIENCE_MS,
  );

  it.each(rounds)(
    'by its holder in fifty windows, approving in some and rejecting in others, round %i',
    async () => {
      const by = chance.pick(officers);
      const added = await bench.addCase(by.id);
      const browser = by.at(anyWeb().url);
      const rejection = await fillRejection(browser, added);
      const forms = officers.map(() => inAnotherWindow(rejection));
      // The permit's reference comes from the form, so each approval is a form of its own.
      for (let index = 0; index < APPROVALS; index += 1) {
        forms[Math.floor(chance.below(OFFICERS))] = await fillApproval(browser, added);
      }
      await expectOneDecision(added, await pressTogether(forms.map((form) => ({ by, form }))));
    },
    PATIENCE_MS,
  );
});
