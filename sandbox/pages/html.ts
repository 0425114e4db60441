/** Markup that may stand in a page as it is. Made only by `html`, which escapes what is put into it. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = string | number | Html | null | readonly Piece[];

/** A template whose every inserted value is escaped, unless it is Html itself. null is nothing. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  const text = strings.map((part, index) => part + written(pieces[index] ?? null)).join('');
  return new Html(text);
}

function written(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return piece.map(written).join('');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}
