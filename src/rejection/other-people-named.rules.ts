/** Whose words these could be by mistake: a case, its applicant and its vehicle. */
export interface CaseOfToday {
  reference: string;
  applicantName: string;
  registration: string | null;
}

export interface PersonNamed {
  reference: string;
  what: 'name' | 'registration';
}

/** A single short word is too often an ordinary one. */
const SHORTEST_NAME = 6;

/**
 * Other cases whose applicant or vehicle stands in an officer's own words, as when a text was copied
 * from the case before. What the case itself shares with them says nothing.
 */
export function otherPeopleNamed(
  words: readonly string[],
  own: CaseOfToday,
  others: readonly CaseOfToday[],
): PersonNamed[] {
  const text = ` ${plain(words.join(' . '))} `;
  return others.flatMap(({ reference, applicantName, registration }): PersonNamed[] => {
    const hasName = plain(own.applicantName) !== plain(applicantName) && names(text, applicantName);
    const hasPlate = registration !== own.registration && shows(text, registration);
    return [
      ...(hasName ? [{ reference, what: 'name' } as const] : []),
      ...(hasPlate ? [{ reference, what: 'registration' } as const] : []),
    ];
  });
}

function names(text: string, applicantName: string): boolean {
  const name = plain(applicantName);
  return name.length >= SHORTEST_NAME && text.includes(` ${name} `);
}

function shows(text: string, registration: string | null): boolean {
  if (!registration) return false;
  const spelt = [...plain(registration).replaceAll(' ', '')].join(' ?');
  return spelt !== '' && new RegExp(` ${spelt} `, 'u').test(text);
}

/** Small letters and digits, everything else one blank: nothing of it means anything in a pattern. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
