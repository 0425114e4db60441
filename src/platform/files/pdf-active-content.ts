import { constants, inflateSync } from 'node:zlib';

/**
 * Names in a PDF that mean a program, something to be started, a form that sends, or a file inside.
 * Ordinary links (/URI) and page jumps (/GoTo) are in every electricity bill and are let through:
 * people see page images, which cannot be clicked.
 */
const ACTIVE_NAMES = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'XFA',
  'RichMedia',
  'RichMediaContent',
  'SubmitForm',
  'ImportData',
  'Movie',
  'Rendition',
  '3D',
  'U3D',
  'PRC',
]);

const MAX_INFLATED_EACH = 8 * 1024 * 1024;
const MAX_INFLATED_TOGETHER = 48 * 1024 * 1024;

/** What an object stream may be packed with; anything else hides its content from us. */
const HIDING_NAMES = /Decode$|^Predictor$|^Crypt$/;

/** Thrown when the object streams of a PDF unpack to far more than a letter needs, or not at all. */
export class PdfTooComplex extends Error {}

/**
 * Whether the objects of a PDF name anything active: in plain sight, written with escapes
 * (`/J#61vaScript`), or inside compressed object streams. Content of other streams (pictures, fonts,
 * page text) is not looked at: names there mean nothing.
 */
export function hasActiveContent(pdf: Buffer): boolean {
  let unpacked = 0;
  let at = 0;
  for (const stream of streamsOf(pdf)) {
    if (namesActive(pdf.toString('latin1', at, stream.start))) return true;
    at = stream.end;
    if (!stream.names.includes('ObjStm')) continue;
    const objects = unpackedObjects(pdf.subarray(stream.start, stream.end), stream.names);
    unpacked += objects.length;
    if (unpacked > MAX_INFLATED_TOGETHER) throw new PdfTooComplex();
    if (namesActive(objects.toString('latin1'))) return true;
  }
  return namesActive(pdf.toString('latin1', at));
}

/** From after each `stream` keyword to its `endstream`. */
function* streamsOf(pdf: Buffer) {
  let from = 0;
  for (;;) {
    const keyword = pdf.indexOf('stream', from, 'latin1');
    if (keyword < 0) return;
    from = keyword + 6;
    const dictionary = pdf.toString('latin1', Math.max(0, keyword - 2048), keyword);
    // Only `<< … >> stream` followed by a line end opens one; the word in a text does not.
    if (!/>>\s*$/.test(dictionary) || !/^\r?\n/.test(pdf.toString('latin1', from, from + 2)))
      continue;
    const start = from + (pdf[from] === 0x0d ? 2 : 1);
    const end = pdf.indexOf('endstream', start, 'latin1');
    if (end < 0) return;
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    yield { start, end, names: unescapedNames(own) };
    from = end + 9;
  }
}

function unpackedObjects(bytes: Buffer, names: readonly string[]): Buffer {
  const packings = names.filter((name) => HIDING_NAMES.test(name));
  if (packings.length === 0) return bytes;
  if (packings.join() !== 'FlateDecode') throw new PdfTooComplex();
  try {
    return inflateSync(bytes, {
      maxOutputLength: MAX_INFLATED_EACH,
      // As far as it goes, when it is cut short: readers of PDFs do the same.
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch {
    throw new PdfTooComplex();
  }
}

function namesActive(text: string): boolean {
  return unescapedNames(text).some((name) => ACTIVE_NAMES.has(name));
}

function unescapedNames(text: string): string[] {
  // A name ends at white space or at a delimiter.
  const names = text.match(/\/[^\s/<>[\](){}%]+/g) ?? [];
  return names.map((name) =>
    name
      .slice(1)
      .replace(/#([0-9a-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );
}
