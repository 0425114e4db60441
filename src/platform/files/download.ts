import type { ServerResponse } from 'node:http';
import { displayName } from './display-name.js';
import { extensionOf, FILE_KINDS, type FileKind } from './file-kind.js';
import { PAGE_CONTENT_TYPE } from './page-drawing.js';

/** On every file we serve, whoever asks and however. */
const GUARD_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'private, no-store',
  'Accept-Ranges': 'none',
} as const;

export type DownloadHeaders = Record<string, string>;

/** Headers for a page image, which we made ourselves: shown where it stands. */
export function pageImageHeaders(bytes: number): DownloadHeaders {
  return {
    ...GUARD_HEADERS,
    'Content-Type': PAGE_CONTENT_TYPE,
    'Content-Disposition': 'inline',
    'Content-Length': String(bytes),
  };
}

/** Headers for an original as it was sent: only ever saved, never opened in the page. */
export function attachmentHeaders(
  original: { name: string; kind: FileKind },
  bytes: number,
): DownloadHeaders {
  return {
    ...GUARD_HEADERS,
    'Content-Type': FILE_KINDS[original.kind].contentType,
    'Content-Disposition': attachmentDisposition(original.name, original.kind),
    'Content-Length': String(bytes),
  };
}

/** Answers with the whole content; a Range the client may ask for is not honoured. */
export function sendPageImage(response: ServerResponse, content: Buffer): void {
  send(response, pageImageHeaders(content.length), content);
}

export function sendAttachment(
  response: ServerResponse,
  original: { name: string; kind: FileKind },
  content: Buffer,
): void {
  send(response, attachmentHeaders(original, content.length), content);
}

function send(response: ServerResponse, headers: DownloadHeaders, content: Buffer): void {
  response.statusCode = 200;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(content);
}

/**
 * RFC 6266: a plain ASCII name for old clients, and the full name in UTF-8 (RFC 8187). The extension
 * is that of the kind we found, whatever the name says.
 */
export function attachmentDisposition(name: string, kind: FileKind): string {
  const shown = withExtensionOf(kind, displayName(name));
  const ascii = shown.replace(/[^A-Za-z0-9 ._-]/g, '_');
  const encoded = encodeURIComponent(shown).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function withExtensionOf(kind: FileKind, name: string): string {
  const extensions: readonly string[] = FILE_KINDS[kind].extensions;
  return extensions.includes(extensionOf(name)) ? name : `${name}.${extensions[0]}`;
}
