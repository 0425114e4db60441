import { targetLines } from '../permit-types/policy-lines.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { listSettings } from '../policy/policy-book.queries.js';
import { SETTING_NAMES, settingTerms } from '../policy/policy-settings.rules.js';
import type { NumberPolicy } from './numbers.rules.js';

const TARGET = {
  unit: 'working day',
  least: 1,
  most: 60,
  means:
    'The receipt tells the resident so. Counts for applications received from that day on; those received before keep theirs.',
} as const;

/** Every number that may be set: deadlines and limits first, then the target of each permit type. */
export async function listNumbers(reader: Reader): Promise<NumberPolicy[]> {
  const rows = await listSettings(reader);
  const settings = SETTING_NAMES.map((name): NumberPolicy => ({
    ...{ key: name, subject: `setting:${name}`, group: 'setting' },
    ...settingTerms(name),
    lines: rows.filter((row) => row.name === name),
  }));
  const targets = new Map<string, NumberPolicy>();
  for (const { code, name, validFrom, days } of await targetLines(reader)) {
    const known = targets.get(code);
    targets.set(code, {
      ...{ key: `target-${code}`, subject: `target:${code}`, group: 'target', ...TARGET },
      label: `Time to decide: ${name}`,
      lines: [...(known?.lines ?? []), { validFrom, value: days }],
    });
  }
  return [...settings, ...targets.values()];
}
