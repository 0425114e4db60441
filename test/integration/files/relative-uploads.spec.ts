import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import sharp from 'sharp';
import { makePageImages } from '../../../src/platform/files/page-images.js';
import { quarantineFolder, quarantinePath } from '../../../src/platform/files/quarantine.js';

describe('an uploads folder given as a relative path', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uploads-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('still lets the drawing process find the file', async () => {
    const path = quarantinePath(quarantineFolder(relative(process.cwd(), folder)));
    const picture = sharp({ create: { width: 40, height: 60, channels: 3, background: 'white' } });
    writeFileSync(path, await picture.jpeg().toBuffer());
    expect(await makePageImages(path, 'jpeg')).toMatchObject({ ok: true, pages: [{ width: 40 }] });
  });
});
