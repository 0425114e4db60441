import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { FILE_LIMITS } from '../../../src/platform/files/file-limits.js';
import type { FileRefusal } from '../../../src/platform/files/file-refusals.js';
import { inspectFile } from '../../../src/platform/files/inspect-file.js';
import { processUpload } from '../../../src/platform/files/process-upload.js';
import * as sample from './sample-files.js';

const FIXTURE = new URL('./fixtures/photo.heic', import.meta.url);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function process(content: Buffer, name: string) {
  return processUpload(await sample.received(folder, content, name));
}

async function pagesOf(content: Buffer, name: string) {
  const processed = await process(content, name);
  if (!processed.ok) throw new Error(`refused: ${processed.refusal}`);
  const images = await Promise.all(processed.pages.map((page) => readFile(page.path)));
  await processed.dispose();
  expect(await readdir(folder)).toEqual([]);
  return { processed, images, first: images[0] ?? Buffer.alloc(0) };
}

/** The colour at a place given in hundredths of width and height. */
async function colourAt(image: Buffer, x: number, y: number): Promise<'red' | 'light'> {
  const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true });
  const column = Math.floor((info.width * x) / 100);
  const row = Math.floor((info.height * y) / 100);
  const at = (row * info.width + column) * info.channels;
  return (data[at + 1] ?? 0) < 100 ? 'red' : 'light';
}

async function expectRefused(content: Buffer, name: string, refusal: FileRefusal) {
  expect(await process(content, name)).toEqual({ ok: false, refusal });
  expect(await readdir(folder)).toEqual([]);
}

describe('pictures', () => {
  it('attack 093, attack 095: stands a photo upright and drops place, maker and XMP', async () => {
    const original = await sample.photoWithPlace();
    expect(original.includes(sample.SECRET_PLACE)).toBe(true);
    const { processed, first } = await pagesOf(original, 'IMG_0001.JPG');
    expect(processed).toMatchObject({ kind: 'jpeg', extension: 'jpg' });
    expect(processed.pages).toMatchObject([{ width: 600, height: 800, contentType: 'image/jpeg' }]);
    expect(await colourAt(first, 90, 10)).toBe('red');
    expect(await colourAt(first, 10, 10)).toBe('light');
    const metadata = await sharp(first).metadata();
    for (const kept of ['exif', 'xmp', 'icc', 'iptc', 'orientation'] as const) {
      expect(metadata[kept]).toBeUndefined();
    }
    expect(first.includes(sample.SECRET_PLACE)).toBe(false);
  });

  it.each([
    ['progressive', sample.progressivePhoto],
    ['CMYK', sample.cmykPhoto],
    ['ordinary', sample.photo],
  ])('shows a %s JPEG', async (_name, make) => {
    const { first } = await pagesOf(await make(), 'scan.jpeg');
    expect(await sharp(first).metadata()).toMatchObject({ format: 'jpeg', space: 'srgb' });
    expect(await colourAt(first, 10, 10)).toBe('red');
  });

  it('makes a large photo no larger than a page image may be', async () => {
    const { processed } = await pagesOf(await sample.photo(4000, 3000), 'large.jpg');
    expect(processed.pages).toMatchObject([{ width: 2133, height: 1600 }]);
    const largest = await pagesOf(await sample.photo(5000, 5000), 'largest.jpg');
    expect(largest.processed.pages).toMatchObject([{ width: 1600, height: 1600 }]);
    expect(await pagesOf(await sample.picture(5000, 5000), 'largest.png')).toBeDefined();
  });

  it('attack 094: shows a PNG, and a HEIC photo', async () => {
    expect((await pagesOf(await sample.picture(), 'screen.png')).processed.kind).toBe('png');
    const heic = await pagesOf(await readFile(FIXTURE), 'IMG_2.HEIC');
    expect(heic.processed).toMatchObject({ kind: 'heic', pages: [{ width: 480, height: 360 }] });
    expect(await colourAt(heic.first, 10, 10)).toBe('red');
    expect(await colourAt(heic.first, 90, 10)).toBe('light');
  });

  it('keeps nothing of what hangs behind a picture', async () => {
    const polyglot = Buffer.concat([await sample.photo(), sample.ZIP]);
    const { first } = await pagesOf(polyglot, 'both.jpg');
    expect(first.includes('../../etc/evil')).toBe(false);
  });

  it('refuses what is cut short, too large, or moves', async () => {
    const whole = await sample.photo(2000, 1500);
    await expectRefused(whole.subarray(0, whole.length / 2), 'half.jpg', 'unreadable');
    const heic = await readFile(FIXTURE);
    await expectRefused(heic.subarray(0, heic.length / 2), 'half.heic', 'unreadable');
    await expectRefused(sample.pngOfSize(60_000, 60_000), 'huge.png', 'picture_too_large');
    await expectRefused(sample.pngOfSize(5001, 5000), 'just.png', 'picture_too_large');
    const animation = sample.pngChunk('acTL', Buffer.from([0, 0, 0x27, 0x10, 0, 0, 0, 0]));
    await expectRefused(sample.pngOfSize(10, 10, [animation]), 'a.png', 'moving_picture');
  });
});

describe('PDFs', () => {
  it('draws every page, legibly large', async () => {
    const { processed, images } = await pagesOf(await sample.pdf(3), 'bill.pdf');
    expect(processed.pages).toMatchObject(
      [1, 2, 3].map(() => ({ width: 1600, height: 2263, contentType: 'image/jpeg' })),
    );
    for (const image of images) {
      expect(await colourAt(image, 25, 35)).toBe('red');
      expect(await colourAt(image, 75, 75)).toBe('light');
    }
  });

  it('draws the 40th page and refuses the 41st', async () => {
    expect((await pagesOf(await sample.pdf(40), 'long.pdf')).images).toHaveLength(40);
    await expectRefused(await sample.pdf(41), 'longer.pdf', 'too_many_pages');
  }, 60_000);

  it('refuses one that wants a password, and one that is locked', async () => {
    const secret = {
      userPassword: 'open sesame',
      ownerPassword: 'other',
      pdfVersion: '1.7' as const,
    };
    await expectRefused(await sample.pdf(1, secret), 'a.pdf', 'password_protected');
    await expectRefused(await sample.pdf(1, { ownerPassword: 'x' }), 'b.pdf', 'restricted_pdf');
  });

  it.each([
    ['OpenAction JavaScript', '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'],
    ['an escaped name', '/OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>'],
    ['Launch', '/OpenAction << /S /Launch /F (cmd.exe) >>'],
    ['a form that sends', '/OpenAction << /S /SubmitForm /F (https://example.com) >>'],
    ['XFA', '/AcroForm << /XFA [] >>'],
    ['an embedded file', '/Names << /EmbeddedFiles << /Names [] >> >>'],
  ])('refuses %s', async (_name, catalogue) => {
    await expectRefused(sample.handmadePdf(catalogue), 'x.pdf', 'active_content');
  });

  it('refuses JavaScript hidden in a compressed object stream', async () => {
    const hidden = deflateSync(Buffer.from('9 0 << /S /JavaScript /JS (x) >>'));
    const objects = [sample.stream('/Type /ObjStm /N 1 /First 4', hidden)];
    await expectRefused(sample.handmadePdf('', objects), 'x.pdf', 'active_content');
  });

  it('refuses an object stream that unpacks without end', async () => {
    const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024));
    const objects = [sample.stream('/Type /ObjStm /N 1 /First 4', bomb)];
    await expectRefused(sample.handmadePdf('', objects), 'bomb.pdf', 'too_complex');
  });

  it('shows only the page of a PDF with HTML behind it, and refuses HTML before it', async () => {
    const whole = await sample.pdf();
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    expect((await pagesOf(Buffer.concat([whole, html]), 'a.pdf')).images).toHaveLength(1);
    await expectRefused(Buffer.concat([html, whole]), 'b.pdf', 'wrong_type');
    await expectRefused(Buffer.concat([html, whole]), 'b.html', 'wrong_type');
  });

  it('refuses damage and sheets of 200 inches', async () => {
    await expectRefused(Buffer.from('%PDF-1.7\nnothing follows'), 'x.pdf', 'unreadable');
    await expectRefused(await sample.pdf(1, { size: [14_400, 14_400] }), 'x.pdf', 'page_too_large');
  });

  it('attack 091: survives page trees and references that go in circles', async () => {
    const circle = Buffer.from(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n' +
        '2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>\nendobj\n' +
        'trailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n',
    );
    expect(await process(circle, 'circle.pdf')).toMatchObject({ ok: false });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('what is no picture and no PDF', () => {
  it.each([
    ['an EXE renamed', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'letter.pdf'],
    ['HTML renamed', Buffer.from('<!doctype html><script>1</script>'), 'photo.jpg'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'x.svg'],
    ['an SVG renamed', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'x.png'],
    ['a ZIP', sample.ZIP, 'papers.zip'],
    ['a ZIP renamed', sample.ZIP, 'papers.pdf'],
    ['a RAR', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), 'papers.rar'],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1'), 'photo.jpg'],
    ['a shortcut', Buffer.from('L\0\0\0\x01\x14\x02\0', 'latin1'), 'bill.lnk'],
  ])('refuses %s', async (_name, content, name) => {
    await expectRefused(content, name, 'wrong_type');
  });

  it('refuses an empty file and one byte too many', async () => {
    await expectRefused(Buffer.alloc(0), 'empty.pdf', 'empty');
    const photo = await sample.photo();
    const room = FILE_LIMITS.maxBytesPerFile - photo.length;
    await expectRefused(Buffer.concat([photo, Buffer.alloc(room + 1)]), 'a.jpg', 'too_big');
    await pagesOf(Buffer.concat([photo, Buffer.alloc(room)]), 'a.jpg');
  });

  it.each(['photo.png', 'a.jpg.exe', 'photo', '.htaccess', 'a.jpg::$DATA', 'photo.svg'])(
    'refuses a JPEG that is called %s',
    async (name) => expectRefused(await sample.photo(), name, 'extension_differs'),
  );

  it.each(['a.exe .jpg', 'CON.jpg', 'a.pdf%00.jpg', '<img onerror=alert(1)>.jpeg', '😀.JPG'])(
    'takes a JPEG that is called %s',
    async (name) => {
      const file = await sample.received(folder, await sample.photo(), name);
      expect(await inspectFile(file)).toMatchObject({ ok: true, kind: 'jpeg' });
    },
  );
});
