import { aClient } from '../../builders/a-council.js';
import { pdf, photo, picture } from '../files/sample-files.js';
import { aBody, inZone, type IntakeDesk, multipart, startIntakeDesk } from './intake-desk.js';

let desk: IntakeDesk;
beforeAll(async () => {
  desk = await startIntakeDesk();
});
afterAll(() => desk.stop());

async function anArrived(): Promise<string> {
  const answer = await desk.send(aBody(await inZone(desk)));
  return answer.body.reference ?? '';
}

async function versionOf(reference: string): Promise<unknown> {
  const [row] = await desk.rows('SELECT version FROM applications WHERE reference = ?', [
    reference,
  ]);
  return row?.['version'];
}

describe('papers sent after their application', () => {
  it('are added once each, make an open form stale and stand on the timeline', async () => {
    const reference = await anArrived();
    const bill = await pdf();
    const first = await desk.addTo(reference, [['utility_bill', bill, 'bill.pdf']]);
    expect([first.status, first.body['papers']]).toEqual([
      201,
      [{ kind: 'utility_bill', position: 1, outcome: 'added' }],
    ]);
    expect(await versionOf(reference)).toBe(2);
    const again = await desk.addTo(reference, [['utility_bill', bill, 'bill.pdf']]);
    expect([again.status, again.body['papers']]).toEqual([
      200,
      [{ kind: 'utility_bill', position: 1, outcome: 'already_added' }],
    ]);
    expect(await versionOf(reference)).toBe(2);
    const stored = desk.storedFiles().length;
    const mixed = await desk.addTo(reference, [
      ['utility_bill', bill, 'bill.pdf'],
      ['v5c', await photo(), 'v5c.jpg'],
      ['v5c', await photo(), 'v5c once more.jpg'],
    ]);
    expect((mixed.body['papers'] as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual([
      'already_added',
      'added',
      'already_added',
    ]);
    expect(desk.storedFiles()).toHaveLength(stored + 2);
    const events = await desk.rows(
      `SELECT e.actor_kind FROM timeline_events e JOIN applications a ON a.id = e.application_id
        WHERE a.reference = ? AND e.type = 'evidence-received'`,
      [reference],
    );
    expect(events).toEqual([{ actor_kind: 'client' }, { actor_kind: 'client' }]);
  });

  it('are one paper when the same file is sent ten times at once', async () => {
    const reference = await anArrived();
    const scan = await picture();
    const stored = desk.storedFiles().length;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => desk.addTo(reference, [['v5c', scan, 'v5c.png']])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
    expect(desk.storedFiles()).toHaveLength(stored + 2);
    expect(await versionOf(reference)).toBe(2);
  });

  it('are refused once the application is decided, and leave no file', async () => {
    const reference = await anArrived();
    await desk.rows(`UPDATE applications SET status = 'rejected' WHERE reference = ?`, [reference]);
    const stored = desk.storedFiles().length;
    const answer = await desk.addTo(reference, [['v5c', await photo(), 'v5c.jpg']]);
    expect([answer.status, answer.body['title']]).toEqual([409, 'This application is decided']);
    expect(desk.storedFiles()).toHaveLength(stored);
    expect(await desk.quarantineEmpties()).toEqual([]);
  });

  it('are all refused when one of them is, with its own sentence', async () => {
    const reference = await anArrived();
    const answer = await desk.addTo(reference, [
      ['v5c', await photo(), 'v5c.jpg'],
      ['utility_bill', Buffer.from('MZ not a bill'), 'bill.pdf'],
    ]);
    expect(answer.status).toBe(422);
    expect(answer.body.faults).toEqual([
      {
        pointer: '/evidence/utility_bill',
        code: 'file_refused',
        words: expect.stringMatching(/^bill\.pdf: The file/) as string,
      },
    ]);
    expect(await versionOf(reference)).toBe(1);
    expect((await desk.addTo(reference, [])).status).toBe(422);
  });
});

describe('another client', () => {
  it('gets the same answer for a known application as for one that nobody has', async () => {
    const reference = await anArrived();
    const stranger = await aClient(desk.tx);
    const known = await desk.look(reference, stranger.key);
    const unknown = await desk.look('PD-0000-0000', stranger.key);
    const without = ({ body }: typeof known) => ({ ...body, reference: 'of the request' });
    expect([known.status, unknown.status]).toEqual([404, 404]);
    expect(without(known)).toEqual(without(unknown));
    const paper: [string, Buffer, string] = ['v5c', await photo(), 'v5c.jpg'];
    expect((await desk.addTo(reference, [paper], stranger.key)).status).toBe(404);
    expect((await desk.addTo('PD-0000-0000', [paper], stranger.key)).status).toBe(404);
    expect(await versionOf(reference)).toBe(1);
  });
});

describe('a multipart request', () => {
  const to = '/api/v1/applications';

  it.each([
    [
      'a file of another name',
      422,
      (form: FormData) => form.append('photo', new Blob(['x']), 'x.jpg'),
    ],
    ['a part of another name', 400, (form: FormData) => form.append('note', 'hello')],
    ['the application twice', 400, (form: FormData) => form.append('application', '{}')],
    [
      '11 files',
      422,
      (form: FormData) => {
        for (let n = 0; n < 11; n += 1)
          form.append('evidence[v5c]', new Blob([`${n}`]), `${n}.jpg`);
      },
    ],
    [
      'a file of 10 MB and a byte',
      413,
      (form: FormData) =>
        form.append('evidence[v5c]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'v5c.jpg'),
    ],
    ['hidden names', 400, (form: FormData) => form.append('__proto__[isAdmin]', 'true')],
  ])('with %s is refused with %i and leaves nothing', async (_, status, spoil) => {
    const form = multipart([], aBody(await inZone(desk)));
    spoil(form);
    const before = await desk.count('applications');
    const answer = await desk.call('POST', to, { body: form });
    expect(answer.status).toBe(status);
    expect(await desk.count('applications')).toBe(before);
    expect(await desk.quarantineEmpties()).toEqual([]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('needs an application that is JSON', async () => {
    const none = await desk.call('POST', to, {
      body: multipart([['v5c', await photo(), 'v.jpg']]),
    });
    const form = new FormData();
    form.append('application', '{"a":');
    const broken = await desk.call('POST', to, { body: form });
    expect([none.status, broken.status]).toEqual([400, 400]);
  });
});
