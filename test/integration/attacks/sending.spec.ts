import { randomUUID } from 'node:crypto';
import {
  handmadePdf,
  photo,
  photoWithPlace,
  pngOfSize,
  SECRET_PLACE,
  ZIP,
} from '../files/sample-files.js';
import { openFile } from '../../support/files-host.js';
import {
  aBody,
  type IntakeDesk,
  inZone,
  type PaperSent,
  startIntakeDesk,
} from '../intake/intake-desk.js';

/** What is sent as evidence, its name, the answer, and a word of the sentence that says why. */
type Sending = [row: number, what: string, paper: PaperSent, status: number, says: RegExp];

const WRONG_KIND = /must be a JPEG/;
const WRONG_NAME = /name of the file does not match/;
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

function refused(): Sending[] {
  const pdf = (catalogue: string) => handmadePdf(catalogue);
  return [
    [77, 'nothing at all', bill('', 'a.pdf'), 422, /empty/],
    [78, 'a byte too many', bill(Buffer.alloc(10 * 1024 * 1024 + 1, 1), 'a.jpg'), 413, /10MB/],
    [84, 'a program named .pdf', bill('MZ\x90\x00program', 'a.pdf'), 422, WRONG_KIND],
    [84, 'a page named .jpg', bill('<html><script>x</script>', 'a.jpg'), 422, WRONG_KIND],
    [85, 'an SVG', bill('<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg'), 422, WRONG_KIND],
    [85, 'an SVG named .png', bill('<svg onload="x"/>', 'a.png'), 422, WRONG_KIND],
    [
      133,
      'XML with an entity',
      bill('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 'a.pdf'),
      422,
      WRONG_KIND,
    ],
    [97, 'a ZIP that climbs out', bill(ZIP, 'a.zip'), 422, WRONG_KIND],
    [97, 'a ZIP named .pdf', bill(ZIP, 'a.pdf'), 422, WRONG_KIND],
    [99, 'a picture named .pdf.exe', bill(jpeg, 'a.pdf.exe'), 422, WRONG_NAME],
    [99, 'a picture named .htaccess', bill(jpeg, '.htaccess'), 422, WRONG_NAME],
    [99, 'a picture named ::$DATA', bill(jpeg, 'a.pdf::$DATA'), 422, WRONG_NAME],
    [
      92,
      'a picture that claims 60000 by 60000',
      bill(pngOfSize(60_000, 60_000), 'a.png'),
      422,
      /25 megapixels/,
    ],
    [
      93,
      'half a picture',
      bill(jpeg.subarray(0, jpeg.length / 2), 'a.jpg'),
      422,
      /could not be read/,
    ],
    [
      88,
      'a PDF that runs a program',
      bill(pdf('/OpenAction << /S /JavaScript /JS (x) >>'), 'a.pdf'),
      422,
      /program/,
    ],
    [
      88,
      'the same under another spelling',
      bill(pdf('/OpenAction << /S /J#61vaScript /#4aS (x) >>'), 'a.pdf'),
      422,
      /program/,
    ],
    [
      88,
      'a PDF that starts a program',
      bill(pdf('/OpenAction << /S /Launch /F (x) >>'), 'a.pdf'),
      422,
      /program/,
    ],
    [
      89,
      'a PDF with a file inside',
      bill(pdf('/Names << /EmbeddedFiles << >> >>'), 'a.pdf'),
      422,
      /program/,
    ],
    [89, 'a PDF with a form', bill(pdf('/AcroForm << /XFA 9 0 R >>'), 'a.pdf'), 422, /program/],
  ];
}

describe('hostile files', () => {
  it('are refused in words of their own, and nothing of them is kept', async () => {
    for (const [row, what, paper, status, says] of refused()) {
      const answer = await desk.addTo(reference, [paper]);
      const words = (answer.body.faults ?? []).map((fault) => fault.words).join(' ');
      expect([row, what, answer.status]).toEqual([row, what, status]);
      expect([row, what, says.test(words) ? 'says why' : words]).toEqual([row, what, 'says why']);
    }
    expect(await papersKept()).toBe(0);
    expect(desk.storedFiles()).toEqual([]);
    expect(await desk.quarantineEmpties()).toEqual([]);
  });

  it('are too many at once (row 79)', async () => {
    const papers = Array.from({ length: 11 }, () => bill(jpeg, 'a.jpg'));
    expect((await desk.addTo(reference, papers)).status).toBe(422);
    expect(await papersKept()).toBe(0);
  });

  it.each([
    [101, 'a field name 5,000 deep', `a${'[a]'.repeat(5000)}`],
    [104, '__proto__', '__proto__'],
    [104, 'constructor[prototype][x]', 'constructor[prototype][x]'],
    [101, 'application[x]', 'application[x]'],
  ])('are refused by their field (row %i): %s', async (_row, _what, name) => {
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

  it('are shown as pictures of our own, under names that are text (rows 86, 95, 98, 100, 106, 107)', async () => {
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

  it('are taken once, and never after the decision (row 105)', async () => {
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
