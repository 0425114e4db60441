import type { Fault, FaultCode } from './faults.rules.js';

/** What the API's document says of a value: JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A value as far as it could be read: what was faulty is left out. */
export type Draft<T> = T extends string | number | Date | null
  ? T
  : { [Name in keyof T]?: Draft<T[Name]> };

/**
 * One field of a body: how it is read and, from the same lines, how it is documented. `read` returns
 * undefined after adding at least one fault.
 */
export interface Field<T> {
  readonly label: string;
  readonly schema: JsonSchema;
  readonly isOptional: boolean;
  read(value: unknown, pointer: string, faults: Fault[]): Draft<T> | undefined;
}

export type ValueOf<F> = F extends Field<infer T> ? T : never;
type Fields = Readonly<Record<string, Field<unknown>>>;
type Values<F extends Fields> = { [Name in keyof F]: ValueOf<F[Name]> };

/** How a text becomes what we keep, or why it does not. */
export type Reading<T> = { ok: true; value: T } | { ok: false; code: FaultCode; words: string };

interface Described {
  label: string;
  description?: string;
  example?: unknown;
}

interface TextTerms<T> extends Described {
  max: number;
  format?: string;
  pattern?: string;
  oneOf?: readonly string[];
  read: (typed: string) => Reading<T>;
}

/** Control characters, and signs that print nothing or turn the writing round. */
const UNREADABLE = /[\p{Cc}\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;

/** Text on one line, composed and without blanks at its ends, then read by the field's own rule. */
export function textAs<T>(terms: TextTerms<T>): Field<T> {
  const { label, max, read, format, pattern, oneOf } = terms;
  return {
    label,
    isOptional: false,
    schema: {
      type: 'string',
      minLength: 1,
      ...(oneOf ? { enum: oneOf } : { maxLength: max }),
      ...(format ? { format } : {}),
      ...(pattern ? { pattern } : {}),
      ...described(terms),
    },
    read(value, pointer, faults) {
      const reading = readLine(value, { label, max, read });
      if (reading.ok) return reading.value as Draft<T>;
      faults.push({ pointer, code: reading.code, words: reading.words });
      return undefined;
    },
  };
}

function readLine<T>(
  value: unknown,
  { label, max, read }: Pick<TextTerms<T>, 'label' | 'max' | 'read'>,
): Reading<T> {
  const refuse = (code: FaultCode, words: string) => ({ ok: false, code, words }) as const;
  if (typeof value !== 'string') return refuse('must_be_text', `${label} must be text`);
  const typed = value.normalize('NFC').trim();
  if (typed === '') return refuse('empty', `${label} is empty`);
  if ([...typed].length > max) {
    return refuse('too_long', `${label} must be ${max} characters or fewer`);
  }
  if (UNREADABLE.test(typed)) {
    const words = `${label} has a line break or a character that cannot be seen`;
    return refuse('unreadable_characters', words);
  }
  return read(typed);
}

export function text(terms: Described & { max: number }): Field<string> {
  return textAs({ ...terms, read: (typed) => ({ ok: true, value: typed }) });
}

export function oneOf<const Choice extends string>(
  choices: readonly Choice[],
  terms: Described,
): Field<Choice> {
  return textAs<Choice>({
    ...terms,
    max: 60,
    oneOf: choices,
    read: (typed) => {
      const value = choices.find((choice) => choice === typed);
      if (value !== undefined) return { ok: true, value };
      return { ok: false, code: 'not_one_of', words: `${terms.label} must be ${listed(choices)}` };
    },
  });
}

export function wholeNumber(terms: Described & { min: number; max: number }): Field<number> {
  const { label, min, max } = terms;
  return {
    label,
    isOptional: false,
    schema: { type: 'integer', minimum: min, maximum: max, ...described(terms) },
    read(value, pointer, faults) {
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || Object.is(value, -0)) {
        const words = `${label} must be a whole number, written without quotation marks`;
        faults.push({ pointer, code: 'must_be_a_whole_number', words });
        return undefined;
      }
      if (value >= min && value <= max) return value;
      const words = `${label} must be between ${min} and ${max}`;
      faults.push({ pointer, code: 'out_of_range', words });
      return undefined;
    },
  };
}

/** The field may be left out or null; both read as null. */
export function optional<T>(field: Field<T>): Field<T | null> {
  const { type } = field.schema;
  const choices = field.schema['enum'] as readonly unknown[] | undefined;
  return {
    label: field.label,
    isOptional: true,
    schema: {
      ...field.schema,
      type: [type, 'null'],
      ...(choices ? { enum: [...choices, null] } : {}),
    },
    read(value, pointer, faults) {
      if (value === null || value === undefined) return null as Draft<T | null>;
      return field.read(value, pointer, faults) as Draft<T | null> | undefined;
    },
  };
}

/** Named fields and no others. `also` checks what two fields say of one another. */
export function object<F extends Fields>(
  label: string,
  fields: F,
  also?: (draft: Draft<Values<F>>, pointer: string, faults: Fault[]) => Draft<Values<F>>,
): Field<Values<F>> {
  return {
    label,
    isOptional: false,
    schema: schemaOf(label, fields),
    read(value, pointer, faults) {
      if (!isPlain(value)) {
        faults.push({ pointer, code: 'must_be_an_object', words: `${label} must be an object` });
        return undefined;
      }
      faults.push(...unknownFields(value, fields, pointer));
      const entries = Object.entries(fields).map(([name, field]) => [
        name,
        readField(field, value[name], `${pointer}/${name}`, faults),
      ]);
      const draft = Object.fromEntries(entries) as Draft<Values<F>>;
      return also ? also(draft, pointer, faults) : draft;
    },
  };
}

function readField(
  field: Field<unknown>,
  value: unknown,
  pointer: string,
  faults: Fault[],
): unknown {
  if (field.isOptional || (value !== undefined && value !== null)) {
    return field.read(value, pointer, faults);
  }
  faults.push({ pointer, code: 'missing', words: `${field.label} is missing` });
  return undefined;
}

function unknownFields(value: object, fields: Fields, pointer: string): Fault[] {
  return Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .slice(0, 20)
    .map((name) => ({
      pointer: `${pointer}/${escapePointer(name.slice(0, 100))}`,
      code: 'unknown_field',
      words: 'We do not know this field',
    }));
}

/** RFC 6901: `~` and `/` inside a name. */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function schemaOf(label: string, fields: Fields): JsonSchema {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    description: label,
    additionalProperties: false,
    required: entries.filter(([, field]) => !field.isOptional).map(([name]) => name),
    properties: Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])),
  };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function described({ label, description, example }: Described): JsonSchema {
  return {
    description: description ?? label,
    ...(example === undefined ? {} : { examples: [example] }),
  };
}

/** `a, b or c`. */
export function listed(choices: readonly string[]): string {
  const last = choices.at(-1) ?? '';
  return choices.length < 2 ? last : `${choices.slice(0, -1).join(', ')} or ${last}`;
}
