import { FILE_LIMITS } from './file-limits.js';
import { FILE_REFUSALS, fileRefusalText, isFileRefusal } from './file-refusals.js';

describe('refusals', () => {
  const sentences = Object.values(FILE_REFUSALS);

  it('each have a sentence of their own that says what to do', () => {
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence.length).toBeGreaterThan(40);
    }
  });

  it('name the limits that hold', () => {
    const megabytes = (bytes: number) => `${bytes / 1024 / 1024}MB`;
    expect(fileRefusalText('too_big')).toContain(megabytes(FILE_LIMITS.maxBytesPerFile));
    expect(fileRefusalText('too_big_together')).toContain(
      megabytes(FILE_LIMITS.maxBytesPerRequest),
    );
    expect(fileRefusalText('too_many_files')).toContain(`${FILE_LIMITS.maxFilesPerRequest} files`);
    expect(fileRefusalText('too_many_pages')).toContain(`${FILE_LIMITS.maxPages} pages`);
    expect(fileRefusalText('picture_too_large')).toContain(`${FILE_LIMITS.maxPixels / 1e6} mega`);
  });

  it('are known by name, and by no inherited one', () => {
    expect(isFileRefusal('empty')).toBe(true);
    expect(isFileRefusal('constructor')).toBe(false);
    expect(isFileRefusal(undefined)).toBe(false);
  });
});
