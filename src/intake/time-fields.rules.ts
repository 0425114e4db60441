import { isLocalDate, type LocalDate } from '../shared/local-date.js';
import { type Field, textAs } from './body-fields.rules.js';

interface Described {
  label: string;
  description: string;
  example: string;
}

/** A real day, written `YYYY-MM-DD` and no other way: 31/02/2027 and `tomorrow` are refused. */
export function localDateField(terms: Described): Field<LocalDate> {
  return textAs<LocalDate>({
    ...terms,
    max: 40,
    format: 'date',
    read: (typed) =>
      isLocalDate(typed)
        ? { ok: true, value: typed }
        : {
            ok: false,
            code: 'not_a_date',
            words: `${terms.label} must be a real date, written like ${terms.example}`,
          },
  });
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** An instant with its offset from UTC; a bare clock time would mean two instants in October. */
export function instantField(terms: Described): Field<Date> {
  return textAs<Date>({
    ...terms,
    max: 40,
    format: 'date-time',
    read: (typed) => {
      const value = instantOf(typed);
      if (value) return { ok: true, value };
      const words = `${terms.label} must be a real time with its offset, like ${terms.example}`;
      return { ok: false, code: 'not_a_time', words };
    },
  });
}

function instantOf(typed: string): Date | null {
  const [, day = ''] = INSTANT.exec(typed) ?? [];
  return isLocalDate(day) ? new Date(typed) : null;
}
