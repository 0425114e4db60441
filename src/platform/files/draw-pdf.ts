import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FILE_LIMITS } from './file-limits.js';
import type { FileRefusal } from './file-refusals.js';
import { pageFileName, type DrawingOutcome, type DrawnPage } from './page-drawing.js';
import { fitFactor } from './page-fit.js';
import { hasActiveContent, PdfTooComplex } from './pdf-active-content.js';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** A business card is still made large enough to read, but no more than this. */
const MAX_ENLARGEMENT = 6;

/** Each page of a PDF to a page image. Scripts, forms and attachments make it refused before. */
export async function drawPdf(path: string, folder: string): Promise<DrawingOutcome> {
  const content = await readFile(path);
  try {
    const pdf = await openPdf(content);
    const refusal = await refusalFor(pdf, content);
    if (refusal !== null) return { ok: false, refusal };
    return await drawPages(pdf, folder);
  } catch (error) {
    if (error instanceof PdfTooComplex) return { ok: false, refusal: 'too_complex' };
    if (isPasswordWanted(error)) return { ok: false, refusal: 'password_protected' };
    return { ok: false, refusal: 'unreadable' };
  }
}

function openPdf(content: Buffer): Promise<PDFDocumentProxy> {
  return getDocument({
    data: new Uint8Array(content),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    maxImageSize: FILE_LIMITS.maxPixels,
    verbosity: 0,
    standardFontDataUrl: join(PACKAGE, 'standard_fonts/'),
    cMapUrl: join(PACKAGE, 'cmaps/'),
    cMapPacked: true,
    wasmUrl: join(PACKAGE, 'wasm/'),
    iccUrl: join(PACKAGE, 'iccs/'),
  }).promise;
}

async function refusalFor(pdf: PDFDocumentProxy, content: Buffer): Promise<FileRefusal | null> {
  if (pdf.numPages > FILE_LIMITS.maxPages) return 'too_many_pages';
  const { info } = await pdf.getMetadata();
  // Opens without a password, but its maker locked it: we cannot look into what is encrypted.
  if ('EncryptFilterName' in info && info.EncryptFilterName) return 'restricted_pdf';
  if (hasActiveContent(content)) return 'active_content';
  const [actions, attachments] = await Promise.all([pdf.getJSActions(), pdf.getAttachments()]);
  if (actions !== null || attachments !== null || pdf.isPureXfa) return 'active_content';
  return null;
}

async function drawPages(pdf: PDFDocumentProxy, folder: string): Promise<DrawingOutcome> {
  const pages: DrawnPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    if (!(width > 0 && height > 0)) return { ok: false, refusal: 'unreadable' };
    if (Math.max(width, height) > FILE_LIMITS.maxPagePoints) {
      return { ok: false, refusal: 'page_too_large' };
    }
    pages.push(await drawPage(page, join(folder, pageFileName(number))));
    page.cleanup();
  }
  return { ok: true, pages };
}

async function drawPage(page: PDFPageProxy, path: string): Promise<DrawnPage> {
  const natural = page.getViewport({ scale: 1 });
  const scale = fitFactor(natural.width, natural.height, MAX_ENLARGEMENT);
  const viewport = page.getViewport({ scale });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  const canvas = createCanvas(width, height);
  const canvasContext = canvas.getContext('2d');
  await page.render({ canvas: null, canvasContext, viewport, background: '#ffffff' }).promise;
  await writeFile(path, await canvas.encode('jpeg', FILE_LIMITS.pageJpegQuality));
  return { width, height };
}

function isPasswordWanted(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}
