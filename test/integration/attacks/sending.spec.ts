import { randomUUID } from 'node:crypto';
import { photo, photoWithPlace, SECRET_PLACE } from '../files/sample-files.js';
import { openFile } from '../../support/files-host.js';
import {
  aBody,
  type IntakeDesk,
  inZone,
  type PaperSent,
  startIntakeDesk,
} from '../intake/intake-desk.js';

const bill = (content: Buffer | string, name: string): PaperSent => [
  'utility_bill',
  Buffer.from(content),
  name,
];

let desk: IntakeDesk;
let reference: string;
let officer: Awaited<ReturnType<IntakeDesk['signInAs']>>;
let jpeg: Buffer;
beforeAll(async () => {
  desk = await startIntakeDesk();
  officer = await desk.signInAs('officer');
  jpeg = await photo(200, 150);
  reference = String((await desk.send(aBody(await inZone(desk)))).body.reference);
});
afterAll(() => desk.stop());

const papersKept = () => desk.count('evidence_papers');

describe('hostile files', () => {
  it('attack 79: are too many at once', async () => {
    const papers = Array.from({ length: 11 }, () => bill(jpeg, 'a.jpg'));
    expect((await desk.addTo(reference, papers)).status).toBe(422);
    expect(await papersKept()).toBe(0);
  });

  it.each([
    [101, 'a field name 5,000 deep', `a${'[a]'.repeat(5000)}`],
    [104, '__proto__', '__proto__'],
    [104, 'constructor[prototype][x]', 'constructor[prototype][x]'],
    [101, 'application[x]', 'application[x]'],
  ])('attack %i: are refused by their field: %s', async (_row, _what, name) => {
    const body = new FormData();
    body.append(name, 'x');
    const answer = await desk.call('POST', `/api/v1/applications/${reference}/evidence`, { body });
    expect([400, 422]).toContain(answer.status);
    expect(({} as { x?: string }).x).toBeUndefined();
  });
});

describe('files that hide something', () => {
  const NAME = '..\\../etc/a\u202Egpj.<img onerror=x>"\r\n%00.jpg';
  const TAIL = 'PK\x03\x04 a program behind the picture';

  it('attack 86, attack 95, attack 98, attack 100, attack 106, attack 107: are shown as our own pictures, under names that are text', async () => {
    const content = Buffer.concat([await photoWithPlace(), Buffer.from(TAIL + randomUUID())]);
    const body = multipartByHand(NAME, content);
    const answer = await desk.call('POST', `/api/v1/applications/${reference}/evidence`, body);
    expect(answer.status).toBe(201);
    const paper = `/applications/${reference}/evidence/1`;
    const headers = { accept: 'text/html', range: `bytes=${'0-,'.repeat(900)}0-` };
    const shown = await openFile(await officer.get(`${paper}/pages/1?type=text/html`), { headers });
    expect(shown.status).toBe(200);
    expect(shown.headers['content-type']).toBe('image/jpeg');
    expect(shown.headers['x-content-type-options']).toBe('nosniff');
    for (const secret of [TAIL, SECRET_PLACE]) expect(shown.text).not.toContain(secret);
    const original = await openFile(await officer.get(`${paper}/original`));
    const told = original.headers['content-disposition'] ?? '';
    expect(told).toMatch(/^attachment; filename="[\w .-]+\.jpg"; filename\*=UTF-8''[\w%.~-]+$/);
    expect(original.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    const page = await officer.get(paper);
    expect(page.$('[onerror]')).toHaveLength(0);
    expect(desk.storedFiles().join()).not.toMatch(/etc|gpj|onerror/);
  });

  it('attack 105: are taken once, and never after the decision', async () => {
    const own = bill(jpeg, 'once.jpg');
    const sent = await desk.addTo(reference, [own, own]);
    expect(sent.body['papers']).toMatchObject([{ outcome: 'added' }, { outcome: 'already_added' }]);
    await desk.rows("UPDATE applications SET status = 'rejected' WHERE reference = ?", [reference]);
    expect((await desk.addTo(reference, [bill(await photo(90, 90), 'late.jpg')])).status).toBe(409);
  });
});

/** As a client of another make sends it: the name stands in the header as it is, save line breaks. */
function multipartByHand(name: string, content: Buffer) {
  const file = name.replace(/[\r\n]/g, '').replaceAll('"', '%22');
  const head = `--b\r\nContent-Disposition: form-data; name="evidence[utility_bill]"; filename="${file}"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--b--\r\n')]);
  return {
    body: new Blob([new Uint8Array(body)]) as unknown as string,
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  };
}
