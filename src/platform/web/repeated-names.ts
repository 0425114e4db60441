/** What of JSON says where names stand. A text without an end ends with the whole: one pass, whatever comes. */
const TOKENS = /"(?:[^"\\]|\\.)*(?:"(\s*:)?|\\?$)|[{}]/gs;

/**
 * Whether an object in this JSON has a name twice. `JSON.parse` would keep the last one, another
 * reader the first: what was checked may not be what is meant. The text need not be valid.
 */
export function hasRepeatedNames(json: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, colon] of json.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (colon !== undefined) {
      const name = nameOf(token.slice(0, -colon.length));
      const names = open.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}

/** `"\u0061"` is `"a"`. */
function nameOf(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
}
