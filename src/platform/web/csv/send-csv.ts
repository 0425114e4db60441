import type { Response } from 'express';

const FILE_NAME = /^[a-z0-9][a-z0-9.-]{0,80}\.csv$/;

/** Says that what follows is a file to keep, and that nobody else may keep a copy of it. */
export function csvHeaders(res: Response, fileName: string): void {
  if (!FILE_NAME.test(fileName)) throw new TypeError('the name of the file is not one we give');
  res
    .set('Cache-Control', 'no-store')
    .set('Content-Type', 'text/csv; charset=utf-8')
    .set('Content-Disposition', `attachment; filename="${fileName}"`);
}
