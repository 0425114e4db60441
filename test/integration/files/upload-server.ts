import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import {
  receiveUpload,
  uploadOutcomeOf,
  type ReceiveUploadOptions,
} from '../../../src/platform/files/receive-upload.js';

const LINE = '\r\n';
const BOUNDARY = 'a-boundary-of-the-test';
export const MULTIPART = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
export const END = `--${BOUNDARY}--${LINE}`;

type FileSent = [field: string, content: Buffer, name: string];

export interface Answer {
  outcome: { ok: boolean; refusal?: string; files: Record<string, unknown>[] };
  fields: Record<string, unknown>;
  inQuarantine: number;
  hashes: string[];
}

/** One part of a multipart body, written by hand. */
export function part(disposition: string, content: string): string {
  return [
    `--${BOUNDARY}`,
    `Content-Disposition: form-data; ${disposition}`,
    '',
    `${content}${LINE}`,
  ].join(LINE);
}

export function form(files: FileSent[], fields: Record<string, string> = {}): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [field, content, name] of files) {
    body.append(field, new Blob([new Uint8Array(content)]), name);
  }
  return body;
}

async function answer(incoming: string, request: express.Request, response: express.Response) {
  // Nobody is left to be answered when the sender has gone.
  if (response.closed || response.socket?.destroyed) return;
  const outcome = uploadOutcomeOf(request);
  const files = outcome.ok ? outcome.files : [];
  const contents = await Promise.all(files.map((file) => readFile(file.path)));
  response.json({
    outcome,
    fields: { ...request.body },
    inQuarantine: readdirSync(incoming).length,
    hashes: contents.map((content) => createHash('sha256').update(content).digest('hex')),
  });
}

/** A server that receives uploads on each path as its options say, and tells what it received. */
export async function startUploadServer(routes: Record<string, Partial<ReceiveUploadOptions>>) {
  const directory = await mkdtemp(join(tmpdir(), 'uploads-'));
  const incoming = join(directory, '.incoming');
  const application = express();
  for (const [path, options] of Object.entries(routes)) {
    const receive = receiveUpload({ directory, field: /^paper-\d+$/, ...options });
    application.post(path, receive, (request, response) => {
      void answer(incoming, request, response);
    });
  }
  const server = createServer(application).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    incoming,
    port,
    post: async (path: string, body: FormData | string, headers: Record<string, string> = {}) => {
      const url = `http://127.0.0.1:${port}${path}`;
      const response = await fetch(url, { method: 'POST', body, headers });
      return (await response.json()) as Answer;
    },
    expectEmptyQuarantine: async () => {
      for (let n = 0; n < 100 && readdirSync(incoming).length > 0; n += 1) await pause(20);
      expect(readdirSync(incoming)).toEqual([]);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true, force: true });
    },
  };
}
