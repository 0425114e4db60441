/** How many files one person may take away in an hour, and how long one may be (S4.3). */
export const EXPORTS_AN_HOUR = 5;
export const MOST_EXPORTED_ROWS = 100_000;
export const LONGEST_EXPORT_REASON = 300;
export const TOO_MANY_EXPORTS = `You have taken ${EXPORTS_AN_HOUR} files in the last hour. Wait, or use one that you have.`;
