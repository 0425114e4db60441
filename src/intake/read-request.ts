import { readFile } from 'node:fs/promises';
import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FILE_LIMITS } from '../platform/files/file-limits.js';
import { type FileRefusal, fileRefusalText } from '../platform/files/file-refusals.js';
import { receiveFiles } from '../platform/files/receive-upload.js';
import { discardReceived, type ReceivedFile } from '../platform/files/received-file.js';
import { isSound } from '../platform/web/read-body.js';
import { hasRepeatedNames } from '../platform/web/repeated-names.js';
import { ApiProblem } from '../platform/web/refusals.js';
import type { SentFile } from './sent-files.js';

/** `evidence[utility_bill]`: the part's name says which kind of paper the file is. */
const PART_NAME = /^evidence\[([a-z0-9_]{1,40})\]$/;
const APPLICATION_PART = 'application';
const ANY_PART = /^(?:application|evidence\[[a-z0-9_]{1,40}\])$/;

export interface RequestRead {
  /** Parsed JSON; undefined when the request carries none. */
  body: unknown;
  files: SentFile[];
}

/** Reads JSON, or a multipart request with a part `application` (JSON) and files. */
export async function readRequest(
  req: Request,
  res: Response,
  uploadsDirectory: string,
): Promise<RequestRead> {
  if (!isMultipart(req)) {
    if (req.is('application/x-www-form-urlencoded')) throw new UnsupportedMediaTypeException();
    return { body: req.body as unknown, files: [] };
  }
  const received = await receiveFiles(req, res, { directory: uploadsDirectory, field: ANY_PART });
  if (!received.ok) throw refusedUpload(received.refusal, received.originalName);
  const documents = received.files.filter(({ field }) => field === APPLICATION_PART);
  const files = received.files
    .filter(({ field }) => field !== APPLICATION_PART)
    .map((file) => ({ kind: kindOf(file.field), file }));
  return { body: await applicationOf(req.body, documents), files };
}

/** Some senders give the JSON part a file name; then it arrives as a file. */
async function applicationOf(parts: unknown, documents: readonly ReceivedFile[]): Promise<unknown> {
  const [document, ...more] = documents;
  if (!document) return applicationPart(parts);
  try {
    if (more.length > 0 || APPLICATION_PART in Object(parts)) throw sentTwice();
    if (document.bytes > FILE_LIMITS.maxFieldBytes) {
      throw new ApiProblem(413, { title: `The part ${APPLICATION_PART} is too large` });
    }
    const text = await readFile(document.path, 'utf8');
    return applicationPart({ ...(parts as object), [APPLICATION_PART]: text });
  } finally {
    await discardReceived(documents);
  }
}

function isMultipart(req: Request): boolean {
  return /^multipart\/form-data/i.test(req.headers['content-type'] ?? '');
}

function kindOf(partName: string): string {
  return PART_NAME.exec(partName)?.[1] ?? '';
}

function applicationPart(parts: unknown): unknown {
  const { [APPLICATION_PART]: text, ...others } = { ...(parts as Record<string, unknown>) };
  if (Object.keys(others).length > 0) {
    throw new ApiProblem(400, { title: `Only the part ${APPLICATION_PART} and files are taken` });
  }
  if (text === undefined) return undefined;
  if (typeof text !== 'string') {
    throw sentTwice();
  }
  const body = parseJson(text);
  if (!isSound(body) || hasRepeatedNames(text))
    throw new BadRequestException('The content cannot be read.');
  return body;
}

function sentTwice(): ApiProblem {
  return new ApiProblem(400, { title: `The part ${APPLICATION_PART} must be sent once` });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiProblem(400, { title: `The part ${APPLICATION_PART} is not JSON` });
  }
}

const STATUS: Partial<Record<FileRefusal, number>> = {
  too_big: 413,
  malformed_request: 400,
  interrupted: 400,
  sent_too_slowly: 408,
};

/** A request that could not be received whole; nothing else of it was looked at. */
function refusedUpload(refusal: FileRefusal, originalName: string | null): ApiProblem {
  const words = `${originalName ? `${originalName}: ` : ''}${fileRefusalText(refusal)}`;
  const detail =
    refusal === 'unexpected_file'
      ? `A file must come in a part named evidence[KIND], at most ${FILE_LIMITS.maxFilesPerRequest} in a request.`
      : words;
  return new ApiProblem(STATUS[refusal] ?? 422, {
    title: 'The files cannot be taken',
    detail,
    faults: [{ pointer: '/evidence', code: refusal, words: detail }],
  });
}
