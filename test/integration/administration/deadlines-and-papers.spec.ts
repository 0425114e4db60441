import type { TestBrowser } from '../../support/test-browser.js';
import type { TestStaff } from '../../support/test-application.js';
import { caseFileOr404 } from '../../../src/case-file/case-file-or-404.js';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import {
  findPermitType,
  listEvidenceNeeds,
} from '../../../src/permit-types/permit-types.queries.js';
import { listSettings, policyBook } from '../../../src/policy/policy-book.queries.js';
import { answerPolicyOn } from '../../../src/policy/policy-book.rules.js';
import { putSetting } from '../../../src/policy/policy-settings.store.js';
import { keptByStamp } from '../../../src/policy/policy-stamp.queries.js';
import { renewStamp } from '../../../src/policy/policy-stamp.store.js';
import { localDate } from '../../../src/shared/london-date.js';
import { type DecidingBench, startDecidingBench } from '../deciding/deciding-bench.js';

let bench: DecidingBench;
let administrator: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startDecidingBench();
  administrator = await bench.desk.signInAs('administrator');
});
afterAll(() => bench.stop());

const DEADLINES = '/administration/deadlines';
const reader = () => bench.desk.app.get(Database).reader;
const sql = (text: string, values: unknown[] = []) =>
  bench.desk.database.dataSource.query(text, values);
const day = (text: string) => {
  const [year = '', month = '', date = ''] = text.split('-');
  return { when: 'day', 'from[day]': date, 'from[month]': month, 'from[year]': year };
};

async function publish(path: string, fields: Record<string, string | string[]>) {
  const checked = await administrator.submit(await administrator.get(path), {
    ...fields,
    step: 'check',
  });
  expect(checked.status).toBe(200);
  return { checked, sent: await administrator.submit(checked, { step: 'publish' }) };
}

describe('a deadline', () => {
  it('changed from a day on holds from that day in London, and before it what held then', async () => {
    const { checked, sent } = await publish(`${DEADLINES}/answer_usual_days`, {
      value: '12',
      ...day('2026-11-21'),
    });
    expect(checked.$('main').text()).toContain('From 21 November 2026: 12 working days.');
    expect([sent.status, sent.location]).toEqual([303, `${DEADLINES}/answer_usual_days`]);
    const book = await policyBook(reader());
    expect(answerPolicyOn(book, localDate('2026-11-20')).usualWorkingDays).toBe(10);
    expect(answerPolicyOn(book, localDate('2026-11-21')).usualWorkingDays).toBe(12);
    const list = await administrator.get(DEADLINES);
    expect(list.$('main').text()).toContain('12 working days from 21 November 2026');
    const [change] = await sql(`SELECT * FROM policy_changes WHERE subject LIKE 'setting:%'`);
    expect(change).toMatchObject({
      changed_by: administrator.staff.id,
      before_text: '10 working days',
      after_text: '12 working days',
      // Midnight in London, which in winter is midnight in UTC.
      holds_from: new Date('2026-11-21T00:00:00.000Z'),
    });
  });

  it('begins at London’s midnight in summer too', async () => {
    await publish(`${DEADLINES}/answer_grace_days`, { value: '15', ...day('2027-06-01') });
    const [change] = await sql(
      `SELECT holds_from FROM policy_changes WHERE subject = 'setting:answer_grace_days'`,
    );
    expect(change).toMatchObject({ holds_from: new Date('2027-05-31T23:00:00.000Z') });
  });

  it.each([
    ['a past day', { value: '9', ...day('2026-11-19') }, 'must be today or later'],
    ['no day', { value: '9', when: 'day' }, 'The day it holds from'],
    ['no start', { value: '9', when: '' }, 'Choose from when it holds'],
    ['too many', { value: '61', when: 'now' }, 'Enter a whole number from 1 to 60'],
    ['no number', { value: '1e1', when: 'now' }, 'Enter a whole number from 1 to 60'],
    ['shorter than the shortest', { value: '4', when: 'now' }, 'must not be longer than the usual'],
  ])('refuses %s, keeps what was typed, changes nothing', async (_name, fields, words) => {
    const before = await sql('SELECT * FROM policy_settings ORDER BY name, valid_from');
    const form = await administrator.get(`${DEADLINES}/answer_usual_days`);
    const refused = await administrator.submit(form, { ...fields, step: 'publish' });
    expect(refused.status).toBe(422);
    expect(refused.$('.govuk-error-summary').text()).toContain(words);
    expect(refused.$('#value').val()).toBe(fields.value);
    expect(await sql('SELECT * FROM policy_settings ORDER BY name, valid_from')).toEqual(before);
  });

  it('changed by two at once: the second is told of the first', async () => {
    const other = await bench.desk.signInAs('administrator');
    const path = `${DEADLINES}/hold_most_days`;
    const [mine, theirs] = [await administrator.get(path), await other.get(path)];
    const fields = (value: string) => ({ value, when: 'now', step: 'check' });
    const myCheck = await administrator.submit(mine, fields('20'));
    const theirCheck = await other.submit(theirs, fields('21'));
    expect((await other.submit(theirCheck, { step: 'publish' })).status).toBe(303);
    const refused = await administrator.submit(myCheck, { step: 'publish' });
    expect(refused.status).toBe(409);
    expect(refused.$('main').text()).toContain('You had chosen: 20 days.');
    // The same form again is the same act.
    expect((await other.submit(theirCheck, { step: 'publish' })).status).toBe(303);
    const changes = await sql(
      `SELECT after_text FROM policy_changes WHERE subject = 'setting:hold_most_days'`,
    );
    expect(changes).toEqual([{ after_text: '21 days' }]);
  });
});

describe('the time to decide', () => {
  it('changed from tomorrow leaves applications received today as they are', async () => {
    const { sent } = await publish(`${DEADLINES}/target-resident`, {
      value: '8',
      ...day('2026-11-21'),
    });
    expect(sent.status).toBe(303);
    const on = async (text: string) =>
      (await findPermitType(reader(), 'resident', localDate(text)))?.targetWorkingDays;
    expect([await on('2026-11-20'), await on('2026-11-21'), await on('2027-11-21')]).toEqual([
      5, 8, 8,
    ]);
  });
});

describe('the papers asked for', () => {
  it('changed from a day on count for what is received from then on', async () => {
    const path = '/administration/evidence/essential_carer/care';
    const { sent } = await publish(path, {
      paperKinds: ['proof_of_care', 'blue_badge'],
      ...day('2026-12-01'),
    });
    expect(sent.status).toBe(303);
    const kinds = async (text: string) =>
      (await listEvidenceNeeds(reader(), 'essential_carer', localDate(text))).find(
        ({ need }) => need === 'care',
      )?.paperKinds;
    expect(await kinds('2026-11-30')).toEqual(['proof_of_care']);
    expect(await kinds('2026-12-01')).toEqual(['proof_of_care', 'blue_badge']);
  });

  it('that are no longer asked for end the day before', async () => {
    const path = '/administration/evidence/disabled_resident/blue_badge';
    await publish(path, { paperKinds: [], ...day('2026-12-01') });
    const has = async (text: string) =>
      (await listEvidenceNeeds(reader(), 'disabled_resident', localDate(text))).some(
        ({ need }) => need === 'blue_badge',
      );
    expect([await has('2026-11-30'), await has('2026-12-01')]).toEqual([true, false]);
    expect((await administrator.get(path)).$('main').text()).toContain('Not asked for');
  });
});

describe('a bank holiday', () => {
  it('added is left out of every age at once, in every process; removed it counts again', async () => {
    const { application } = await bench.addCase({ officerId: administrator.staff.id });
    const file = () => caseFileOr404(reader(), application.reference, bench.desk.clock.now());
    expect((await file()).policy.holidays.has(localDate('2027-05-12'))).toBe(false);
    const path = '/administration/bank-holidays';
    const fields = { 'on[day]': '12', 'on[month]': '5', 'on[year]': '2027', title: 'Jubilee' };
    const { sent } = await publish(path, fields);
    expect(sent.status).toBe(303);
    expect((await file()).policy.holidays.has(localDate('2027-05-12'))).toBe(true);
    expect((await administrator.get(path)).$('main').text()).toContain('Jubilee');
    const check = await administrator.get(`${path}/2027-05-12/removal/new`);
    expect((await administrator.submit(check)).status).toBe(303);
    expect((await file()).policy.holidays.has(localDate('2027-05-12'))).toBe(false);
    const changes = await sql(`SELECT * FROM policy_changes WHERE subject = 'holiday:2027-05-12'`);
    expect(changes).toHaveLength(2);
  });

  it('of the past is never removed', async () => {
    const path = '/administration/bank-holidays/2026-08-31/removal';
    expect((await administrator.get(`${path}/new`)).status).toBe(404);
    await administrator.post(path, { step: 'publish' });
    expect(await sql(`SELECT 1 FROM bank_holidays WHERE holiday_on = '2026-08-31'`)).toHaveLength(
      1,
    );
  });
});

describe('reading the policy', () => {
  it('reads it whole once, and again only when somebody has changed it', async () => {
    let loads = 0;
    const read = keptByStamp((one) => {
      loads += 1;
      return listSettings(one);
    });
    for (let time = 0; time < 5; time += 1) await read(reader());
    expect(loads).toBe(1);
    await publish(`${DEADLINES}/answer_remind_days`, { value: '2', when: 'now' });
    const after = await read(reader());
    await read(reader());
    expect(loads).toBe(2);
    expect(after).toContainEqual(expect.objectContaining({ name: 'answer_remind_days', value: 2 }));
  });

  it('keeps nothing of a change that did not come to pass', async () => {
    const before = await policyBook(reader());
    const work = bench.desk.app.get(UnitOfWork).run(async (tx) => {
      await putSetting(tx, {
        name: 'answer_usual_days',
        validFrom: localDate('2026-11-20'),
        value: 44,
      });
      await renewStamp(tx);
      expect((await policyBook(tx)).settings).toContainEqual(
        expect.objectContaining({ value: 44 }),
      );
      throw new Error('given up');
    });
    await expect(work).rejects.toThrow('given up');
    expect(await policyBook(reader())).toEqual(before);
  });
});
