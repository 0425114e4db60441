import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pixels row by row, red green blue alpha. */
export interface Picture {
  width: number;
  height: number;
  rgba: Uint8ClampedArray;
}

const PAGE_WIDTH = 1180;
const SPREAD_PAGE_WIDTH = 860;

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** Without these the standard fonts would come from the machine, which may have none. */
const standardFontDataUrl = `${join(pdfjs, 'standard_fonts')}/`;

/** A PDF as the camera will see it: one page, or the first and the last lying side by side. */
export async function pictureOfPages(pdf: Buffer): Promise<Picture> {
  const task = getDocument({
    data: new Uint8Array(pdf),
    standardFontDataUrl,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  const document = await task.promise;
  try {
    if (document.numPages === 1) return await pageOf(document, 1, PAGE_WIDTH);
    const first = await pageOf(document, 1, SPREAD_PAGE_WIDTH);
    return sideBySide(first, await pageOf(document, document.numPages, SPREAD_PAGE_WIDTH));
  } finally {
    await task.destroy();
  }
}

/** What pdfjs hands out in Node; its own types speak of a browser's canvas. */
interface Canvas {
  canvas: null;
  context: {
    getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
  };
}

async function pageOf(document: PDFDocumentProxy, at: number, width: number): Promise<Picture> {
  const page = await document.getPage(at);
  const scale = width / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const size = { width: Math.round(viewport.width), height: Math.round(viewport.height) };
  const factory = document.canvasFactory as { create(width: number, height: number): Canvas };
  const { canvas, context } = factory.create(size.width, size.height);
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  return { ...size, rgba: context.getImageData(0, 0, size.width, size.height).data };
}

function sideBySide(left: Picture, right: Picture): Picture {
  const fold = 6;
  const width = left.width + fold + right.width;
  const rgba = new Uint8ClampedArray(width * left.height * 4).fill(120);
  for (let y = 0; y < left.height; y += 1) {
    const row = y * width * 4;
    rgba.set(left.rgba.subarray(y * left.width * 4, (y + 1) * left.width * 4), row);
    const from = right.rgba.subarray(y * right.width * 4, (y + 1) * right.width * 4);
    rgba.set(from, row + (left.width + fold) * 4);
  }
  return { width, height: left.height, rgba };
}
