import { deflateSync } from 'node:zlib';
import { eicarFile } from '../../../src/platform/files/scanner-samples.js';
import * as sample from '../files/sample-files.js';
import { aBody, type IntakeDesk, inZone, startIntakeDesk } from '../intake/intake-desk.js';

type Content = Buffer | string | (() => Promise<Buffer>);

/** What is sent as evidence, under which name, the answer, and a word of the sentence that says why. */
type Refused = [
  row: number,
  what: string,
  content: Content,
  name: string,
  says: RegExp,
  status?: number,
];

const KIND = /must be a JPEG/;
const NAME = /name of the file does not match/;
const PROGRAM = /contains a program, a form or another file/;
const MEGABYTE = 1024 * 1024;

const catalogued = (catalogue: string, objects: readonly (string | Buffer)[] = []) =>
  sample.handmadePdf(catalogue, objects);
const objectStream = (content: Buffer) =>
  catalogued('', [sample.stream('/Type /ObjStm /N 1 /First 4', deflateSync(content))]);
/** EICAR in a ZIP, as a file attached to a PDF. */
const attachment = () =>
  catalogued('/Names << /EmbeddedFiles << /Names [(x) 5 0 R] >> >>', [
    sample.stream('/Type /EmbeddedFile', deflateSync(Buffer.concat([sample.ZIP, eicarFile()]))),
  ]);
const half = async () => {
  const whole = await sample.photo(800, 600);
  return whole.subarray(0, whole.length / 2);
};
const jpeg = () => sample.photo(120, 90);

const REFUSED: Refused[] = [
  [77, 'nothing at all', '', 'a.pdf', /empty/],
  [78, 'a byte too many', Buffer.alloc(10 * MEGABYTE + 1, 1), 'a.jpg', /10MB/, 413],
  [80, 'EICAR as .pdf', eicarFile(), 'a.pdf', KIND],
  [80, 'EICAR as .jpg', eicarFile(), 'a.jpg', KIND],
  [80, 'EICAR as .txt', eicarFile(), 'a.txt', KIND],
  [81, 'EICAR in a ZIP in an attachment', attachment(), 'a.pdf', PROGRAM],
  [84, 'a program named .pdf', 'MZ\x90\x00program', 'a.pdf', KIND],
  [84, 'a page named .jpg', '<html><script>x</script>', 'a.jpg', KIND],
  [85, 'an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg', KIND],
  [85, 'an SVG named .png', '<svg onload="x"/>', 'a.png', KIND],
  [85, 'a compressed SVG', Buffer.from('1f8b08000000', 'hex'), 'a.svgz', KIND],
  [88, 'JavaScript', catalogued('/OpenAction << /S /JavaScript /JS (x) >>'), 'a.pdf', PROGRAM],
  [88, 'J#61vaScript', catalogued('/OpenAction << /S /J#61vaScript >>'), 'a.pdf', PROGRAM],
  [88, 'Launch', catalogued('/OpenAction << /S /Launch /F (x) >>'), 'a.pdf', PROGRAM],
  [88, 'SubmitForm', catalogued('/OpenAction << /S /SubmitForm >>'), 'a.pdf', PROGRAM],
  [
    88,
    'a program in a packed object',
    objectStream(Buffer.from('9 0 << /S /JavaScript /JS (x) >>')),
    'a.pdf',
    PROGRAM,
  ],
  [89, 'an XFA form', catalogued('/AcroForm << /XFA 9 0 R >>'), 'a.pdf', PROGRAM],
  [89, 'a file inside', catalogued('/Names << /EmbeddedFiles << >> >>'), 'a.pdf', PROGRAM],
  [89, 'rich media', catalogued('/X << /Subtype /RichMedia >>'), 'a.pdf', PROGRAM],
  [89, '3D', catalogued('/X << /Subtype /3D >>'), 'a.pdf', PROGRAM],
  [
    90,
    'a password',
    () => sample.pdf(1, { userPassword: 'open sesame', ownerPassword: 'x', pdfVersion: '1.7' }),
    'a.pdf',
    /password/,
  ],
  [91, '41 pages', () => sample.pdf(41), 'a.pdf', /more than 40 pages/],
  [91, 'a page of 200 inches', () => sample.pdf(1, { size: [14_400, 14_400] }), 'a.pdf', /larger/],
  [91, 'a flate bomb', objectStream(Buffer.alloc(64 * MEGABYTE)), 'a.pdf', /too complicated/],
  [92, '60000 by 60000', sample.pngOfSize(60_000, 60_000), 'a.png', /25 megapixels/],
  [
    92,
    'an APNG of 10,000 pictures',
    sample.pngOfSize(10, 10, [
      sample.pngChunk('acTL', Buffer.from([0, 0, 0x27, 0x10, 0, 0, 0, 0])),
    ]),
    'a.png',
    /moving picture/,
  ],
  [93, 'half a picture', half, 'a.jpg', /could not be read/],
  [96, 'a ZIP', sample.ZIP, 'a.zip', KIND],
  [96, 'a RAR', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), 'a.rar', KIND],
  [96, '7z', Buffer.from('377abcaf271c0004', 'hex'), 'a.7z', KIND],
  [96, 'a document with a macro', sample.ZIP, 'a.docm', KIND],
  [96, 'a shortcut', Buffer.from('L\0\0\0\x01\x14\x02\0', 'latin1'), 'a.lnk', KIND],
  [97, 'a ZIP that climbs out, named .pdf', sample.ZIP, 'a.pdf', KIND],
  [99, 'a.pdf.exe', jpeg, 'a.pdf.exe', NAME],
  [99, '.htaccess', jpeg, '.htaccess', NAME],
  [99, 'a.pdf::$DATA', jpeg, 'a.pdf::$DATA', NAME],
  [133, 'XML with an entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///x">]>', 'a.pdf', KIND],
];

let desk: IntakeDesk;
let reference: string;
beforeAll(async () => {
  desk = await startIntakeDesk();
});
// A case of its own for each, for only so many files a minute may come to one.
beforeEach(async () => {
  reference = String((await desk.send(aBody(await inZone(desk)))).body.reference);
});
afterAll(() => desk.stop());

const contentOf = async (content: Content) =>
  typeof content === 'function' ? content() : Buffer.from(content);

/** Everything that a refused file could have changed. */
async function state(): Promise<string> {
  const rows = await desk.rows(
    `SELECT (SELECT COUNT(*) FROM evidence_papers) AS papers,
            (SELECT COUNT(*) FROM timeline_events) AS events,
            (SELECT COUNT(*) FROM outbox_jobs) AS jobs,
            (SELECT SUM(version) FROM applications) AS versions`,
  );
  return JSON.stringify([rows, desk.storedFiles(), await desk.quarantineEmpties()]);
}

describe('files that are refused', () => {
  it.each(REFUSED)(
    'attack %i: %s',
    async (...attack) => {
      const [, , content, name, says, status = 422] = attack;
      const before = await state();
      const sent = await contentOf(content);
      const answer = await desk.addTo(reference, [['utility_bill', sent, name]]);
      expect(answer.status).toBe(status);
      expect((answer.body.faults ?? []).map((fault) => fault.words).join(' ')).toMatch(says);
      expect(await state()).toBe(before);
    },
    60_000,
  );
});

/** Taken, and shown as pictures of our own. */
const TAKEN: [row: number, what: string, content: () => Promise<Buffer>, name: string][] = [
  [
    86,
    'a JPEG with a ZIP behind it',
    async () => Buffer.concat([await jpeg(), sample.ZIP]),
    'a.jpg',
  ],
  [
    87,
    'a PDF with a page of HTML behind it',
    async () => Buffer.concat([await sample.pdf(), Buffer.from('<script>alert(1)</script>')]),
    'a.pdf',
  ],
  [93, 'a progressive JPEG', sample.progressivePhoto, 'a.jpg'],
  [93, 'a CMYK JPEG', sample.cmykPhoto, 'b.jpg'],
  [98, 'a JPEG named ../../etc/passwd.jpg', () => sample.photo(91, 70), '../../etc/passwd.jpg'],
  [131, 'a JPEG named -o', () => sample.photo(94, 70), '-o/etc/x.jpg'],
  [131, 'a JPEG named $(id)', () => sample.photo(95, 70), '$(id);`id`.jpg'],
  [99, 'a JPEG named CON.jpg', () => sample.photo(92, 70), 'CON.jpg'],
  [99, 'a JPEG named a.pdf%00.jpg', () => sample.photo(93, 70), 'a.pdf%00.jpg'],
];

describe('files that are taken', () => {
  it.each(TAKEN)('attack %i: %s', async (_row, _what, content, name) => {
    const answer = await desk.addTo(reference, [['utility_bill', await content(), name]]);
    expect(answer.status).toBe(201);
    const papers = answer.body['papers'] as { position: number }[];
    const [row] = await desk.rows<{ name: string; type: string; stored: string }>(
      `SELECT p.original_name AS name, g.content_type AS type, g.storage_name AS stored
         FROM evidence_papers p JOIN evidence_pages g ON g.paper_id = p.id
         JOIN applications a ON a.id = p.application_id WHERE p.position = ? AND a.reference = ?`,
      [papers[0]?.position, reference],
    );
    expect(row?.type).toBe('image/jpeg');
    expect(row?.name).not.toMatch(/[\\/]/);
    expect(row?.stored).toMatch(/^[0-9a-f]{32}$/);
  });
});
