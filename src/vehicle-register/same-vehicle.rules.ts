/** Whether what was declared can be the register's vehicle: for hints only, so in doubt it is. */

/** Short names people use, as the register writes them. */
const MAKES: Readonly<Record<string, string>> = {
  VW: 'VOLKSWAGEN',
  MERC: 'MERCEDES',
  MB: 'MERCEDES',
  CHEVY: 'CHEVROLET',
  LANDROVER: 'LAND ROVER',
  RANGEROVER: 'LAND ROVER',
  'RANGE ROVER': 'LAND ROVER',
};

/** Colours the register does not have, as it writes them. */
const COLOURS: Readonly<Record<string, string>> = {
  GRAY: 'GREY',
  CHARCOAL: 'GREY',
  NAVY: 'BLUE',
  BURGUNDY: 'MAROON',
  VIOLET: 'PURPLE',
  MULTICOLOUR: 'MULTI COLOUR',
  MULTICOLOURED: 'MULTI COLOUR',
};

/** `Ford Focus` is a FORD; a Rover is no LAND ROVER. */
export function isSameMake(declared: string, registered: string): boolean {
  const mine = makeWords(declared);
  const theirs = makeWords(registered);
  return startsWith(mine, theirs) || startsWith(theirs, mine);
}

/** `Dark blue` and `blue/white` are BLUE. */
export function isSameColour(declared: string, registered: string): boolean {
  const mine = ` ${colourWords(declared)} `;
  const theirs = colourWords(registered);
  return mine.includes(` ${theirs} `) || ` ${theirs} `.includes(mine);
}

function makeWords(text: string): string {
  const words = plainWords(text);
  const [first = ''] = words.split(' ');
  for (const [short, whole] of Object.entries(MAKES)) {
    if (words === short || words.startsWith(`${short} `)) return words.replace(short, whole);
  }
  return MAKES[first] ?? words;
}

function colourWords(text: string): string {
  return plainWords(text)
    .split(' ')
    .map((word) => COLOURS[word] ?? word)
    .join(' ');
}

function startsWith(words: string, start: string): boolean {
  const [whole, part] = [words, start].map((text) => text.replaceAll(' ', ''));
  return words === start || words.startsWith(`${start} `) || whole === part;
}

/** Capitals without accents; anything but letters and figures parts two words. */
function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}
