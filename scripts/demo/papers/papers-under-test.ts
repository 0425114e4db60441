import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawPaper } from './draw-paper.js';
import type { PaperSpec } from './paper-spec.js';

/** A paper with every fact, clear and as PDF unless said. */
export function aPaper(traits: Partial<PaperSpec> = {}): PaperSpec {
  return {
    kind: 'utility_bill',
    holderName: 'Priya Kendrick',
    address: { lines: ['14 Wharncliffe Terrace', 'Loughborough'], postcode: 'LE11 9ZZ' },
    registration: 'AB51 XYZ',
    make: 'Toyota',
    colour: 'Blue',
    datedOn: '2026-09-14',
    term: { from: '2026-10-01', to: '2027-09-30' },
    format: 'pdf',
    quality: 'clear',
    seed: 'spec',
    ...traits,
  };
}

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The words of each page, and how far a reader turns it. */
export async function readPages(bytes: Buffer): Promise<{ words: string; turn: number }[]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    standardFontDataUrl: `${join(pdfjs, 'standard_fonts')}/`,
    useSystemFonts: false,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    pages.push({ words: words.replace(/\s+/g, ' '), turn: page.rotate });
  }
  await task.destroy();
  return pages;
}

/** All the words of the PDF drawn. */
export async function wordsOf(spec: PaperSpec): Promise<string> {
  const { bytes } = await drawPaper(spec);
  return (await readPages(bytes)).map(({ words }) => words).join(' ');
}
