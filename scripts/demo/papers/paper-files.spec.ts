import { fileTypeFromBuffer } from 'file-type';
import { drawPaper } from './draw-paper.js';
import { PAPER_FORMATS, PAPER_KINDS } from './paper-spec.js';
import { aPaper } from './papers-under-test.js';

const PATIENCE_MS = 60_000;

describe.each(PAPER_KINDS)('%s', (kind) => {
  it.each(PAPER_FORMATS)(
    'as %s is what its content type and name say, and not too large',
    async (format) => {
      const { bytes, contentType, fileName } = await drawPaper(aPaper({ kind, format }));

      const seen = await fileTypeFromBuffer(bytes);
      expect(seen?.mime).toBe(contentType);
      expect(fileName.endsWith(`.${seen?.ext}`)).toBe(true);
      expect(bytes.length).toBeLessThanOrEqual(600 * 1024);
    },
    PATIENCE_MS,
  );

  it('comes out the same twice, and different for another seed', async () => {
    const first = await drawPaper(aPaper({ kind, seed: 1 }));
    const second = await drawPaper(aPaper({ kind, seed: 1 }));
    const other = await drawPaper(aPaper({ kind, seed: 2 }));

    expect(second.fileName).toBe(first.fileName);
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect(first.bytes.equals(other.bytes)).toBe(false);
  });
});

describe('a picture of a paper', () => {
  it.each(['photo', 'scan'] as const)(
    'comes out the same twice as %s',
    async (format) => {
      const spec = aPaper({ kind: 'tenancy_agreement', format });
      const [first, second] = [await drawPaper(spec), await drawPaper(spec)];

      expect(second.fileName).toBe(first.fileName);
      expect(first.bytes.equals(second.bytes)).toBe(true);
    },
    PATIENCE_MS,
  );
});
