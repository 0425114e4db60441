import type { TestBrowser } from '../../support/test-browser.js';
import type { TestStaff } from '../../support/test-application.js';
import {
  checkRejection,
  type DecidingBench,
  send,
  startDecidingBench,
} from '../deciding/deciding-bench.js';

let bench: DecidingBench;
let officer: TestBrowser & { staff: TestStaff };
let administrator: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startDecidingBench();
  officer = await bench.desk.signInAs('officer');
  administrator = await bench.desk.signInAs('administrator');
});
afterAll(() => bench.stop());

const REJECTION = '/administration/letters/application_rejected';
const LAST_LINE = 'You may not park as a permit holder until we have approved a permit.';

/** Changes one sentence of the rejection, through the pages. */
async function publishRejection(sentence: string, start: Record<string, string> = {}) {
  const page = await administrator.get(`${REJECTION}/edit`);
  const body = String(page.$('#body').val()).replace(LAST_LINE, sentence);
  const checked = await administrator.submit(page, { body, step: 'check', ...start });
  expect(checked.status).toBe(200);
  return administrator.submit(checked, { step: 'publish' });
}

const changes = () => bench.desk.database.dataSource.query('SELECT * FROM policy_changes');
const versionsOf = (subject: string) =>
  bench.desk.database.dataSource.query(
    'SELECT version, in_force_from, written_by FROM wording_versions WHERE subject = ? ORDER BY version',
    [subject],
  );

describe('the words of a letter', () => {
  it('reach the officer’s preview and the letter that is sent, byte for byte (U7.1)', async () => {
    const sent = await publishRejection('Please wait for our next letter.');
    expect([sent.status, sent.location]).toEqual([303, REJECTION]);
    const { application } = await bench.addCase({ officerId: officer.staff.id });
    const checked = await checkRejection(officer, application.reference);
    expect(checked.text).toContain('Please wait for our next letter.');
    expect((await send(officer, checked)).status).toBe(303);
    const [letter] = await bench.rows('letters', application.id);
    expect(letter?.['wording_version']).toBe('3');
    expect(String(letter?.['body'])).toContain('\n\nPlease wait for our next letter.\n\n');
    expect(await changes()).toMatchObject([
      { subject: 'letter:application_rejected', changed_by: administrator.staff.id },
    ]);
  });

  it('that change under an officer’s eyes are shown again before anything is sent', async () => {
    const { application } = await bench.addCase({ officerId: officer.staff.id });
    const checked = await checkRejection(officer, application.reference);
    await administrator.get(REJECTION);
    const page = await administrator.get(`${REJECTION}/edit`);
    const body = String(page.$('#body').val()).replace('Please wait', 'Do wait');
    const check = await administrator.submit(page, { body, step: 'check' });
    expect((await administrator.submit(check, { step: 'publish' })).status).toBe(303);

    const refused = await send(officer, checked);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('The letter has changed since you checked it');
    expect(refused.text).toContain('Do wait for our next letter.');
    expect(await bench.rows('decisions', application.id)).toEqual([]);
    expect((await send(officer, refused)).status).toBe(303);
    const [letter] = await bench.rows('letters', application.id);
    expect(String(letter?.['body'])).toContain('Do wait for our next letter.');
  });

  it('hold from the start of a day in London when so chosen', async () => {
    const page = await administrator.get(`${REJECTION}/edit`);
    const body = String(page.$('#body').val()).replace('Do wait', 'Now wait');
    const start = { when: 'day', 'from[day]': '27', 'from[month]': '3', 'from[year]': '2027' };
    const check = await administrator.submit(page, { body, step: 'check', ...start });
    expect(check.text).toContain('27 March 2027');
    expect((await administrator.submit(check, { step: 'publish' })).status).toBe(303);
    const { application } = await bench.addCase({ officerId: officer.staff.id });
    expect((await checkRejection(officer, application.reference)).text).toContain('Do wait');
    const shown = await administrator.get(REJECTION);
    expect(shown.text).toMatch(/Holds from 27 March 2027/);
    expect(shown.text).toContain('In force now');
  });

  it('published by two at once: the second is told, and keeps what was typed', async () => {
    const other = await bench.desk.signInAs('administrator');
    const mine = await administrator.get('/administration/letters/application_withdrawn/edit');
    const theirs = await other.get('/administration/letters/application_withdrawn/edit');
    const change = (page: typeof mine, words: string) => ({
      body: `${String(page.$('#body').val())}\n\n${words}`,
    });
    const theirCheck = await other.submit(theirs, { ...change(theirs, 'Theirs.'), step: 'check' });
    const myCheck = await administrator.submit(mine, { ...change(mine, 'Mine.'), step: 'check' });
    expect((await other.submit(theirCheck, { step: 'publish' })).status).toBe(303);
    const before = await versionsOf('letter:application_withdrawn');
    const refused = await administrator.submit(myCheck, { step: 'publish' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('published version 3');
    expect(refused.$('textarea').text()).toContain('Mine.');
    expect(await versionsOf('letter:application_withdrawn')).toEqual(before);
  });

  it('sent twice by the same form are one version', async () => {
    const page = await administrator.get('/administration/letters/evidence_reminder/edit');
    const body = `${String(page.$('#body').val())}\n\nThank you.`;
    const check = await administrator.submit(page, { body, step: 'check' });
    const twice = await Promise.all([
      administrator.submit(check, { step: 'publish' }),
      administrator.submit(check, { step: 'publish' }),
    ]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await versionsOf('letter:evidence_reminder')).toHaveLength(2);
  });

  it('with a fault are shown again with its place, and everything typed', async () => {
    const page = await administrator.get(`${REJECTION}/edit`);
    const typed = {
      subject: 'Hallo ((nam))',
      body: 'No reasons here',
      text: 'Short',
      step: 'check',
    };
    const refused = await administrator.submit(page, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Line 1, character 7: there is no ((nam)). Use');
    expect(refused.text).toContain('Say ((reasons)) somewhere outside every ((if …))');
    expect(refused.$('#subject').val()).toBe('Hallo ((nam))');
    expect(refused.$('.govuk-error-summary a[href="#body"]').length).toBeGreaterThan(0);
  });

  it('are tried on sample cases, and nothing is saved', async () => {
    const before = await changes();
    const page = await administrator.get(`${REJECTION}/edit`);
    const tried = await administrator.submit(page, { step: 'try' });
    expect(tried.status).toBe(200);
    expect(tried.text).toContain('Held payment, several reasons or papers');
    expect(tried.text).toContain('You were not charged');
    expect(tried.text).toContain('By post to');
    expect(await changes()).toEqual(before);
  });

  it.each(['((unknown))', "{{lookup this 'constructor'}}", '{{> partial}}', '((constructor))'])(
    'name the placeholder that there is not, attack 111: %s',
    async (hostile) => {
      const before = await changes();
      for (const path of [REJECTION, '/administration/reasons/unreadable']) {
        const page = await administrator.get(`${path}/edit`);
        const field = path === REJECTION ? 'body' : 'wording';
        const typed = `${String(page.$(`#${field}`).val())} ${hostile}`;
        const refused = await administrator.submit(page, { [field]: typed, step: 'publish' });
        expect(refused.status).toBe(422);
        expect(refused.$('.govuk-error-summary').text()).toContain(hostile.slice(0, 12));
        expect(refused.$(`#${field}`).val()).toBe(typed);
      }
      expect(await changes()).toEqual(before);
    },
  );

  it('never become mark-up', async () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<%= 7*7 %> ${7*7} #{7*7}',
      '"><svg onload=alert(1)>',
      '<a href="javascript:alert(1)">x</a>',
    ].join('\n\n');
    const page = await administrator.get('/administration/letters/application_approved/edit');
    const body = `${String(page.$('#body').val())}\n\n${hostile}`;
    const check = await administrator.submit(page, { body, step: 'check' });
    for (const shown of [check, await administrator.submit(check, { step: 'change' })]) {
      expect(shown.status).toBe(200);
      expect(shown.$('main script, main img, main svg, main a[href^="javascript:"]')).toHaveLength(
        0,
      );
    }
    expect(check.$('main').text()).toContain('<script>alert(1)</script>');
    expect((await administrator.submit(check, { step: 'publish' })).status).toBe(303);
    const shown = await administrator.get('/administration/letters/application_approved');
    expect(shown.$('main script, main img, main svg')).toHaveLength(0);
  });
});

describe('who may', () => {
  it.each([
    ['supervisor', 200, 403],
    ['auditor', 200, 403],
    ['officer', 403, 403],
    ['support', 403, 403],
  ] as const)('%s: see %i, change %i', async (role, see, change) => {
    const person = await bench.desk.signInAs(role);
    expect((await person.get(REJECTION)).status).toBe(see);
    expect((await person.get(`${REJECTION}/edit`)).status).toBe(change);
    const posted = await person.post(REJECTION, { version: '1', step: 'publish' });
    expect(posted.status).toBe(change);
  });
});

describe('a reason', () => {
  it('that is retired is not offered, and old decisions still print it', async () => {
    const before = await bench.addCase({ officerId: officer.staff.id });
    await send(officer, await checkRejection(officer, before.application.reference, ['duplicate']));
    const page = await administrator.get('/administration/reasons/duplicate/edit');
    const today = { 'retired[day]': '20', 'retired[month]': '11', 'retired[year]': '2026' };
    const check = await administrator.submit(page, { ...today, step: 'check' });
    expect(check.status).toBe(200);
    expect((await administrator.submit(check, { step: 'publish' })).status).toBe(303);

    const { application } = await bench.addCase({ officerId: officer.staff.id });
    const form = await officer.get(`/applications/${application.reference}/rejection/new`);
    expect(form.$('input[value="duplicate"]')).toHaveLength(0);
    const refused = await officer.submit(form, { reasons: 'duplicate', step: 'check' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('no longer used');
    const old = await officer.get(`/applications/${before.application.reference}`);
    expect(old.text).toContain('Duplicate application');
  });

  it('that is new is offered at once and sent in its words', async () => {
    const page = await administrator.get('/administration/reasons/new');
    const check = await administrator.submit(page, {
      ...{ label: 'Bay suspended', appliesTo: 'application', order: '500' },
      wording: 'The bays in ((if zone))zone ((zone))((else))your street((end)) are suspended.',
      ...{ bring: 'Apply again when they are open.', step: 'check' },
    });
    expect(check.status).toBe(200);
    const twice = await Promise.all([
      administrator.submit(check, { step: 'publish' }),
      administrator.submit(check, { step: 'publish' }),
    ]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    const { application } = await bench.addCase({ officerId: officer.staff.id });
    const preview = await checkRejection(officer, application.reference, ['bay_suspended']);
    expect(preview.text).toMatch(/The bays in zone Z\d+ are suspended\./);
    expect((await send(officer, preview)).status).toBe(303);
  });
});
