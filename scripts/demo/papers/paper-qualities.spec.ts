import sharp from 'sharp';
import { drawPaper } from './draw-paper.js';
import { PAPER_QUALITIES } from './paper-spec.js';
import { aPaper, readPages } from './papers-under-test.js';

const PATIENCE_MS = 60_000;

describe('qualities', () => {
  it.each(PAPER_QUALITIES)(
    'a %s photo and scan stay small',
    async (quality) => {
      for (const format of ['photo', 'scan'] as const) {
        const { bytes } = await drawPaper(aPaper({ kind: 'bank_statement', format, quality }));
        const { width, height } = await sharp(bytes).metadata();

        expect(Math.max(width, height)).toBeLessThanOrEqual(format === 'photo' ? 1600 : 1800);
        expect(bytes.length).toBeLessThanOrEqual(600 * 1024);
      }
    },
    PATIENCE_MS,
  );

  it(
    'a turned photo lies on its side and nothing in it says so',
    async () => {
      const { bytes } = await drawPaper(aPaper({ format: 'photo', quality: 'turned' }));
      const { width, height, orientation } = await sharp(bytes).metadata();

      expect(width).toBeGreaterThan(height);
      expect(orientation ?? 1).toBe(1);
    },
    PATIENCE_MS,
  );

  it(
    'some clear photos lie sideways and say so, and are upright once righted',
    async () => {
      const shapes = await Promise.all(
        Array.from({ length: 8 }, async (_, seed) => {
          const { bytes } = await drawPaper(aPaper({ format: 'photo', seed }));
          const { orientation } = await sharp(bytes).metadata();
          const { width, height } = await sharp(
            await sharp(bytes).autoOrient().toBuffer(),
          ).metadata();
          return { orientation: orientation ?? 1, isUpright: height > width };
        }),
      );

      expect(new Set(shapes.map(({ orientation }) => orientation))).toEqual(new Set([1, 6]));
      expect(shapes.every(({ isUpright }) => isUpright)).toBe(true);
    },
    PATIENCE_MS,
  );

  it(
    'a turned PDF is turned by its pages, words and all',
    async () => {
      const turned = await drawPaper(aPaper({ quality: 'turned' }));
      const [page] = await readPages(turned.bytes);

      expect(page?.turn).toBe(90);
      expect(page?.words).toContain('Priya Kendrick');
    },
    PATIENCE_MS,
  );

  it(
    'a blurred photo has lost its fine detail, a dark one its light',
    async () => {
      const measure = async (quality: 'clear' | 'blurred' | 'dark') => {
        const { bytes } = await drawPaper(aPaper({ format: 'photo', quality }));
        const { sharpness, channels } = await sharp(bytes).stats();
        return { sharpness, light: channels[1]?.mean ?? 0 };
      };
      const [clear, blurred, dark] = [
        await measure('clear'),
        await measure('blurred'),
        await measure('dark'),
      ];

      expect(blurred.sharpness).toBeLessThan(clear.sharpness / 3);
      expect(dark.light).toBeLessThan(clear.light / 3);
    },
    PATIENCE_MS,
  );

  it.each(['blurred', 'dark'] as const)(
    'a %s PDF is a photograph without words',
    async (quality) => {
      const { bytes, contentType } = await drawPaper(aPaper({ quality }));

      expect(contentType).toBe('application/pdf');
      expect((await readPages(bytes)).map(({ words }) => words.trim())).toEqual(['']);
    },
  );
});
