const MEGABYTE = 1024 * 1024;

/** Every limit on files that strangers send, in one place. */
export const FILE_LIMITS = {
  minBytesPerFile: 1,
  maxBytesPerFile: 10 * MEGABYTE,
  maxFilesPerRequest: 10,
  maxBytesPerRequest: 30 * MEGABYTE,
  maxBytesPerCase: 30 * MEGABYTE,
  maxNameCharacters: 200,

  /** Form fields that travel with the files. */
  maxFields: 60,
  maxFieldNameBytes: 100,
  maxFieldBytes: 64 * 1024,
  maxFieldNesting: 2,
  maxFieldArrayIndex: 100,
  maxPartHeaders: 20,
  /** A sender who has been refused may finish sending this much before the connection is cut. */
  maxBytesDrained: 64 * MEGABYTE,
  idleMilliseconds: 60_000,
  receiveMilliseconds: 600_000,

  maxPages: 40,
  maxPixels: 25_000_000,
  /** A0 is 47 inches long; a page longer than this is no letter. In PDF points, 72 to the inch. */
  maxPagePoints: 50 * 72,

  /** A page image is at most this large, whichever way up: text on A4 stays legible when zoomed. */
  pageShortSide: 1600,
  pageLongSide: 2400,
  pageJpegQuality: 84,
  maxBytesPerPageImage: 12 * MEGABYTE,

  conversionMilliseconds: 20_000,
  conversionMemoryBytes: 512 * MEGABYTE,
  conversionsWaiting: 50,

  /** Leftovers in quarantine older than this are swept. */
  leftoverMilliseconds: 24 * 60 * 60 * 1000,
} as const;
