import {
  EVIDENCE_NEED_LABELS,
  EVIDENCE_NEEDS,
  type EvidenceNeedCode,
} from '../permit-types/evidence-needs.rules.js';
import { type PaperKind, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { KEEPER_KINDS, type KeeperKind } from '../permit-types/permit-type.rules.js';

/** One cell of the matrix: a need of a permit type, or of it for vehicles kept in one way. */
export interface NeedOfType {
  permitTypeCode: string;
  need: string;
  displayOrder: number;
}

interface NeedTerms {
  need: string;
  label: string;
  displayOrder: number;
}

const ORDER: Readonly<Record<EvidenceNeedCode, number>> = {
  ...{ residency: 10, tenancy: 10, business: 10, care: 20, blue_badge: 20 },
  ...{ vehicle: 30, keeper: 40 },
};

/** Every need there can be, in the order shown: the general ones, then by who keeps the vehicle. */
export const ALL_NEEDS: readonly NeedTerms[] = EVIDENCE_NEEDS.flatMap((need): NeedTerms[] => {
  const general = { need, label: EVIDENCE_NEED_LABELS[need], displayOrder: ORDER[need] };
  if (need !== 'vehicle' && need !== 'keeper') return [general];
  const byKeeper = KEEPER_KINDS.filter((kind) => kind !== 'own').map((kind) => ({
    need: `${need}_${kind}`,
    label: `${EVIDENCE_NEED_LABELS[need]} (${keeperWords(kind)})`,
    displayOrder: ORDER[need],
  }));
  return need === 'keeper' ? byKeeper : [general, ...byKeeper];
});

export function needTerms(need: string): NeedTerms | null {
  return ALL_NEEDS.find((one) => one.need === need) ?? null;
}

export function needInWords(paperKinds: readonly PaperKind[]): string {
  if (paperKinds.length === 0) return 'Not asked for';
  return paperKinds.map((kind) => paperKindTerms(kind).label).join(', ');
}

function keeperWords(kind: KeeperKind): string {
  const words: Partial<Record<string, string>> = {
    company: 'kept by a company',
    lease_hire: 'leased or hired',
    motability: 'Motability',
    courtesy: 'courtesy car',
  };
  return words[kind] ?? kind.replaceAll('_', ' ');
}
