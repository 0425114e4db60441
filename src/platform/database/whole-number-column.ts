import type { ValueTransformer } from 'typeorm';

/** BIGINT comes back as text, lest a number lose its last digits; ours are far below that. */
export const wholeNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (text: string | number | null): number | null => (text === null ? null : Number(text)),
};
