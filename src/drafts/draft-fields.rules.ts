/** What was typed and chosen, as a browser sends it: a name, and one value or several. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>;

/** Fewer than a form may have, and more than any of ours has. */
const MOST_FIELDS = 300;
const MOST_CHARACTERS = 100_000;

/**
 * Never kept: what belongs to one drawing of the form, and which button was pressed; a password; the
 * reference of a V5C, of which only the last four digits may be written down (R-V5C-6).
 */
const NEVER_KEPT: ReadonlySet<string> = new Set([
  '_csrf',
  'version',
  'formId',
  'drawnAt',
  'letterKey',
  'step',
  'act',
  'money',
  'terms',
  'lateForMoney',
  'suggested',
  'look',
  'viewerPaper',
  'viewerPage',
  'viewerRotation',
  'viewerZoom',
  'password',
  'documentReference',
]);

/** What of a form is worth keeping; null when there is nothing in it, or more than a form can hold. */
export function keptFields(sent: unknown): DraftFields | null {
  if (typeof sent !== 'object' || sent === null) return null;
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(sent as Record<string, unknown>)) {
    if (NEVER_KEPT.has(name)) continue;
    const values = [value].flat();
    if (!values.every((one) => typeof one === 'string')) return null;
    fields[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  const texts = Object.entries(fields).flat(2);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (texts.length > 2 * MOST_FIELDS || length > MOST_CHARACTERS) return null;
  const isBlank = Object.values(fields).every((value) => [value].flat().join('').trim() === '');
  return isBlank ? null : fields;
}

/** The same of a form that a script sends as one text (`a=1&b=2`). */
export function fieldsIn(content: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  const sent = new URLSearchParams(content);
  for (const name of new Set(sent.keys())) {
    if (['__proto__', 'constructor', 'prototype'].includes(name)) continue;
    const values = sent.getAll(name);
    fields[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return fields;
}
