import type { ServerResponse } from 'node:http';
import { displayName } from './display-name.js';
import { extensionOf, FILE_KINDS, type FileKind } from './file-kind.js';
import { PAGE_CONTENT_TYPE } from './page-drawing.js';

/** On every answer of the host of files, whoever asks and however (S3.6). */
const GUARD_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'private, no-store',
  'Accept-Ranges': 'none',
} as const;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

export type DownloadHeaders = Record<string, string>;

interface Hosts {
  PUBLIC_URL: string;
  FILES_URL: string;
}

/** What every answer of the host of files says, before anything is known of what it will be. */
export function guardFileAnswer(response: ServerResponse, hosts: Hosts): void {
  for (const [name, value] of Object.entries(GUARD_HEADERS)) response.setHeader(name, value);
  response.setHeader('Cross-Origin-Resource-Policy', embeddingPages(hosts));
  if (!hosts.FILES_URL.startsWith('https:')) return;
  response.setHeader('Strict-Transport-Security', `max-age=${2 * YEAR_SECONDS}`);
}

/**
 * Which pages may show a file. A host of files below the pages' own name is certainly of the same
 * site, so only that site's pages may. Otherwise a browser would not show the pictures to our own
 * pages either, so any page may: what protects a picture is that nobody else can have its link.
 */
export function embeddingPages({ PUBLIC_URL, FILES_URL }: Hosts): 'same-site' | 'cross-origin' {
  const [pages, files] = [new URL(PUBLIC_URL), new URL(FILES_URL)];
  const isBelow = pages.hostname.includes('.') && files.hostname.endsWith(`.${pages.hostname}`);
  return isBelow && pages.protocol === files.protocol ? 'same-site' : 'cross-origin';
}

/** Headers for a page image, which we made ourselves: shown where it stands. */
export function pageImageHeaders(bytes: number): DownloadHeaders {
  return {
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
