import type { ValueTransformer } from 'typeorm';

/** Stores a plain value as JSON text, the same on MariaDB and MySQL. */
export const jsonColumn: ValueTransformer = {
  to: (value: unknown) => JSON.stringify(value),
  from: (text: string): unknown => JSON.parse(text),
};
