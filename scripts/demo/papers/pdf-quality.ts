import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { noon } from './paper-dates.js';
import type { PaperQuality } from './paper-spec.js';

/** How far a PDF's pages are turned, in degrees clockwise. */
export function turnPdf(quality: PaperQuality): 0 | 90 | 180 {
  if (quality === 'turned') return 90;
  return quality === 'upside_down' ? 180 : 0;
}

/** A photograph wrapped into a one-page PDF, without any text. */
export async function pictureAsPdf(
  jpeg: Buffer,
  facts: { title: string; datedOn: string },
): Promise<Buffer> {
  const doc = new PDFDocument({
    autoFirstPage: false,
    info: { Title: facts.title, CreationDate: noon(facts.datedOn) },
  });
  const size = await sharp(jpeg).metadata();
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const [width, height] = [595, Math.round((595 * size.height) / size.width)];
  doc.addPage({ size: [width, height], margin: 0 });
  doc.image(jpeg, 0, 0, { width, height });
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
