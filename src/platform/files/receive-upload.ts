import type { Request, RequestHandler, Response } from 'express';
import multer from 'multer';
import { FILE_LIMITS } from './file-limits.js';
import type { FileRefusal } from './file-refusals.js';
import { QuarantineStorage, UploadRefused } from './quarantine-storage.js';
import { quarantineFolder } from './quarantine.js';
import { discardReceived, type ReceivedFile } from './received-file.js';

export interface ReceiveUploadOptions {
  /** The uploads folder; files wait in its quarantine. */
  directory: string;
  /** Name of the form field that may carry files, or a pattern of such names. */
  field: string | RegExp;
  maxFiles?: number;
  maxBytesPerFile?: number;
  maxBytesTogether?: number;
  /** Longest value of a text field. */
  maxFieldBytes?: number;
  idleMilliseconds?: number;
  receiveMilliseconds?: number;
}

export type UploadOutcome =
  | { ok: true; files: ReceivedFile[] }
  | { ok: false; refusal: FileRefusal; originalName: string | null };

const outcomes = new WeakMap<object, UploadOutcome>();

/**
 * Express middleware that receives the files of a multipart request into quarantine. A refusal is no
 * error: the handler runs, reads `uploadOutcomeOf(request)` and shows the person his page again. The
 * text fields are in `request.body`, an object without a prototype. Files left in quarantine when
 * the response has been sent are removed.
 */
export function receiveUpload(options: ReceiveUploadOptions): RequestHandler {
  return (request, response, next) => {
    receiveFiles(request, response, options).then(() => next(), next);
  };
}

/** What `receiveUpload` took from this request: all files or, on a refusal, none. */
export function uploadOutcomeOf(request: object): UploadOutcome {
  const outcome = outcomes.get(request);
  if (outcome === undefined) throw new Error('receiveUpload has not run for this request');
  return outcome;
}

/** The same as `receiveUpload`, for an interceptor. Rejects only when our own disk fails. */
export async function receiveFiles(
  request: Request,
  response: Response,
  options: ReceiveUploadOptions,
): Promise<UploadOutcome> {
  const storage = new QuarantineStorage({
    folder: quarantineFolder(options.directory),
    maxBytesPerFile: options.maxBytesPerFile ?? FILE_LIMITS.maxBytesPerFile,
    maxBytesTogether: options.maxBytesTogether ?? FILE_LIMITS.maxBytesPerRequest,
  });
  const guard = guardTransfer(request, options);
  const fault = await parse(request, response, parserFor(storage, options));
  guard.stop();
  await storage.settled();
  if (fault !== null) await discardReceived(storage.files);
  const outcome: UploadOutcome =
    fault === null
      ? { ok: true, files: storage.files }
      : { ok: false, ...refusalOf(fault, guard.isCutForTime()) };
  outcomes.set(request, outcome);
  if (outcome.ok) discardAfterResponse(response, outcome.files);
  return outcome;
}

function parserFor(storage: QuarantineStorage, options: ReceiveUploadOptions): RequestHandler {
  const maxFiles = options.maxFiles ?? FILE_LIMITS.maxFilesPerRequest;
  let files = 0;
  return multer({
    storage,
    defParamCharset: 'utf8',
    limits: {
      fileSize: options.maxBytesPerFile ?? FILE_LIMITS.maxBytesPerFile,
      // File inputs left empty are parts too; the files that are really sent are counted below.
      files: maxFiles + FILE_LIMITS.maxFields,
      parts: maxFiles + 2 * FILE_LIMITS.maxFields,
      fields: FILE_LIMITS.maxFields,
      fieldNameSize: FILE_LIMITS.maxFieldNameBytes,
      fieldSize: options.maxFieldBytes ?? FILE_LIMITS.maxFieldBytes,
      fieldNestingDepth: FILE_LIMITS.maxFieldNesting,
      fieldArrayIndexLimit: FILE_LIMITS.maxFieldArrayIndex,
      headerPairs: FILE_LIMITS.maxPartHeaders,
    },
    fileFilter: (_request, file, decide) => {
      if (!isExpected(file.fieldname, options.field)) {
        return decide(new UploadRefused('unexpected_file'));
      }
      files += 1;
      if (files > maxFiles) return decide(new UploadRefused('too_many_files'));
      decide(null, true);
    },
  }).any();
}

function isExpected(name: string, field: string | RegExp): boolean {
  return typeof field === 'string' ? name === field : name.search(field) >= 0;
}

function parse(request: Request, response: Response, parser: RequestHandler): Promise<unknown> {
  return new Promise((resolve) => {
    // Multer's types call a request's `next` with an optional error; null says there was none.
    void parser(request, response, (error?: unknown) => resolve(error ?? null));
  });
}

/** Cuts a sender who is idle, takes too long, or goes on sending after he was refused. */
function guardTransfer(request: Request, options: ReceiveUploadOptions) {
  let isCutForTime = false;
  const cutForTime = () => {
    isCutForTime = true;
    request.destroy();
  };
  const idle = setTimeout(cutForTime, options.idleMilliseconds ?? FILE_LIMITS.idleMilliseconds);
  const whole = setTimeout(
    cutForTime,
    options.receiveMilliseconds ?? FILE_LIMITS.receiveMilliseconds,
  );
  let bytes = 0;
  const count = (chunk: Buffer) => {
    idle.refresh();
    bytes += chunk.length;
    if (bytes > FILE_LIMITS.maxBytesDrained) request.destroy();
  };
  const isMultipart = request.is('multipart') !== false && request.is('multipart') !== null;
  if (isMultipart) request.on('data', count);
  return {
    isCutForTime: () => isCutForTime,
    stop: () => {
      clearTimeout(idle);
      clearTimeout(whole);
      request.off('data', count);
    },
  };
}

const REFUSAL_BY_CODE: Partial<Record<string, FileRefusal>> = {
  LIMIT_FILE_SIZE: 'too_big',
  LIMIT_FILE_COUNT: 'too_many_files',
  LIMIT_UNEXPECTED_FILE: 'unexpected_file',
};

function refusalOf(fault: unknown, isCutForTime: boolean) {
  if (isCutForTime) return { refusal: 'sent_too_slowly', originalName: null } as const;
  if (fault instanceof UploadRefused) {
    return { refusal: fault.refusal, originalName: fault.originalName };
  }
  if (fault instanceof multer.MulterError) {
    return { refusal: REFUSAL_BY_CODE[fault.code] ?? 'malformed_request', originalName: null };
  }
  if (isOfOurDisk(fault)) throw fault;
  const isCut = /Request (aborted|closed)|aborted|ECONNRESET/.test(String(fault));
  return { refusal: isCut ? 'interrupted' : 'malformed_request', originalName: null } as const;
}

/** Errors of the file system carry the system call that failed; that of a lost connection is `read`. */
function isOfOurDisk(fault: unknown): boolean {
  const hasCall = typeof fault === 'object' && fault !== null && 'syscall' in fault;
  return hasCall && fault.syscall !== 'read';
}

/** A sender who left early may still be being served: his files wait until that must be over. */
function discardAfterResponse(response: Response, files: readonly ReceivedFile[]): void {
  const discard = () => {
    const wait = response.writableFinished ? 0 : 10 * 60_000;
    setTimeout(() => void discardReceived(files), wait).unref();
  };
  if (response.closed) discard();
  else response.once('close', discard);
}
