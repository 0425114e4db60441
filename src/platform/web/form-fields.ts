import 'reflect-metadata';
import { Transform } from 'class-transformer';

const SHAPES = 'permit-desk:form-shapes';

/** How a field may be sent: `many` several times, `keyed` as `name[key]`; all others once. */
export type FieldShape = 'many' | 'keyed';

/** For checkboxes: the field becomes an array of strings, empty when nothing was ticked. */
export const Many = () => shaped('many');

/**
 * For one question asked of several things: `<select name="verdict[KEY]">` becomes
 * `verdict: Record<string, string>` by key. Keys are letters, digits, `.`, `_` and `-`.
 */
export const Keyed = () => shaped('keyed');

/** Takes the blanks off both ends before the checks. */
export const Trim = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export function fieldShapes(form: new () => object): ReadonlyMap<string, FieldShape> {
  const shapes: unknown = Reflect.getMetadata(SHAPES, form);
  return shapes instanceof Map ? (shapes as Map<string, FieldShape>) : new Map();
}

function shaped(shape: FieldShape): PropertyDecorator {
  return (prototype, property) => {
    const form = prototype.constructor as new () => object;
    const shapes = new Map(fieldShapes(form));
    Reflect.defineMetadata(SHAPES, shapes.set(String(property), shape), form);
  };
}
