import { randomUUID } from 'node:crypto';
import type { Answer, Fields } from '../../support/test-browser.js';
import { aBody, type IntakeDesk, inZone, startIntakeDesk } from '../intake/intake-desk.js';
import { formSeen } from '../casework/casework-bench.js';

/** What must be shown to the letter wherever a person's words are shown. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><svg/onload=alert(1)>',
  "'><img src=x onerror=alert(1)>",
  '</textarea><script>x</script>',
  '--><iframe src=//evil.example>',
  '{{7*7}}',
  '${7*7}',
  '<%= 7*7 %>',
  '{{{this}}}',
  "{{constructor.constructor('return process')()}}",
  '{{#with this}}{{/with}}',
  '{{> layouts/desk}}',
  'javascript:alert(1)',
  'data:text/html,<script>x</script>',
  "' OR 1=1 --",
  '" UNION SELECT 1 --',
  '%27%20OR%201=1',
  '&lt;b&gt; &amp;amp;',
  '%253Cscript%253E',
  '=HYPERLINK("x")',
];

let desk: IntakeDesk;
let officer: Awaited<ReturnType<IntakeDesk['signInAs']>>;
let uprn: string;
beforeAll(async () => {
  desk = await startIntakeDesk();
  officer = await desk.signInAs('officer');
  uprn = await inZone(desk, null);
});
afterAll(() => desk.stop());

/** A case in which every field that takes free words holds these, claimed by the officer. */
async function aCaseSaying(words: string): Promise<{ reference: string; path: string }> {
  const body = aBody(uprn) as Record<string, Record<string, unknown>>;
  body['applicant'] = { ...body['applicant'], name: words };
  const said = { declaredMake: words, declaredColour: words.slice(0, 40), keeperName: words };
  body['vehicle'] = { ...body['vehicle'], ...said };
  const { status, body: answer } = await desk.send({ ...body, clientReference: words });
  expect([words, status]).toEqual([words, 201]);
  const reference = String(answer.reference);
  await desk.rows(
    "UPDATE applications SET status = 'in_review', claimed_by = ?, claimed_at = NOW() WHERE reference = ?",
    [officer.staff.id, reference],
  );
  return { reference, path: `/applications/${reference}` };
}

/** What only hostile words could have put on a page. */
function intruders({ $ }: Answer): number {
  const elements = $(
    'iframe, img:not([src^="/assets/"]), main svg:not([class]), script:not([src]), style, object, base',
  );
  const attributes = $('*').filter((_, element) =>
    Object.keys('attribs' in element ? element.attribs : {}).some((name) =>
      /^on|^style$/.test(name),
    ),
  );
  const links = $('a[href]').filter((_, a) =>
    /^\s*(javascript|data):/i.test($(a).attr('href') ?? ''),
  );
  return elements.length + attributes.length + links.length;
}

const versionOf = async (reference: string) =>
  Number(
    (await desk.rows('SELECT version FROM applications WHERE reference = ?', [reference]))[0]?.[
      'version'
    ],
  );

describe('hostile words', () => {
  it.each(HOSTILE)(
    'attack 109, attack 110, attack 130: %s stand on the case as they were typed and do nothing',
    async (words) => {
      const { reference, path } = await aCaseSaying(words);
      const form = async (fields: Fields) => ({
        ...formSeen(await versionOf(reference)),
        ...fields,
      });
      await officer.post(`${path}/notes`, await form({ words }));
      const page = await officer.get(path);
      expect(page.text).not.toContain('>49<');
      expect([page.status, intruders(page)]).toEqual([200, 0]);
      const shown = page.$('main').text();
      // The name, the make, the keeper and the note; nothing was decoded or worked out on the way.
      expect(shown.split(words).length - 1).toBeGreaterThanOrEqual(4);
      const rejecting = { reasons: 'other', words, privateNote: words, step: 'check' };
      const checked = await officer.post(`${path}/rejection`, await form(rejecting));
      expect([checked.status, intruders(checked)]).toEqual([200, 0]);
      expect(checked.$('#letter').text().replaceAll('\u200b', '')).toContain(words);
      const stale = await officer.post(`${path}/rejection`, {
        ...(await form({ ...rejecting, step: 'send' })),
        version: '1234',
      });
      expect([stale.status, intruders(stale)]).toEqual([409, 0]);
      expect(stale.text).not.toContain('>49<');
      expect(stale.$('textarea').first().text().trim()).toBe(words);
    },
  );

  it('of the client are refused where they are no text, and never name a column: attack 112, attack 113', async () => {
    for (const name of [{ type: 'Program', body: [] }, { status: 'approved' }, ['x'], 7]) {
      const body = aBody(uprn) as Record<string, Record<string, unknown>>;
      body['applicant'] = { ...body['applicant'], name };
      expect((await desk.send(body)).status).toBe(422);
    }
  });
});

describe('letters that a column of codes cannot hold', () => {
  it.each(['résident', '居民', 'ｒｅｓｉｄｅｎｔ', '😀'])(
    'are no permit type: %s is told so in words',
    async (permitType) => {
      const { status, body } = await desk.send(aBody(uprn, { permitType }));
      expect(status).toBe(422);
      expect(body.faults?.map(({ pointer, code }) => [pointer, code])).toContainEqual([
        '/permitType',
        'unknown_permit_type',
      ]);
    },
  );

  it.each(['é@example.com', 'ｏfficer@desk.example', '😀@example.com', 'a b@example.com'])(
    'are no account: %s gets the answer that every wrong password gets: attack 167',
    async (email) => {
      const visitor = desk.visitor();
      await visitor.get('/sign-in');
      const unknown = await visitor.post('/sign-in', {
        email: 'nobody@example.com',
        password: 'x',
      });
      const answer = await visitor.post('/sign-in', { email, password: 'x' });
      const told = ({ $ }: Answer) => $('.govuk-error-summary').text();
      expect([answer.status, told(answer)]).toEqual([unknown.status, told(unknown)]);
    },
  );
});

describe('one form for two cases', () => {
  it('decides one and is refused by the other, never with a fault of ours', async () => {
    const [one, other] = [await aCaseSaying('one'), await aCaseSaying('other')];
    const formId = randomUUID();
    const withdraw = async ({ reference, path }: typeof one) => {
      const fields = { ...formSeen(await versionOf(reference), formId), reason: 'asked_for' };
      const checked = await officer.post(`${path}/withdrawal`, { ...fields, step: 'check' });
      return officer.submit(checked, { step: 'send' });
    };
    expect((await withdraw(one)).status).toBe(303);
    expect((await withdraw(other)).status).toBe(409);
    const decided = await desk.rows('SELECT id FROM decisions WHERE form_id = ?', [formId]);
    expect(decided).toHaveLength(1);
  });
});
