import { BadRequestException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FILE_LIMITS } from '../platform/files/file-limits.js';
import { type FileRefusal, fileRefusalText } from '../platform/files/file-refusals.js';
import { receiveFiles } from '../platform/files/receive-upload.js';
import { isSound } from '../platform/web/read-body.js';
import { ApiProblem } from '../platform/web/refusals.js';
import type { SentFile } from './sent-files.js';

/** `evidence[utility_bill]`: the part's name says which kind of paper the file is. */
const PART_NAME = /^evidence\[([a-z0-9_]{1,40})\]$/;
const APPLICATION_PART = 'application';

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
  if (!isMultipart(req)) return { body: req.body as unknown, files: [] };
  const received = await receiveFiles(req, res, {
    directory: uploadsDirectory,
    field: PART_NAME,
  });
  if (!received.ok) throw refusedUpload(received.refusal, received.originalName);
  const files = received.files.map((file) => ({ kind: kindOf(file.field), file }));
  return { body: applicationPart(req.body), files };
}

export function isMultipart(req: Request): boolean {
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
    throw new ApiProblem(400, { title: `The part ${APPLICATION_PART} must be sent once` });
  }
  const body = parseJson(text);
  if (!isSound(body)) throw new BadRequestException('The content cannot be read.');
  return body;
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
