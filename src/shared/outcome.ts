/**
 * What a rule answers: either it went well, with what came of it, or it was refused, with a code
 * that the page turns into a sentence. A refusal is an answer, not an error: nothing is thrown.
 */
export type Ok<T = unknown> = { readonly ok: true } & T;
export type Refused<R extends string, D = unknown> = {
  readonly ok: false;
  readonly refusal: R;
} & D;
export type Outcome<T, R extends string, D = unknown> = Ok<T> | Refused<R, D>;

export function ok(): Ok;
export function ok<T extends object>(value: T): Ok<T>;
export function ok(value: object = {}): Ok {
  return { ...value, ok: true };
}

export function refuse<const R extends string>(refusal: R): Refused<R>;
export function refuse<const R extends string, D extends object>(
  refusal: R,
  details: D,
): Refused<R, D>;
export function refuse(refusal: string, details: object = {}): Refused<string> {
  return { ...details, ok: false, refusal };
}
