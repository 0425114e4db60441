import type { EffectivePeriod } from '../shared/effective-dates.js';
import type { PaperKind } from './paper-kinds.rules.js';
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
    if (row) required.push({ need, paperKinds: row.paperKinds, displayOrder: row.displayOrder });
  }
  return required
    .sort((a, b) => a.displayOrder - b.displayOrder)
    .map(({ need, paperKinds }) => ({ need, paperKinds }));
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
