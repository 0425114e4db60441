import { randomUUID } from 'node:crypto';
import type { Application } from '../../../src/applications/applications.store.js';
import { ConflictOfInterest } from '../../../src/conflicts-of-interest/refuse-conflict.js';
import { PutOnHold } from '../../../src/put-on-hold/put-on-hold.js';
import { CheckPaper } from '../../../src/review/check-paper.js';
import { CorrectRegistration } from '../../../src/review/correct-registration.js';
import { localDate } from '../../../src/shared/london-date.js';
import { AskRegisterAgain } from '../../../src/vehicle-register/ask-register-again.js';
import { type ConflictDesk, startConflictDesk } from './conflict-desk.js';

/** R-COI-1: an interest declared after the page was let through is met by the act itself. */

let bench: ConflictDesk;
let officer: Awaited<ReturnType<ConflictDesk['desk']['addStaff']>>;
beforeAll(async () => {
  bench = await startConflictDesk();
  officer = await bench.desk.addStaff('officer');
});
afterAll(() => bench.desk.stop());

type Act = (application: Application) => Promise<{ ok: boolean }>;

const form = (application: Application) => ({
  ...{ applicationId: application.id, officer, seenVersion: application.version },
  formId: randomUUID(),
});
const order = ({ reference, version }: Application) => ({
  ...{ reference, version, staffId: officer.id, formId: randomUUID() },
});

const ACTS: [name: string, act: Act][] = [
  [
    'putting it on hold',
    (application) =>
      bench.desk.app.get(PutOnHold).run({
        ...form(application),
        ...{ reason: 'colleague', words: 'Ann looks it up.', wakeOn: localDate('2026-11-25') },
      }),
  ],
  [
    'checking a paper',
    (application) =>
      bench.desk.app.get(CheckPaper).run({
        ...{ ...order(application), position: 1, isAllMatching: false },
        typed: {
          ...{ kind: 'v5c', mark: {}, why: {}, datedOn: {}, termFrom: {}, termTo: {} },
          ...{ note: '', documentReference: '', verdict: 'ask_again' },
        },
      }),
  ],
  [
    'correcting the registration',
    (application) =>
      bench.desk.app.get(CorrectRegistration).run({
        ...order(application),
        typed: { registration: 'LG09RVK', reason: 'typing_slip', why: '' },
      }),
  ],
  [
    'asking the register',
    (application) => bench.desk.app.get(AskRegisterAgain).run(order(application)),
  ],
];

it.each(ACTS)(
  '%s is refused, and nothing changes; without an interest it is done',
  async (...of) => {
    const [, act] = of;
    const free = await bench.add((a) => a.inReviewBy(officer.id).withV5C());
    expect(await act(free)).toMatchObject({ ok: true });
    const touched = await bench.add((a) => a.inReviewBy(officer.id).withV5C());
    await bench.declare(officer.id, { kind: 'address', value: touched.uprn });
    const before = await bench.stateOf(touched.id);
    await expect(act(touched)).rejects.toBeInstanceOf(ConflictOfInterest);
    expect(await bench.stateOf(touched.id)).toEqual(before);
  },
);

it('ending a hold is refused, and nothing changes', async () => {
  const until = { onHoldUntil: new Date('2026-11-25T00:00:00Z') };
  const touched = await bench.add((a) => a.with(until));
  await bench.declare(officer.id, { kind: 'address', value: touched.uprn });
  const before = await bench.stateOf(touched.id);
  const ending = bench.desk.app.get(PutOnHold).end(form(touched));
  await expect(ending).rejects.toBeInstanceOf(ConflictOfInterest);
  expect(await bench.stateOf(touched.id)).toEqual(before);
});
