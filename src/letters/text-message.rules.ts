/** The longest text message that is one message, in the GSM 7-bit alphabet. */
export const LONGEST_TEXT = 160;

const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Each of these takes two places. */
const GSM_EXTENDED = new Set('^{}\\[~]|€\f');

const PLAINER: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
};

/** The places a message takes; null when the alphabet lacks one of its characters. */
export function gsmLength(text: string): number | null {
  let length = 0;
  for (const character of text) {
    if (GSM_BASIC.has(character)) length += 1;
    else if (GSM_EXTENDED.has(character)) length += 2;
    else return null;
  }
  return length;
}

/**
 * The first wording that is one text message. The last one must be short whatever the settings
 * say, for it is sent as it is.
 */
export function textMessage(wordings: readonly [string, ...string[]]): string {
  const plain = wordings.map(plainer);
  return (
    plain.find((text) => (gsmLength(text) ?? LONGEST_TEXT + 1) <= LONGEST_TEXT) ??
    plain.at(-1) ??
    ''
  );
}

function plainer(text: string): string {
  return [...text].map((character) => PLAINER[character] ?? character).join('');
}
