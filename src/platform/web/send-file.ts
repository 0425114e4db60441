import type { Response } from 'express';
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
    await content.pour((bytes) => written(res, bytes));
    res.end();
  } finally {
    await content.discard().catch(() => undefined);
  }
}

/** Resolves when the bytes have left; rejects when whoever asked has hung up. */
function written(res: Response, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const hungUp = () => reject(new Error('Whoever asked for the file has hung up.'));
    if (res.destroyed) return hungUp();
    res.once('close', hungUp);
    res.write(bytes, (error) => {
      res.off('close', hungUp);
      if (error) reject(error);
      else resolve();
    });
  });
}
