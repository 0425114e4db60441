import type { Application } from '../applications/applications.store.js';
import { type ContentInput, linesContent } from '../platform/web/component-types.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import { formatDate, formatShortDate, type LocalDate } from '../shared/local-date.js';
import type { RegisterFacts } from './register-facts.rules.js';
import type { KeeperPaper } from './register-hint.rules.js';
import { capitalised, inWords } from './register-words.rules.js';
import { isSameColour, isSameMake } from './same-vehicle.rules.js';
import { registerKind, type RegisterKind } from './vehicle-kind.rules.js';

const KIND_WORDS: Readonly<Record<RegisterKind, string>> = {
  car: 'car or van',
  motorcycle: 'motorcycle',
  other: 'neither car nor motorcycle',
};

type Declared = Pick<Application, 'declaredMake' | 'declaredColour'>;

/** The register's facts, each beside what was declared or what the paper shows. */
export function registerFactsList(
  facts: RegisterFacts,
  declared: Declared,
  papers: readonly KeeperPaper[],
): SummaryListParams {
  const { make, colour, lastV5cIssuedOn, firstRegisteredMonth } = facts;
  return summaryList({
    classes: 'desk-register__facts',
    rows: [
      row('Make', make && beside(inWords(make), make, declared.declaredMake, isSameMake)),
      row(
        'Colour',
        colour && beside(capitalised(colour), colour, declared.declaredColour, isSameColour),
      ),
      row('Kind', kindWords(facts)),
      row('Last V5C issued', lastV5cIssuedOn && v5cLines(lastV5cIssuedOn, papers)),
      row('First registered', firstRegisteredMonth && monthWords(firstRegisteredMonth)),
      row('Tax', statusUntil(facts.taxStatus, facts.taxDueOn, 'due')),
      row('MOT', statusUntil(facts.motStatus, facts.motExpiresOn, 'until')),
    ],
  });
}

function row(key: string, value: ContentInput | null) {
  return value === null || value === '' ? null : { key, value };
}

function beside(
  words: string,
  registered: string,
  declared: string | null,
  isSame: (declared: string, registered: string) => boolean,
): ContentInput {
  if (!declared) return `${words} (none declared)`;
  return isSame(declared, registered)
    ? `${words}, as declared`
    : linesContent([words, `Declared: ${declared}`]);
}

function v5cLines(last: LocalDate, papers: readonly KeeperPaper[]): ContentInput {
  const lines = papers.map(({ position, datedOn }) =>
    datedOn === null
      ? `Paper ${position}: no date marked yet`
      : `Paper ${position}: ${datedOn === last ? 'the same date' : formatShortDate(datedOn)}`,
  );
  return linesContent([formatDate(last), ...lines]);
}

function kindWords(facts: RegisterFacts): string | null {
  const kind = registerKind(facts);
  if (kind === null) return null;
  const said = [facts.wheelplan, facts.typeApproval && `type ${facts.typeApproval}`];
  return `${said.filter(Boolean).join(', ')}: ${KIND_WORDS[kind]}`;
}

/** `2019-03` is March 2019. */
function monthWords(month: string): string {
  return formatDate(`${month}-01` as LocalDate).replace(/^1 /, '');
}

function statusUntil(status: string | null, until: LocalDate | null, word: string): string | null {
  if (status === null) return until && formatDate(until);
  return until === null ? status : `${status}, ${word} ${formatDate(until)}`;
}
