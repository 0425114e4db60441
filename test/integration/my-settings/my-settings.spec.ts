import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import type { Answer } from '../../support/test-browser.js';

/** Single keys are off until a person switches them on, for that person alone (C4, U3.8). */

let desk: TestApplication;
beforeAll(async () => {
  desk = await startTestApplication();
});
afterAll(() => desk.stop());

const FORM = 'form[action="/my-settings/shortcuts"]';
const keysOn = ({ $ }: Answer) => $('body').attr('data-shortcuts') ?? null;

describe('my settings', () => {
  it('say that single keys are off, and no page has any', async () => {
    const officer = await desk.signInAs('officer');
    const page = await officer.get('/my-settings');
    expect(page.status).toBe(200);
    expect(page.$('[name=isOn]').is(':checked')).toBe(false);
    expect(keysOn(page)).toBeNull();
    expect(page.$('dialog')).toHaveLength(0);
    expect(page.$('.desk-header a[href="/my-settings"]').text()).toContain(officer.staff.name);
  });

  it('switch them on for this person, on every page from then on, with the help in words', async () => {
    const officer = await desk.signInAs('officer');
    const page = await officer.get('/my-settings');
    const done = await officer.submit(page, { isOn: 'yes', act: 'save' }, FORM);
    expect([done.status, done.location]).toEqual([303, '/my-settings']);
    const queue = await officer.get('/queue');
    expect(JSON.parse(keysOn(queue) ?? '')).toMatchObject({
      alone: { j: 'next_page', a: 'approve', '?': 'help' },
      after_go: { q: 'go_queue', s: 'go_search' },
    });
    expect(queue.$('dialog#shortcuts').text()).toContain('Open “Approve”');
    expect(queue.$('a[data-shortcuts-open]').attr('href')).toBe('/my-settings');
    const other = await desk.signInAs('officer');
    expect(keysOn(await other.get('/queue'))).toBeNull();
  });

  it('take other keys, and put the usual ones back', async () => {
    const officer = await desk.signInAs('officer');
    const page = await officer.get('/my-settings');
    const own = { isOn: 'yes', act: 'save', 'keys[next_page]': 'D', 'keys[go_queue]': 'w' };
    await officer.submit(page, own, FORM);
    const changed = await officer.get('/my-settings');
    expect(changed.$('[name="keys[next_page]"]').val()).toBe('d');
    expect(JSON.parse(keysOn(changed) ?? '')).toMatchObject({
      alone: { d: 'next_page' },
      after_go: { w: 'go_queue' },
    });
    expect(keysOn(changed)).not.toContain('"j"');
    await officer.submit(changed, { act: 'usual' }, FORM);
    const usual = await officer.get('/my-settings');
    expect(usual.$('[name="keys[next_page]"]').val()).toBe('j');
    expect(usual.$('[name=isOn]').is(':checked')).toBe(true);
  });

  it.each([
    ['the same key twice', { 'keys[previous_page]': 'j' }, 'already the one for “Next page”'],
    ['no key', { 'keys[turn]': '' }, 'must be one letter, digit or sign'],
    ['a word', { 'keys[turn]': 'turn' }, 'must be one letter, digit or sign'],
  ])('refuse %s, keep what was typed and change nothing', async (_, typed, words) => {
    const officer = await desk.signInAs('officer');
    const page = await officer.get('/my-settings');
    const refused = await officer.submit(page, { isOn: 'yes', act: 'save', ...typed }, FORM);
    expect(refused.status).toBe(422);
    expect(refused.$('.govuk-error-summary').text()).toContain(words);
    expect(refused.$('title').text()).toMatch(/^Error: /);
    for (const [name, text] of Object.entries(typed)) {
      expect(refused.$(`[name="${name}"]`).val()).toBe(text);
    }
    expect(keysOn(await officer.get('/queue'))).toBeNull();
  });

  it.each([
    ['a field we do not know', { extra: 'x' }, 400],
    ['a token of another session', { _csrf: 'wrong' }, 403],
  ])('refuse %s', async (_, change, status) => {
    const officer = await desk.signInAs('officer');
    const page = await officer.get('/my-settings');
    const refused = await officer.submit(page, { isOn: 'yes', act: 'save', ...change }, FORM);
    expect(refused.status).toBe(status);
    expect(keysOn(await officer.get('/queue'))).toBeNull();
  });
});
