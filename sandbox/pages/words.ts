const IN_LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
});

/** 20 November 2026 at 3:05pm, Leicestershire's time. */
export function dayAndTime(instant: Date | string): string {
  const parts = IN_LONDON.formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((piece) => piece.type === type)?.value ?? '';
  const time = `${part('hour')}:${part('minute')}${part('dayPeriod').toLowerCase()}`;
  return `${part('day')} ${part('month')} ${part('year')} at ${time}`;
}

export function pounds(pence: number): string {
  return `£${(pence / 100).toFixed(2)}`;
}
