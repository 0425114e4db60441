import { isLocalDate, type LocalDate } from '../shared/local-date.js';
import { normalisePostcode } from '../shared/postcode.js';
import { ok, refuse, type Outcome } from '../shared/outcome.js';
import { isZoneCode } from '../zones/zone.rules.js';
import { normaliseUprn, UPRN_REFUSAL_WORDS } from './uprn.rules.js';

/** The columns of a file of properties, in any order; others are ignored. */
export const PROPERTY_COLUMNS = [
  'uprn',
  'address',
  'town',
  'postcode',
  'zone',
  'from',
  'to',
] as const;
export type PropertyColumn = (typeof PROPERTY_COLUMNS)[number];

/** One row as typed; a missing cell is ''. */
export type PropertyCells = Readonly<Record<PropertyColumn, string>>;

/** One property and, unless blank, one stretch of days it lies in a zone; `validTo` is the last day. */
export interface PropertyRow {
  readonly uprn: string;
  readonly address: string;
  readonly town: string;
  readonly postcode: string;
  readonly zoneCode: string | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** What is wrong with one cell, and what would put it right. */
export interface CellFault {
  readonly column: PropertyColumn;
  readonly value: string;
  readonly reason: string;
}

type RowOutcome = Outcome<
  { row: PropertyRow },
  'invalid_row',
  { faults: readonly CellFault[]; uprn: string | null }
>;

/** Reads one row, with every fault at once; `zoneCodes` are the zones that exist. */
export function readPropertyRow(cells: PropertyCells, zoneCodes: ReadonlySet<string>): RowOutcome {
  const faults: CellFault[] = [];
  const fault = (column: PropertyColumn, reason: string) =>
    faults.push({ column, value: cells[column], reason });
  for (const column of PROPERTY_COLUMNS) {
    const reason = unreadableText(cells[column]);
    if (reason) fault(column, reason);
  }
  const uprn = normaliseUprn(cells.uprn);
  if (!uprn.ok) fault('uprn', UPRN_REFUSAL_WORDS[uprn.refusal]);
  for (const [column, longest] of [
    ['address', 400],
    ['town', 80],
  ] as const) {
    const reason = textFault(cells[column], longest);
    if (reason) fault(column, reason);
  }
  const postcode = normalisePostcode(cells.postcode);
  if (!postcode.ok) fault('postcode', 'Give a full UK postcode, like LE11 3AA');
  const stretch = readStretch(cells, zoneCodes, fault);
  if (faults.length > 0 || !uprn.ok || !postcode.ok) {
    return refuse('invalid_row', { faults, uprn: uprn.ok ? uprn.uprn : null });
  }
  const address = squeeze(cells.address);
  const town = squeeze(cells.town);
  return ok({ row: { uprn: uprn.uprn, address, town, postcode: postcode.postcode, ...stretch } });
}

type Fault = (column: PropertyColumn, reason: string) => void;
type Stretch = Pick<PropertyRow, 'zoneCode' | 'validFrom' | 'validTo'>;
const NO_STRETCH: Stretch = { zoneCode: null, validFrom: null, validTo: null };

/** A property in no zone leaves zone, from and to blank. */
function readStretch(cells: PropertyCells, zoneCodes: ReadonlySet<string>, fault: Fault): Stretch {
  const zoneCode = cells.zone.trim().toUpperCase();
  const from = cells.from.trim();
  const to = cells.to.trim();
  if (zoneCode === '') {
    if (from !== '') fault('from', 'Leave this blank, or give the zone it belongs to');
    if (to !== '') fault('to', 'Leave this blank, or give the zone it belongs to');
    return NO_STRETCH;
  }
  if (!isZoneCode(zoneCode)) fault('zone', 'A zone is Z and a number, like Z3');
  else if (!zoneCodes.has(zoneCode)) fault('zone', 'There is no such zone: add it first');
  const validFrom = readDate(from);
  const validTo = to === '' ? null : readDate(to);
  if (from === '') fault('from', 'Give the first day in the zone, like 2025-04-01');
  else if (!validFrom) fault('from', 'Give a real date, like 2025-04-01 or 01/04/2025');
  if (to !== '' && !validTo) fault('to', 'Give a real date, like 2026-03-31, or leave it blank');
  if (validFrom && validTo && validTo < validFrom) {
    fault('to', 'The last day lies before the first day');
  }
  return { zoneCode, validFrom, validTo };
}

/** `2025-04-01`, or `01/04/2025` as British spreadsheets write it. */
function readDate(text: string): LocalDate | null {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const written = british
    ? `${british[3]}-${british[2]?.padStart(2, '0')}-${british[1]?.padStart(2, '0')}`
    : text;
  return isLocalDate(written) ? written : null;
}

function textFault(text: string, longest: number): string | null {
  const { length } = squeeze(text);
  if (length === 0) return 'This must not be blank';
  return length > longest ? `This must have ${longest} characters at most` : null;
}

/** What a wrong encoding or a damaged file leaves in a cell. */
function unreadableText(text: string): string | null {
  if (text.includes('\uFFFD')) return 'Some letters cannot be read: save the file as CSV UTF-8';
  return /\p{Cc}/u.test(text.replace(/[\r\n\t]/g, ' ')) ? 'This has control characters' : null;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
