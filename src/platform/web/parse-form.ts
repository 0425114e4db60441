import 'reflect-metadata';
import { BadRequestException } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { type FieldShape, fieldShapes } from './form-fields.js';
import { UnknownFields } from './refusals.js';

/** One fault of a form: `field` is the property, `href` leads the error summary to its input. */
export interface FieldError {
  field: string;
  href: string;
  text: string;
}

export type ParsedForm<Form> =
  { ok: true; form: Form } | { ok: false; refusal: 'invalid'; form: Form; errors: FieldError[] };

type FormClass<Form> = new () => Form;
type Sent = Readonly<Record<string, unknown>>;
type Fields = Record<string, string | string[] | Record<string, string>>;

const CSRF = '_csrf';
/** A key starts with a letter or a digit, so it is never `__proto__`. */
const KEYED_NAME = /^([A-Za-z]\w{0,60})\[([A-Za-z0-9][A-Za-z0-9._-]{0,119})\]$/;

/**
 * Reads a posted form into its class and checks it by the class's decorators.
 * `form` is filled in both cases, so that a page can show again what was typed.
 * A field the form does not know, or one sent twice that is not `@Many`, is no person's mistake: 400.
 * Line ends become `\n` and letters their composed form; nothing is trimmed unless `@Trim` says so.
 */
export function parseForm<Form extends object>(
  formClass: FormClass<Form>,
  body: unknown,
): ParsedForm<Form> {
  const { known, unknown } = readFields(formClass, body);
  if (unknown.length > 0) throw new UnknownFields(unknown.length);
  return checked(formClass, known);
}

/** The same for the filters of a GET page; what the class does not know is left aside. */
export function parseQuery<Form extends object>(
  formClass: FormClass<Form>,
  query: unknown,
): ParsedForm<Form> {
  return checked(formClass, readFields(formClass, query).known);
}

/** Wraps faults that a rule found after parsing in the shape of the error summary. */
export function fieldError(field: string, text: string, href = `#${field}`): FieldError {
  return { field, href, text };
}

function checked<Form extends object>(
  formClass: FormClass<Form>,
  fields: Fields,
): ParsedForm<Form> {
  const form = plainToInstance(formClass, fields, { exposeDefaultValues: true });
  const faults = validateSync(form, { whitelist: false, validationError: { target: false } });
  if (faults.length === 0) return { ok: true, form };
  const order = formFields(formClass);
  const errors = faults
    .sort((one, other) => order.indexOf(one.property) - order.indexOf(other.property))
    .map(({ property, constraints }) =>
      // Decorators work from the bottom up: the topmost one is the first thing to put right.
      fieldError(property, Object.values(constraints ?? {}).at(-1) ?? 'Check this answer'),
    );
  return { ok: false, refusal: 'invalid', form, errors };
}

function readFields(
  formClass: FormClass<object>,
  sent: unknown,
): { known: Fields; unknown: string[] } {
  const shapes = fieldShapes(formClass);
  const names = new Set([...formFields(formClass), ...shapes.keys()]);
  const known: Fields = emptyFields(shapes);
  const unknown: string[] = [];
  for (const [name, value] of Object.entries((sent ?? {}) as Sent)) {
    if (name === CSRF) continue;
    const [, keyedName, key] = KEYED_NAME.exec(name) ?? [];
    if (keyedName && key && shapes.get(keyedName) === 'keyed') {
      if (key === 'constructor') unknown.push(name);
      else (known[keyedName] as Record<string, string>)[key] = single(value);
    } else if (!names.has(name) || shapes.get(name) === 'keyed') unknown.push(name);
    else if (shapes.get(name) === 'many') known[name] = [value].flat().map(single);
    else known[name] = single(value);
  }
  return { known, unknown };
}

function emptyFields(shapes: ReadonlyMap<string, FieldShape>): Fields {
  return Object.fromEntries(
    [...shapes].map(([name, shape]) => [name, shape === 'many' ? [] : {}] as const),
  );
}

function single(value: unknown): string {
  if (typeof value !== 'string') throw new BadRequestException('The form has a field twice.');
  return value.replace(/\r\n?/g, '\n').normalize('NFC');
}

/** Every property that a decorator checks, in the order of the class. */
function formFields(formClass: FormClass<object>): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(formClass, '', true, false);
  return [...new Set(rules.map((rule) => rule.propertyName))];
}
