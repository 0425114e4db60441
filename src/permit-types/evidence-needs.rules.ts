import type { EffectivePeriod } from '../shared/effective-dates.js';
import { type PaperKind, papersInWords } from './paper-kinds.rules.js';
import type { KeeperKind } from './permit-type.rules.js';

export const EVIDENCE_NEEDS = [
  'residency',
  'tenancy',
  'business',
  'care',
  'blue_badge',
  'vehicle',
  'keeper',
] as const;
export type EvidenceNeedCode = (typeof EVIDENCE_NEEDS)[number];

/** Names the need in a task list: "Proof of address: still missing". */
export const EVIDENCE_NEED_LABELS: Readonly<Record<EvidenceNeedCode, string>> = {
  residency: 'Proof of address',
  tenancy: 'Signed tenancy agreement',
  business: 'Proof of the business’s address',
  care: 'Proof of care',
  blue_badge: 'Blue Badge',
  vehicle: 'Vehicle registration document',
  keeper: 'Paper from the vehicle’s keeper',
};

/** Whose second paper it is: "Company car: letter from the company that keeps the vehicle". */
const KEEPER_NEED_LABELS: Readonly<Record<KeeperKind, string>> = {
  own: EVIDENCE_NEED_LABELS.keeper,
  company: 'Company car',
  lease_hire: 'Leased or hired vehicle',
  motability: 'Motability vehicle',
  courtesy: 'Courtesy car',
  just_bought: 'Vehicle just bought',
};

/**
 * One row of policy. `need` is a need, or `vehicle` or `keeper` with a keeper kind behind it
 * (`keeper_company`), which then stands in its place for vehicles kept so (U-2).
 */
export interface EvidenceNeedRow extends EffectivePeriod {
  readonly permitTypeCode: string;
  readonly need: string;
  readonly paperKinds: readonly PaperKind[];
  readonly displayOrder: number;
}

/** One thing that must be proved; any one accepted paper of these kinds proves it. */
export interface RequiredNeed {
  readonly need: EvidenceNeedCode;
  /** Names it in a task list, from the papers the policy asks for. */
  readonly label: string;
  readonly paperKinds: readonly PaperKind[];
}

export interface NeedsQuestion {
  /** The rows of this permit type that apply on the day the application was received. */
  readonly needs: readonly EvidenceNeedRow[];
  /** Null when the application names no vehicle: then nothing about one is asked. */
  readonly keeperKind: KeeperKind | null;
}

const ABOUT_THE_VEHICLE: ReadonlySet<EvidenceNeedCode> = new Set(['vehicle', 'keeper']);

/** What this application must prove, in the order shown to people. */
export function requiredNeeds({ needs, keeperKind }: NeedsQuestion): RequiredNeed[] {
  const required: (RequiredNeed & { displayOrder: number })[] = [];
  for (const need of EVIDENCE_NEEDS) {
    const row = rowFor(need, needs, keeperKind);
    if (!row) continue;
    const { paperKinds, displayOrder } = row;
    required.push({ need, label: labelOf(need, keeperKind, paperKinds), paperKinds, displayOrder });
  }
  return required
    .sort((a, b) => a.displayOrder - b.displayOrder)
    .map(({ need, label, paperKinds }) => ({ need, label, paperKinds }));
}

function labelOf(
  need: EvidenceNeedCode,
  keeperKind: KeeperKind | null,
  paperKinds: readonly PaperKind[],
): string {
  if (need !== 'keeper' || keeperKind === null || keeperKind === 'own') {
    return EVIDENCE_NEED_LABELS[need];
  }
  return `${KEEPER_NEED_LABELS[keeperKind]}: ${papersInWords(paperKinds)}`;
}

function rowFor(
  need: EvidenceNeedCode,
  needs: readonly EvidenceNeedRow[],
  keeperKind: KeeperKind | null,
): EvidenceNeedRow | undefined {
  const general = needs.find((row) => row.need === need);
  if (!ABOUT_THE_VEHICLE.has(need)) return general;
  if (keeperKind === null) return undefined;
  return needs.find((row) => row.need === `${need}_${keeperKind}`) ?? general;
}
