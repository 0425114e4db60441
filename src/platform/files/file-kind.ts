import { fileTypeFromFile } from 'file-type';
import type { FileRefusal } from './file-refusals.js';

/** What each kind is called in names and in HTTP, and the bytes it must begin with. */
export const FILE_KINDS = {
  jpeg: { extensions: ['jpg', 'jpeg'], contentType: 'image/jpeg', detectedAs: ['image/jpeg'] },
  png: { extensions: ['png'], contentType: 'image/png', detectedAs: ['image/png'] },
  heic: {
    extensions: ['heic', 'heif'],
    contentType: 'image/heic',
    detectedAs: ['image/heic', 'image/heif'],
  },
  pdf: { extensions: ['pdf'], contentType: 'application/pdf', detectedAs: ['application/pdf'] },
} as const satisfies Record<
  string,
  { extensions: readonly string[]; contentType: string; detectedAs: readonly string[] }
>;

export type FileKind = keyof typeof FILE_KINDS;

/** Bytes read from the start of a file for our own check. */
export const HEAD_BYTES = 64;

type KindOutcome =
  { ok: true; kind: FileKind; extension: string } | { ok: false; refusal: FileRefusal };

/**
 * The kind by content, decided twice: by our own look at the first bytes, which no parser can be
 * tricked into skipping, and by file-type. The extension of the sender's name must agree.
 */
export async function kindOfFile(
  path: string,
  head: Uint8Array,
  originalName: string,
): Promise<KindOutcome> {
  const kind = kindByFirstBytes(head);
  if (kind === null) return { ok: false, refusal: 'wrong_type' };
  const detected = await fileTypeFromFile(path);
  if (detected?.mime === 'image/apng') return { ok: false, refusal: 'moving_picture' };
  const accepted: readonly string[] = FILE_KINDS[kind].detectedAs;
  if (!detected || !accepted.includes(detected.mime)) return { ok: false, refusal: 'wrong_type' };
  const extension = extensionOf(originalName);
  const extensions: readonly string[] = FILE_KINDS[kind].extensions;
  if (!extensions.includes(extension)) return { ok: false, refusal: 'extension_differs' };
  return { ok: true, kind, extension };
}

/** The kind of what was stored; throws when it is none that we take. */
export function fileKindOf(contentType: string): FileKind {
  const kinds = Object.keys(FILE_KINDS) as FileKind[];
  const kind = kinds.find((one) => FILE_KINDS[one].contentType === contentType);
  if (!kind) throw new Error('A stored file is of no kind we take.');
  return kind;
}

/** Lower case, without the dot; empty when the name has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

export function kindByFirstBytes(head: Uint8Array): FileKind | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png';
  // At the very start: a PDF behind some other bytes is a polyglot.
  if (bytes.subarray(0, 5).equals(Buffer.from('%PDF-', 'latin1'))) return 'pdf';
  const brand = bytes.toString('latin1', 4, 12);
  if (brand === 'ftypheic' || brand === 'ftypheix' || brand === 'ftypmif1') return 'heic';
  return null;
}
