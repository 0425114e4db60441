import { makeReference } from '../../src/shared/case-reference.js';

/** Figures from 0 up to 1 that are the same in every run (mulberry32). */
export function steadyRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FIRST =
  'Priya Sam Zoë Łukasz Aoife Omar Mei José Ngozi Björn Asha Tomasz Ffion Idris Noor Wren'.split(
    ' ',
  );
const START = 'Bram Cor Del Fen Gar Hol Kel Lan Mor Nor Pen Quil Ros Sel Tam Vel Wes Yar'.split(
  ' ',
);
const END = 'bury combe dale field ford gate ham hurst ley mere shaw stead thorpe wick worth'.split(
  ' ',
);
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SECOND = [...LETTERS].filter((letter) => letter !== 'Z');

export interface InventedPerson {
  name: string;
  email: string;
  /** One of the thousand numbers that Ofcom keeps for drama; most people gave none. */
  mobile: string | null;
  /** Current shape, but no mark ever issued: none starts with Q. */
  registration: string;
}

export function inventedPerson(number: number, random: () => number): InventedPerson {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const letter = () => LETTERS.charAt(Math.floor(random() * LETTERS.length));
  const last = `${pick(START)}${pick(END)}`;
  const hyphenated = random() < 0.1 ? `${last}-${pick(START)}${pick(END)}` : last;
  const drama = String(Math.floor(random() * 1000)).padStart(3, '0');
  const figures = String(Math.floor(random() * 100)).padStart(2, '0');
  return {
    name: `${pick(FIRST)} ${random() < 0.05 ? `O’${hyphenated}` : hyphenated}`,
    email: `person.${number}@example.com`,
    mobile: random() < 0.3 ? `+447700900${drama}` : null,
    registration: `Q${pick(SECOND)}${figures}${letter()}${letter()}${letter()}`,
  };
}

/** A registration that no invented person has, nor another number: nobody asks why it is live elsewhere. */
export function ownRegistration(number: number): string {
  const figures = String(number % 100).padStart(2, '0');
  const letter = (place: number) =>
    LETTERS.charAt(Math.floor(number / 100 / LETTERS.length ** place) % LETTERS.length);
  return `QZ${figures}${letter(2)}${letter(1)}${letter(0)}`;
}

const REFERENCES = 23n ** 7n;

/** Different for different numbers, in no order to be seen. */
export function inventedReference(number: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE((BigInt(number) * 2_654_435_761n) % REFERENCES);
  return makeReference(bytes);
}

/** In the part of LE that Royal Mail gives to no street. */
export function inventedPostcode(number: number): string {
  const inward = 'ABDEFGHJLNPQRSTUWXYZ';
  const at = (index: number) => inward.charAt(index % inward.length);
  const first = at(number);
  const second = at(Math.floor(number / 20));
  return `LE9${Math.floor(number / 4000) % 9} ${Math.floor(number / 400) % 10}${first}${second}`;
}
