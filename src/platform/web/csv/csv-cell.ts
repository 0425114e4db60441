/** What a spreadsheet reads as the beginning of a formula, in half and in full width. */
const FORMULA_START = /^[=+\-@＝＋－＠]/u;
/** Blanks, controls and characters nobody sees, behind which a formula could hide. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Z}\u115f\u1160\u2800\u3164\uffa0]+/u;
const CONTROL_START = /^[\t\r\n]/;

/**
 * A text as it may stand in a cell: one that a spreadsheet would take for a formula has an apostrophe
 * before it, whatever unseen characters it begins with (S4.1, R-REP-5). All else stays as it is.
 */
export function csvCell(text: string): string {
  const isFormula = FORMULA_START.test(text.replace(UNSEEN, ''));
  return isFormula || CONTROL_START.test(text) ? `'${text}` : text;
}
