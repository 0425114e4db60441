import { randomInt } from 'node:crypto';
import type { Reader } from '../platform/database/transaction.js';
import type { LocalDate } from '../shared/london-date.js';
import { DRAWS, isDrawn } from './quality-sample.rules.js';
import { percentOn } from './quality-shares.store.js';

/** The draw that a decision keeps, with the share it was held against. */
export interface SampleDraw {
  draw: number;
  percent: number;
  isDrawn: boolean;
}

/** Draws for one decision, as it is made: nobody can know or choose beforehand which are looked at. */
export async function drawSample(
  reader: Reader,
  permitTypeCode: string,
  { on, usualPercent }: { on: LocalDate; usualPercent: number },
): Promise<SampleDraw> {
  const percent = (await percentOn(reader, permitTypeCode, on)) ?? usualPercent;
  const draw = randomInt(DRAWS);
  return { draw, percent, isDrawn: isDrawn(draw, percent) };
}
