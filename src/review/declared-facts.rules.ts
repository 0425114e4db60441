import type { PaperFact, PaperKind } from '../permit-types/paper-kinds.rules.js';
import type { KeeperKind } from '../permit-types/permit-type.rules.js';
import { countText } from '../shared/duration-text.js';
import { formatDate, type LocalDate } from '../shared/local-date.js';
import { formatRegistration } from '../shared/vehicle-registration.js';
import type { RegisterFacts } from '../vehicle-register/register-facts.rules.js';

/** What the applicant declared, as far as papers are held against it. */
export interface Declared {
  applicantName: string;
  address: string;
  registration: string | null;
  declaredMake: string | null;
  declaredColour: string | null;
  keeperName: string | null;
  keeperKind: KeeperKind | null;
  /** What DVLA's register says of the registration declared; null while it said nothing. */
  registered: RegisterFacts | null;
  startOn: LocalDate;
  durationMonths: number;
}

const KEEPER_WORDS: Readonly<Record<KeeperKind, string>> = {
  own: 'the applicant’s own vehicle',
  company: 'a company vehicle',
  lease_hire: 'leased or hired',
  motability: 'a Motability vehicle',
  courtesy: 'a courtesy car',
  just_bought: 'just bought, the V5C has not come yet',
};

/** What the mark of this fact compares with the paper, in one line. */
export function declaredFact(fact: PaperFact, kind: PaperKind, declared: Declared): string {
  switch (fact) {
    case 'name':
      return declared.applicantName;
    case 'address':
    case 'keeper_address':
      return declared.address;
    case 'registration':
      return registrationText(declared);
    case 'keeper_name':
      return keeperText(declared);
    case 'term':
      return `Permit asked for from ${formatDate(declared.startOn)}, for ${countText(declared.durationMonths, 'month')}`;
    case 'signatures':
      return kind === 'tenancy_agreement'
        ? 'Signed by the landlord and by every tenant'
        : 'Signed for whoever wrote it';
    case 'document_reference':
      return kind === 'new_keeper_slip'
        ? '12 digits on the slip, whole and unchanged'
        : '11 digits on the document, whole and unchanged';
    case 'date':
      return dateText(kind, declared);
  }
}

function dateText(kind: PaperKind, { registered }: Declared): string {
  const readable = 'A date that can be read and is not altered';
  const last = registered?.lastV5cIssuedOn;
  const isKeepers = kind === 'v5c' || kind === 'new_keeper_slip';
  if (!isKeepers || !last) return readable;
  return `${readable}. The register last issued a V5C on ${formatDate(last)}`;
}

function registrationText({ registration, declaredMake, declaredColour }: Declared): string {
  if (registration === null) return 'No registration declared';
  const looks = [declaredMake, declaredColour].filter((word) => word !== null && word !== '');
  const shown = formatRegistration(registration);
  return looks.length === 0 ? shown : `${shown} (${looks.join(', ')})`;
}

function keeperText({ keeperName, keeperKind }: Declared): string {
  const name = keeperName ?? 'No keeper declared';
  return keeperKind === null ? name : `${name} (${KEEPER_WORDS[keeperKind]})`;
}
