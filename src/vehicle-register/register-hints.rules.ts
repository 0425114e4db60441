import { formatPounds, type Pence } from '../shared/money.js';
import { formatDate, type LocalDate } from '../shared/local-date.js';
import type { RegisterFacts } from './register-facts.rules.js';
import { loud, quiet, type RegisterHint, type RegisterQuestion } from './register-hint.rules.js';
import { capitalised, inWords } from './register-words.rules.js';
import { isSameColour, isSameMake } from './same-vehicle.rules.js';
import { v5cHints } from './v5c-hints.rules.js';
import { registerKind } from './vehicle-kind.rules.js';

/** Everything the register's answer makes worth a look, what weighs most first. */
export function registerHints(question: RegisterQuestion): RegisterHint[] {
  return [
    ...v5cHints(question),
    ...looksHints(question),
    ...kindHints(question),
    ...roadHints(question),
  ];
}

function looksHints({ declared, facts }: RegisterQuestion): RegisterHint[] {
  const hints: RegisterHint[] = [];
  if (declared.make && facts.make && !isSameMake(declared.make, facts.make)) {
    hints.push(loud('other_make', differs('make', declared.make, inWords(facts.make))));
  }
  if (declared.colour && facts.colour && !isSameColour(declared.colour, facts.colour)) {
    hints.push(loud('other_colour', differs('colour', declared.colour, capitalised(facts.colour))));
  }
  return hints;
}

function differs(what: string, declared: string, registered: string): string {
  return `The ${what} declared is ${declared}; the register says ${registered}.`;
}

/** R-VES-3: the price follows the class of vehicle, and the wheelplan says which it is. */
function kindHints({ facts, declared, otherPricePence }: RegisterQuestion): RegisterHint[] {
  const kind = registerKind(facts);
  if (kind === null || declared.vehicleClass === 'none' || kind === declared.vehicleClass)
    return [];
  const says = `The register says ${[facts.wheelplan, facts.typeApproval].filter(Boolean).join(', type ')}`;
  if (kind === 'other') {
    return [loud('other_kind', `${says}: neither an ordinary car nor a motorcycle.`)];
  }
  const applied = declared.vehicleClass === 'car' ? 'a car' : 'a motorcycle';
  const is = kind === 'car' ? 'a car or van' : 'a motorcycle';
  const words = `${says}, which is ${is}; the application is for ${applied}.`;
  return [loud('other_price', `${words}${priceWords(kind, declared.pricePence, otherPricePence)}`)];
}

function priceWords(kind: 'car' | 'motorcycle', paid: Pence, other: Pence | null): string {
  if (paid === 0 || other === null || other === paid) return '';
  const difference = formatPounds(Math.abs(other - paid));
  const way = other > paid ? 'more' : 'less';
  return ` A ${kind} costs ${formatPounds(other)}, ${difference} ${way} than was paid.`;
}

/** Tax and MOT are no condition of a permit. */
function roadHints({ facts, today }: RegisterQuestion): RegisterHint[] {
  const hints: RegisterHint[] = [];
  const tax = taxWords(facts, today);
  if (tax) hints.push(quiet('not_taxed', tax));
  const mot = motWords(facts, today);
  if (mot) hints.push(quiet('no_mot', mot));
  if (facts.markedForExport) {
    hints.push(quiet('for_export', 'The register has the vehicle marked for export.'));
  }
  return hints;
}

function taxWords({ taxStatus, taxDueOn }: RegisterFacts, today: LocalDate): string | null {
  if (taxStatus === null) return null;
  if (taxStatus === 'SORN') return 'The vehicle is declared off the road (SORN).';
  if (taxStatus !== 'Taxed') {
    const since = taxDueOn !== null && taxDueOn <= today ? ` since ${formatDate(taxDueOn)}` : '';
    return taxStatus === 'Untaxed'
      ? `The vehicle is untaxed${since}.`
      : `The register says of its tax: ${taxStatus}.`;
  }
  if (taxDueOn === null || taxDueOn >= today) return null;
  return `The vehicle’s tax ran out on ${formatDate(taxDueOn)}.`;
}

/** "No details held" is usual for a new vehicle and says nothing. */
function motWords({ motStatus, motExpiresOn }: RegisterFacts, today: LocalDate): string | null {
  if (motExpiresOn !== null && motExpiresOn < today) {
    return `The MOT ran out on ${formatDate(motExpiresOn)}.`;
  }
  return motStatus === 'Not valid' ? 'The vehicle has no valid MOT.' : null;
}
