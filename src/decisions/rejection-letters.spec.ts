import { FIRST_REASON_CODES, firstCatalogue } from '../../test/builders/first-wordings.js';
import { EVERY_MONEY, PERMIT_TYPE_NAMES, TEST_LETTER_FACTS } from '../../test/builders/letters.js';
import { readingLevel } from '../../test/support/reading-level.js';
import { letterBody } from '../letters/letter-content.rules.js';
import { aPermit } from '../letters/letter-facts.rules.js';
import { composeRejection } from '../letters/rejection-letter.rules.js';
import { PAPER_KIND_CODES } from '../permit-types/paper-kinds.rules.js';
import { PERMIT_TYPE_CODES, type PermitTypeCode } from '../permit-types/permit-type.rules.js';
import { localDate } from '../shared/london-date.js';
import {
  type ChosenReason,
  describeReason,
  type ReasonCode,
  reasonTerms,
} from './rejection-reasons.rules.js';

const CATALOGUE = firstCatalogue();
const OWN_WORDS = 'The picture shows another street.';

function aReason(code: ReasonCode): ChosenReason {
  const { appliesTo, paperKinds, needsWords } = reasonTerms(CATALOGUE, code);
  const paperKind = appliesTo === 'paper' ? (paperKinds ?? PAPER_KIND_CODES)[0] : null;
  const words = needsWords ? OWN_WORDS : null;
  return { code, paperKind: paperKind ?? null, paperId: null, words };
}

function bodyFor(code: ReasonCode, permitTypeCode: PermitTypeCode): string {
  const permitTypeName = PERMIT_TYPE_NAMES[PERMIT_TYPE_CODES.indexOf(permitTypeCode)] ?? '';
  const reason = describeReason(CATALOGUE, aReason(code), {
    permitTypeCode,
    permitTypeName,
    zoneName: 'Z3',
    capCount: 2,
    registration: 'AB12 CDE',
    paperKind: null,
    datedOn: localDate('2026-08-12'),
    termToOn: localDate('2026-10-31'),
    receivedOn: localDate('2026-11-17'),
    sendByOn: localDate('2026-11-20'),
  });
  const money = { is: 'held', pence: 5500 } as const;
  return letterBody(
    composeRejection({ ...TEST_LETTER_FACTS, permitTypeName, reasons: [reason], money }),
  ).replace(aPermit(permitTypeName), 'a [type] permit');
}

/** The letters that differ in more than the type's name, and the types that get each. */
function letters(code: ReasonCode): Record<string, string> {
  const typesOf = new Map<string, PermitTypeCode[]>();
  for (const type of PERMIT_TYPE_CODES) {
    const body = bodyFor(code, type);
    typesOf.set(body, [...(typesOf.get(body) ?? []), type]);
  }
  return Object.fromEntries([...typesOf].map(([body, types]) => [types.join(', '), `\n${body}\n`]));
}

describe('the rejection as the resident reads it, for every reason and permit type', () => {
  it.each(FIRST_REASON_CODES)('%s', (code) => {
    expect(letters(code)).toMatchSnapshot();
    for (const body of Object.values(letters(code))) {
      const level = readingLevel(body);
      expect(level.grade).toBeLessThanOrEqual(9);
      expect(level.longestWords).toBeLessThanOrEqual(25);
      // No internal code, and nothing of the form's.
      expect(body).not.toMatch(new RegExp(`\\b${code}\\b.*_|_|\\bvrm\\b`, 'i'));
    }
  });

  it.each(EVERY_MONEY)('with money %j', (money) => {
    const reasons = [{ words: 'A reason.', bring: 'Send a paper.' }];
    const content = composeRejection({ ...TEST_LETTER_FACTS, reasons, money });
    expect(`${content.subject}\n\n${letterBody(content)}\n\n${content.text}`).toMatchSnapshot();
  });
});
