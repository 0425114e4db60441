import { localDate, type LocalDate } from './local-date.js';

export interface BankHoliday {
  readonly on: string;
  readonly title: string;
  /** True where the day itself falls on a weekend and the next free weekday stands in for it. */
  readonly substitute: boolean;
}

const holiday = (on: string, title: string): BankHoliday => ({ on, title, substitute: false });
const standIn = (on: string, title: string): BankHoliday => ({ on, title, substitute: true });

/**
 * Bank holidays of England and Wales, 2025 to 2029, as the GOV.UK page "UK bank holidays" lists
 * them for the years it has announced; later years follow the Banking and Financial Dealings Act
 * 1971, and a day proclaimed since must be added. This is the starting list: what is in force may
 * come from elsewhere, for every calculation takes the days as an argument (R4.13).
 */
export const ENGLAND_AND_WALES_BANK_HOLIDAYS = [
  holiday('2025-01-01', 'New Year’s Day'),
  holiday('2025-04-18', 'Good Friday'),
  holiday('2025-04-21', 'Easter Monday'),
  holiday('2025-05-05', 'Early May bank holiday'),
  holiday('2025-05-26', 'Spring bank holiday'),
  holiday('2025-08-25', 'Summer bank holiday'),
  holiday('2025-12-25', 'Christmas Day'),
  holiday('2025-12-26', 'Boxing Day'),

  holiday('2026-01-01', 'New Year’s Day'),
  holiday('2026-04-03', 'Good Friday'),
  holiday('2026-04-06', 'Easter Monday'),
  holiday('2026-05-04', 'Early May bank holiday'),
  holiday('2026-05-25', 'Spring bank holiday'),
  holiday('2026-08-31', 'Summer bank holiday'),
  holiday('2026-12-25', 'Christmas Day'),
  standIn('2026-12-28', 'Boxing Day'),

  holiday('2027-01-01', 'New Year’s Day'),
  holiday('2027-03-26', 'Good Friday'),
  holiday('2027-03-29', 'Easter Monday'),
  holiday('2027-05-03', 'Early May bank holiday'),
  holiday('2027-05-31', 'Spring bank holiday'),
  holiday('2027-08-30', 'Summer bank holiday'),
  standIn('2027-12-27', 'Christmas Day'),
  standIn('2027-12-28', 'Boxing Day'),

  standIn('2028-01-03', 'New Year’s Day'),
  holiday('2028-04-14', 'Good Friday'),
  holiday('2028-04-17', 'Easter Monday'),
  holiday('2028-05-01', 'Early May bank holiday'),
  holiday('2028-05-29', 'Spring bank holiday'),
  holiday('2028-08-28', 'Summer bank holiday'),
  holiday('2028-12-25', 'Christmas Day'),
  holiday('2028-12-26', 'Boxing Day'),

  holiday('2029-01-01', 'New Year’s Day'),
  holiday('2029-03-30', 'Good Friday'),
  holiday('2029-04-02', 'Easter Monday'),
  holiday('2029-05-07', 'Early May bank holiday'),
  holiday('2029-05-28', 'Spring bank holiday'),
  holiday('2029-08-27', 'Summer bank holiday'),
  holiday('2029-12-25', 'Christmas Day'),
  holiday('2029-12-26', 'Boxing Day'),
] as const;

/** The days alone, in the shape the working-day calculations take. */
export const BANK_HOLIDAYS_ON: ReadonlySet<LocalDate> = new Set(
  ENGLAND_AND_WALES_BANK_HOLIDAYS.map(({ on }) => localDate(on)),
);

/** Beyond this day the list knows nothing and would count holidays as working days. */
export const BANK_HOLIDAYS_KNOWN_TO: LocalDate = localDate('2029-12-31');
