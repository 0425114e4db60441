import { request } from 'node:http';
import type { Answer } from './test-browser.js';

export interface FileAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  text: string;
}

interface Asking {
  method?: string;
  headers?: Record<string, string>;
}

/**
 * Asks the host of files as a browser does that was sent there by a page: the names below
 * `localhost` are this machine to browsers, but not to Node.
 */
export function askFilesHost(address: string, asking: Asking = {}): Promise<FileAnswer> {
  const { host, port, pathname, search } = new URL(address);
  const headers = {
    host,
    'sec-fetch-site': 'cross-site',
    'sec-fetch-dest': pathname.startsWith('/originals/') ? 'document' : 'image',
    ...asking.headers,
  };
  const where = { hostname: '127.0.0.1', port, path: pathname + search };
  return new Promise((resolve, reject) => {
    const sent = request({ ...where, method: asking.method ?? 'GET', headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => {
        const body = Buffer.concat(pieces);
        const status = answer.statusCode ?? 0;
        resolve({ status, headers: answer.headers, body, text: body.toString() });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Follows a page's picture or original from the pages' host to the host of files. */
export function openFile(redirect: Answer, asking: Asking = {}): Promise<FileAnswer> {
  if (redirect.status !== 303 || !redirect.location) {
    throw new Error(`There is no link to follow: the answer was ${redirect.status}.`);
  }
  return askFilesHost(redirect.location, asking);
}
