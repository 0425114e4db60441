/** A UUID as we write it, of whatever version. */
export const ROW_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text from outside could be the id of a row: only then is the database asked for it. */
export function isRowId(text: string): boolean {
  return ROW_ID.test(text);
}
