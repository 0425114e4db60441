import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import type { ReceivedFile } from '../../../src/platform/files/received-file.js';

/** A picture whose upper left quarter is red, so that it can be told which way is up. */
function quartered(width: number, height: number) {
  const red = {
    create: {
      width: Math.round(width / 2),
      height: Math.round(height / 2),
      channels: 3,
      background: '#c00000',
    },
  } as const;
  return sharp({ create: { width, height, channels: 3, background: '#e8e8e8' } }).composite([
    { input: red, left: 0, top: 0 },
  ]);
}

export const SECRET_PLACE = 'Secret Place Of Invention';

/** As a phone takes it: lying on its side (orientation 6), with place and maker in EXIF and XMP. */
export function photoWithPlace(): Promise<Buffer> {
  return quartered(800, 600)
    .withExif({
      IFD0: { Make: SECRET_PLACE, Copyright: SECRET_PLACE },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 38/1 0/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><name>${SECRET_PLACE}</name></x:xmpmeta>`)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

export function photo(width = 800, height = 600): Promise<Buffer> {
  return quartered(width, height).jpeg().toBuffer();
}

export function progressivePhoto(): Promise<Buffer> {
  return quartered(800, 600).jpeg({ progressive: true }).toBuffer();
}

export function cmykPhoto(): Promise<Buffer> {
  return quartered(800, 600).toColourspace('cmyk').jpeg().toBuffer();
}

export function picture(width = 300, height = 200): Promise<Buffer> {
  return quartered(width, height).png().toBuffer();
}

export function pdf(pages = 1, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false, ...options });
  const pieces: Buffer[] = [];
  document.on('data', (piece: Buffer) => pieces.push(piece));
  const whole = new Promise<Buffer>((resolve) =>
    document.on('end', () => resolve(Buffer.concat(pieces))),
  );
  for (let page = 1; page <= pages; page += 1) {
    document.addPage().fontSize(24).text(`Water bill, page ${page}`, 80, 80);
    document.rect(60, 200, 200, 200).fill('#c00000');
  }
  document.end();
  return whole;
}

/** A PDF written by hand: one page, and whatever else is given, as it stands. */
export function handmadePdf(catalogue: string, objects: readonly (string | Buffer)[] = []): Buffer {
  const parts: (string | Buffer)[] = [
    '%PDF-1.7\n',
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalogue} >>\nendobj\n`,
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>\nendobj\n',
  ];
  objects.forEach((object, index) => parts.push(`${index + 4} 0 obj\n`, object, '\nendobj\n'));
  parts.push('trailer\n<< /Root 1 0 R >>\n%%EOF\n');
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

export function stream(dictionary: string, content: Buffer): Buffer {
  const head = `<< ${dictionary} /Length ${content.length} /Filter /FlateDecode >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream')]);
}

/** A PNG of a claimed size; its picture is there only as far as `rows` says. */
export function pngOfSize(width: number, height: number, extraChunks: Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...extraChunks,
    pngChunk('IDAT', deflateSync(Buffer.alloc(1024))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(content.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** What begins a ZIP, with a name in it that tries to climb out. */
export const ZIP = Buffer.concat([
  Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1'),
  Buffer.alloc(16),
  Buffer.from('\x0f\0\0\0../../etc/evil', 'latin1'),
]);

/** The content as if it had just been received under that name. */
export async function received(
  folder: string,
  content: Buffer,
  originalName: string,
): Promise<ReceivedFile> {
  const path = join(folder, randomBytes(16).toString('hex'));
  await writeFile(path, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { field: 'file', path, originalName, bytes: content.length, sha256 };
}
