import { setTimeout as pause } from 'node:timers/promises';
import {
  ASKED_TEXTS,
  askWith,
  receipt,
  sendForm,
  storedIn,
  type Texts,
  waitingIn,
} from '../refund-exceptions/ask-with-paper.js';
import {
  addressOf,
  ask,
  type ExceptionsBench,
  type Granted,
  type StaffBrowser,
  startExceptionsBench,
} from '../refund-exceptions/exceptions-bench.js';

/** The form that carries a file, as no page of ours would send it (UPL, INJ, CSRF). */

let bench: ExceptionsBench;
let officer: StaffBrowser;
let granted: Granted;

beforeAll(async () => {
  bench = await startExceptionsBench();
  officer = await bench.desk.signInAs('officer');
  granted = await bench.granted(officer);
});
// Nobody sends more than twenty files a minute.
beforeEach(async () => {
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());
afterEach(async () => {
  for (let tries = 0; tries < 100 && waitingIn(bench).length > 0; tries += 1) await pause(20);
  expect(waitingIn(bench)).toEqual([]);
});

type Part = [name: string, value: string | Buffer, fileName?: string];

/** The parts in this order, byte for byte. */
async function sendParts(parts: readonly Part[], headers: Texts = {}) {
  const boundary = 'xXxBOUNDARYxXx';
  const body = Buffer.concat([
    ...parts.flatMap(([name, value, fileName]) => [
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${
          fileName === undefined ? '' : `; filename="${fileName}"`
        }\r\n\r\n`,
      ),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return officer.send('POST', `/applications/${granted.reference}/refund-exceptions`, {
    headers: {
      ...{ origin: officer.url, 'sec-fetch-site': 'same-origin' },
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...headers,
    },
    body: new Blob([new Uint8Array(body)]),
  });
}

async function drawn(): Promise<Part[]> {
  const form = await officer.get(`/applications/${granted.reference}/refund-exceptions/new`);
  const own = form.$('main form').last().serializeArray();
  const fields = { ...Object.fromEntries(own.map(({ name, value }) => [name, value])) };
  return Object.entries({ ...fields, ...ASKED_TEXTS });
}

const exceptions = () => bench.rows('refund_exceptions', granted.id);

it.each([
  ['another site', { origin: 'https://example.org', 'sec-fetch-site': 'cross-site' }],
  ['a sister site', { origin: 'https://x.example.org', 'sec-fetch-site': 'same-site' }],
])('from %s nothing is received', async (_, headers) => {
  const files = storedIn(bench);
  const parts: Part[] = [...(await drawn()), ['file', (await receipt()).content, 'a.pdf']];
  expect((await sendParts(parts, headers)).status).toBe(403);
  expect(storedIn(bench)).toEqual(files);
  expect(await exceptions()).toHaveLength(0);
});

it('without its token, or with the token only in the address, nothing is kept', async () => {
  const files = storedIn(bench);
  const all = await drawn();
  const parts: Part[] = all.filter(([name]) => name !== '_csrf');
  parts.push(['file', (await receipt()).content, 'a.pdf']);
  expect((await sendParts(parts)).status).toBe(403);
  expect(storedIn(bench)).toEqual(files);
  expect(await exceptions()).toHaveLength(0);
});

it.each<[string, Part[]]>([
  ['a hidden name', [['__proto__', 'x']]],
  ['a hidden name in brackets', [['__proto__[isAdmin]', '1']]],
  ['a hidden name within', [['amount[__proto__]', '1']]],
  ['constructor', [['constructor', 'x']]],
  ['constructor.prototype', [['constructor[prototype][x]', 'x']]],
  ['an amount that is a list', [['amount', '1']]],
  ['an amount that is an object', [['amount[x]', '1']]],
  ['words that are a list', [['words[]', 'x']]],
  ['a token that is a list', [['_csrf', 'x']]],
  ['a form id that is a list', [['formId', 'x']]],
  ['a version that is an object', [['version[a]', '1']]],
  ['a field nobody knows', [['requestedBy', 'somebody']]],
  ['half a character', [['words2', '\ud800']]],
  ['the null character', [['reason[\0]', 'x']]],
  ['a field beyond all depth', [[`a${'[a]'.repeat(40)}`, 'x']]],
  ['a huge index', [['amount[99999999]', 'x']]],
  [
    'a second file',
    [
      ['file', 'x', 'b.pdf'],
      ['file', 'y', 'c.pdf'],
    ],
  ],
  ['a file in another field', [['words', 'x', 'b.pdf']]],
  ['five hundred fields', Array.from({ length: 500 }, (_, at): Part => [`f${at}`, 'x'])],
])('with %s it is refused, and nothing is kept', async (_, more) => {
  const files = storedIn(bench);
  for (const parts of [
    [...(await drawn()), ...more],
    [...more, ...(await drawn())],
  ]) {
    const answer = await sendParts([...parts, ['file', (await receipt()).content, 'a.pdf']]);
    expect([400, 403, 413, 422]).toContain(answer.status);
  }
  expect(storedIn(bench)).toEqual(files);
  expect(await exceptions()).toHaveLength(0);
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
});

it('the name of a file is text, wherever it is told', async () => {
  const name = '"><img src=x onerror=alert(1)>.pdf';
  const answer = await askWith(officer, granted, { name, content: Buffer.from('no paper') });
  expect(answer.status).toBe(422);
  expect(answer.$('#file-error').text()).toContain('<img src=x');
  expect(answer.$('main img')).toHaveLength(0);
});

it('sent five times at once, it is one request with one paper', async () => {
  const own = await bench.granted(officer);
  const form = await officer.get(`/applications/${own.reference}/refund-exceptions/new`);
  const [before, paper] = [storedIn(bench).length, await receipt()];
  const sent = await Promise.all(
    Array.from({ length: 5 }, () => sendForm(officer, form, paper, ASKED_TEXTS)),
  );
  expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
  expect(await bench.rows('refund_exceptions', own.id)).toHaveLength(1);
  const papers = await bench.rows('evidence_papers', own.id);
  expect(papers.filter(({ kind }) => kind === 'refund_exception_paper')).toHaveLength(1);
  // One original and two page pictures.
  expect(storedIn(bench).length - before).toBe(3);
});

it('the paper of one case is no paper of another, and words are text', async () => {
  const [one, other] = [await bench.granted(officer), await bench.granted(officer)];
  await askWith(officer, one, await receipt());
  const [asked] = await bench.rows('refund_exceptions', one.id);
  const paper = String(asked?.['paper_id']);
  for (const granted of [one, other]) {
    const answer = await ask(officer, granted, { paper, amount: '1' });
    expect([answer.status, answer.$('#paper-error').text()]).toEqual([
      422,
      expect.stringContaining('Choose a paper of this case'),
    ]);
  }
  const words = '<script>alert(1)</script>{{constructor}}';
  expect((await ask(officer, other, { words })).status).toBe(303);
  const supervisor = await bench.desk.signInAs('supervisor');
  for (const query of [
    '',
    '?page=1&page=2',
    '?page=__proto__',
    '?rotate=-1&zoom=1e9',
    '?page[a]=1',
  ]) {
    const page = await supervisor.get(`${await addressOf(bench, other)}${query}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('&lt;script&gt;alert(1)');
    expect(page.text).not.toContain('<script>alert');
  }
  const support = await bench.desk.signInAs('support');
  const seen = await support.get(await addressOf(bench, one));
  expect([seen.status, seen.$('main img').length]).toEqual([200, 0]);
  const position = (await bench.rows('evidence_papers', one.id)).find(({ id }) => id === paper)?.[
    'position'
  ];
  const files = `/applications/${one.reference}/evidence/${String(position)}`;
  for (const path of ['', '/pages/1', '/original']) {
    expect((await support.get(`${files}${path}`)).status).toBe(403);
  }
  expect((await supervisor.get(files)).status).toBe(404);
  expect((await supervisor.get(files.replace(one.reference, other.reference))).status).toBe(404);
});

it('addresses that nobody draws are not found, and nothing fails', async () => {
  const supervisor = await bench.desk.signInAs('supervisor');
  await ask(officer, granted, { amount: '1' });
  const own = await addressOf(bench, granted);
  const [exceptionId, odd] = [own.split('/').at(-1) ?? '', crypto.randomUUID()];
  const ids = [
    '__proto__',
    'constructor',
    "'%20OR%201=1",
    'NaN',
    '1e999',
    '-1',
    '9'.repeat(30),
    odd,
  ];
  const addresses = ids.flatMap((id) => [
    `/applications/${granted.reference}/refund-exceptions/${id}`,
    `/applications/${granted.reference}/evidence/${id}/pages/1`,
    `/applications/${granted.reference}/evidence/1/pages/${id}`,
    `/applications/${id}/refund-exceptions/${exceptionId}`,
    `/refunds/${id}/another-way/new`,
    `/refunds/${id}/double-return/new`,
    `/reconciliation/differences/${id}`,
  ]);
  for (const address of addresses) {
    expect([address, (await supervisor.get(address)).status]).toEqual([address, 404]);
  }
  const formId = crypto.randomUUID();
  for (const id of ids) {
    const sent = [
      await supervisor.post(`/refunds/${id}/another-way`, { formId }),
      await supervisor.post(`/refunds/${id}/double-return`, { formId, words: 'x'.repeat(20) }),
      await supervisor.post(`/reconciliation/differences/${id}/corrections/${id}/answer`, {
        ...{ formId, answer: 'agree', words: '' },
      }),
      await supervisor.post(`/applications/${granted.reference}/refund-exceptions/${id}/reply`, {
        ...{ formId, version: '1', drawnAt: new Date().toISOString(), answer: 'approve' },
      }),
    ];
    expect([id, ...sent.map(({ status }) => status)]).toEqual([id, 404, 404, 404, 404]);
  }
});
