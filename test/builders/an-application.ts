import { randomBytes, randomUUID } from 'node:crypto';
import type { Application } from '../../src/applications/applications.store.js';
import { insertApplication } from '../../src/applications/applications.store.js';
import type { ApplicationStatus } from '../../src/applications/application-status.rules.js';
import type { EvidencePaper, PaperCheck } from '../../src/evidence/evidence.store.js';
import { insertPaper, saveCheck } from '../../src/evidence/evidence.store.js';
import { insertPayment } from '../../src/payments/payments.store.js';
import { type PaperKind, paperKindTerms } from '../../src/permit-types/paper-kinds.rules.js';
import { newId } from '../../src/platform/database/new-id.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import { makeReference } from '../../src/shared/case-reference.js';
import { localDate } from '../../src/shared/london-date.js';
import { lookAlikeKey } from '../../src/shared/vehicle-registration.js';

/** What a stored page needs; tests that open pictures bring pages the file store really wrote. */
export interface PageFile {
  storageName: string;
  wrappedKey: string;
  bytes: number;
  sha256: string;
  width: number;
  height: number;
}

interface PaperPlan {
  /** Chosen beforehand when files were stored for it: they are bound to it. */
  id?: string;
  kind: PaperKind;
  check: Partial<PaperCheck> | null;
  pages: PageFile[];
  original: PageFile | null;
  /** What its row says differently. */
  row: Partial<EvidencePaper>;
}

export interface BuiltApplication {
  application: Application;
  papers: EvidencePaper[];
  providerPaymentId: string | null;
}

/** A valid resident's application, not yet claimed and unpaid; say what must differ. */
export function anApplication(place: { clientId: string; uprn: string; zoneCode: string | null }) {
  return new ApplicationBuilder(place);
}

export class ApplicationBuilder {
  private readonly fields: Application;
  private readonly papers: PaperPlan[] = [];
  private payment: { id: string; pence: number } | null = null;

  constructor(place: { clientId: string; uprn: string; zoneCode: string | null }) {
    this.fields = {
      id: newId(),
      reference: makeReference(randomBytes(8)),
      version: 1,
      status: 'submitted',
      clientReference: randomUUID(),
      bodySha256: '0'.repeat(64),
      permitTypeCode: 'resident',
      receivedAt: new Date('2026-11-17T09:12:00Z'),
      declaredAt: new Date('2026-11-17T09:10:00Z'),
      applicantName: 'Priya Example',
      applicantEmail: 'priya@example.com',
      applicantMobile: null,
      contactPreference: 'email',
      assistedChannel: null,
      registration: 'AB12CDE',
      registrationKey: lookAlikeKey('AB12CDE'),
      registrationOverride: null,
      vehicleClass: 'car',
      declaredMake: 'Ford',
      declaredColour: 'Blue',
      keeperName: 'Priya Example',
      keeperKind: 'own',
      startOn: localDate('2026-12-01'),
      durationMonths: 12,
      pricePence: 5500,
      concernsPermitId: null,
      claimedBy: null,
      claimedAt: null,
      claimedUntil: null,
      onHoldUntil: null,
      holdEndsAt: null,
      awaitingSince: null,
      pausedSeconds: 0,
      decidedAt: null,
      round: 1,
      ...place,
    };
  }

  with(fields: Partial<Application>): this {
    Object.assign(this.fields, fields);
    return this;
  }

  status(status: ApplicationStatus): this {
    return this.with({ status });
  }

  /** Held by the officer; the claim does not run out unless the test says when. */
  inReviewBy(
    officerId: string,
    at = new Date('2026-11-18T10:00:00Z'),
    until = new Date('2099-01-01T00:00:00Z'),
  ): this {
    const claim = { claimedBy: officerId, claimedAt: at, claimedUntil: until };
    return this.with({ status: 'in_review', ...claim });
  }

  paid(
    pence: number,
    providerPaymentId = randomBytes(13).toString('hex'),
    holdEndsAt?: Date,
  ): this {
    this.payment = { id: providerPaymentId, pence };
    return this.with({ pricePence: pence, ...(holdEndsAt ? { holdEndsAt } : {}) });
  }

  free(): this {
    this.payment = null;
    return this.with({ pricePence: 0 });
  }

  /** A paper of this kind; with a check it is already marked. */
  withPaper(kind: PaperKind, plan: Partial<Omit<PaperPlan, 'kind'>> = {}): this {
    this.papers.push({ kind, check: null, pages: [aPageFile()], original: null, row: {}, ...plan });
    return this;
  }

  withV5C(): this {
    return this.withPaper('v5c');
  }

  /** A paper whose every fact matches and which is accepted. */
  withAcceptedPaper(kind: PaperKind, checkedBy: string, check: Partial<PaperCheck> = {}): this {
    const facts = paperKindTerms(kind).facts;
    return this.withPaper(kind, {
      check: {
        verdict: 'accept',
        marks: Object.fromEntries(facts.map((fact) => [fact, { mark: 'matches', why: null }])),
        datedOn: localDate('2026-11-02'),
        termFromOn: kind === 'tenancy_agreement' ? localDate('2026-09-01') : null,
        termToOn: kind === 'tenancy_agreement' ? localDate('2027-08-31') : null,
        referenceLast4: kind === 'v5c' || kind === 'new_keeper_slip' ? '4321' : null,
        checkedBy,
        ...check,
      },
    });
  }

  /** Writes it all. */
  async insert(tx: Tx): Promise<BuiltApplication> {
    await insertApplication(tx, this.fields);
    const papers: EvidencePaper[] = [];
    for (const [index, plan] of this.papers.entries()) {
      papers.push(await this.insertPaper(tx, plan, index + 1));
    }
    if (this.payment) await this.insertPayment(tx, this.payment);
    return { application: this.fields, papers, providerPaymentId: this.payment?.id ?? null };
  }

  private async insertPaper(tx: Tx, plan: PaperPlan, position: number): Promise<EvidencePaper> {
    const original = plan.original ?? aPageFile();
    const paper: EvidencePaper = {
      id: plan.id ?? newId(),
      applicationId: this.fields.id,
      position,
      kind: plan.kind,
      receivedAt: this.fields.receivedAt,
      originalName: `${plan.kind}.pdf`,
      contentType: 'application/pdf',
      bytes: original.bytes,
      sha256: original.sha256,
      storageName: original.storageName,
      wrappedKey: original.wrappedKey,
      answersRequestId: null,
      replacedAt: null,
      virusCheck: 'not_scanned',
      virusCheckedAt: null,
      bindingVersion: 1,
      contentMark: null,
      ...plan.row,
    };
    const pages = plan.pages.map((page, index) => ({
      ...page,
      paperId: paper.id,
      pageNumber: index + 1,
      contentType: 'image/jpeg',
    }));
    await insertPaper(tx, paper, pages);
    if (plan.check) await saveCheck(tx, this.checkOf(paper, plan.check));
    return paper;
  }

  private checkOf(paper: EvidencePaper, check: Partial<PaperCheck>): PaperCheck {
    return {
      paperId: paper.id,
      applicationId: paper.applicationId,
      verdict: 'undecided',
      datedOn: null,
      termFromOn: null,
      termToOn: null,
      marks: {},
      note: null,
      referenceLast4: null,
      checkedBy: this.fields.claimedBy ?? '',
      checkedAt: new Date('2026-11-18T10:05:00Z'),
      ...check,
    };
  }

  private async insertPayment(tx: Tx, payment: { id: string; pence: number }): Promise<void> {
    await insertPayment(tx, {
      id: newId(),
      applicationId: this.fields.id,
      providerPaymentId: payment.id,
      amountPence: payment.pence,
      state: 'capturable',
      refundedPence: 0,
      holdEndsAt: this.fields.holdEndsAt,
      stateReadAt: null,
      createdAt: this.fields.receivedAt,
    });
  }
}

export function aPageFile(): PageFile {
  return {
    storageName: randomBytes(16).toString('hex'),
    wrappedKey: 'none',
    bytes: 1000,
    sha256: randomBytes(32).toString('hex'),
    width: 800,
    height: 1100,
  };
}
