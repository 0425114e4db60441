import { createHash, createHmac } from 'node:crypto';

/** One link of the chain: what one row was when it was sealed. Hashes are 64 hex digits. */
export interface Seal {
  /** 1, 2, 3 … without a gap. */
  sequence: number;
  source: string;
  rowId: string;
  factsHash: string;
  valuesHash: string;
  sealedAt: Date;
  /** SHA-256 over the chain hash before it and everything above. */
  chainHash: string;
}

export type Content = readonly (string | null)[];

/** What stands before the first seal. */
export const CHAIN_START = '0'.repeat(64);

export function factsHash(content: Content): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Under a key: whoever reads the chain cannot try out names until one fits. */
export function valuesHash(content: Content, key: Buffer): string {
  return createHmac('sha256', key).update(JSON.stringify(content)).digest('hex');
}

export function chainHash(before: string, seal: Omit<Seal, 'chainHash'>): string {
  const { sequence, source, rowId, factsHash, valuesHash, sealedAt } = seal;
  const content = [before, sequence, source, rowId, factsHash, valuesHash, sealedAt.toISOString()];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Links rows to the end of the chain, in the order given. */
export function link(
  end: Pick<Seal, 'sequence' | 'chainHash'>,
  rows: readonly Omit<Seal, 'sequence' | 'chainHash'>[],
): Seal[] {
  let { sequence, chainHash: before } = end;
  return rows.map((row) => {
    sequence += 1;
    const seal = { ...row, sequence };
    before = chainHash(before, seal);
    return { ...seal, chainHash: before };
  });
}
