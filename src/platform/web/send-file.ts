import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { SpooledFile } from '../files/spooled-file.js';

const FILE_NAME = /^[a-z0-9][a-z0-9.-]{0,80}\.(csv|xlsx)$/;
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Aborted once whoever asked has hung up; not by an answer that came to its end. */
export function untilHungUp(res: Response): AbortSignal {
  const stop = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) stop.abort();
  });
  return stop.signal;
}

/** Sends a file to keep, of which nobody else may keep a copy, and frees its room. */
export async function sendFile(
  res: Response,
  { name, content }: { name: string; content: SpooledFile },
): Promise<void> {
  const [, ending = ''] = FILE_NAME.exec(name) ?? [];
  const type = TYPES[ending];
  if (!type) throw new TypeError('the name of the file is not one we give');
  res
    .status(200)
    .set('Cache-Control', 'no-store')
    .set('Content-Type', type)
    .set('Content-Length', String(content.size))
    .set('Content-Disposition', `attachment; filename="${name}"`);
  try {
    await pipeline(content.read(), res);
  } finally {
    await content.discard().catch(() => undefined);
  }
}
