import { randomBytes } from 'node:crypto';
import { type Application, insertApplication } from '../applications/applications.store.js';
import type { ArrivalHint } from '../applications/arrival-hints.rules.js';
import type { PaperFiles } from '../evidence/paper-files.js';
import { insertPayment } from '../payments/payments.store.js';
import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import { slotsNeeded } from '../property-slots/property-slots.rules.js';
import { takeSlot } from '../property-slots/property-slots.store.js';
import { makeReference } from '../shared/case-reference.js';
import { lookAlikeKey } from '../shared/vehicle-registration.js';
import { recordEvent } from '../timeline/timeline.store.js';
import type { ApplicationBody } from './application-body.rules.js';
import { type ArrivalFacts, getsFreeSlot, vehicleClassOf } from './arrival.rules.js';
import type { StoredPaper } from './sent-files.js';
import { writePapers } from './write-papers.js';

export interface Arrival {
  /** Chosen before anything was written: the papers' files are bound to it. */
  applicationId: string;
  clientId: string;
  bodySha256: string;
  body: ApplicationBody;
  facts: ArrivalFacts;
  pricePence: number;
  hints: readonly ArrivalHint[];
  papers: readonly StoredPaper[];
  paperFiles: PaperFiles;
}

/** Writes the application with all that came with it. The caller holds the property's lock. */
export async function writeApplication(tx: Tx, arrival: Arrival): Promise<Application> {
  const application = rowOf(arrival);
  await insertApplication(tx, application);
  await takeSlots(tx, application, arrival.facts);
  await writePayment(tx, application, arrival.body.payment);
  const actor = { kind: 'client', id: arrival.clientId } as const;
  const occasion = { applicationId: application.id, actor, at: application.receivedAt };
  const channel = application.assistedChannel ?? 'online';
  await recordEvent(tx, occasion, {
    type: 'application-received',
    payload: { channel, hints: [...arrival.hints] },
  });
  await writePapers(tx, { ...occasion, paperFiles: arrival.paperFiles }, arrival.papers);
  return application;
}

function rowOf(arrival: Arrival): Application {
  const { clientId, bodySha256, body, facts, pricePence } = arrival;
  const { applicant } = body;
  return {
    id: arrival.applicationId,
    reference: makeReference(randomBytes(8)),
    version: 1,
    status: 'submitted',
    clientId,
    clientReference: body.clientReference,
    bodySha256,
    permitTypeCode: body.permitType,
    receivedAt: facts.receivedAt,
    declaredAt: body.declarationAcceptedAt,
    applicantName: applicant.name,
    applicantEmail: applicant.email,
    applicantMobile: applicant.mobile,
    contactPreference: applicant.contactPreference,
    assistedChannel: applicant.assistedChannel,
    uprn: body.property.uprn,
    zoneCode: facts.property?.zoneCode ?? null,
    ...vehicleColumns(body),
    startOn: body.startOn,
    durationMonths: body.durationMonths,
    pricePence,
    concernsPermitId: facts.concernedPermit?.permitId ?? null,
    claimedBy: null,
    claimedAt: null,
    claimedUntil: null,
    onHoldUntil: null,
    holdEndsAt: null,
    awaitingSince: null,
    pausedSeconds: 0,
    decidedAt: null,
    round: 1,
  };
}

function vehicleColumns(body: ApplicationBody) {
  const { vehicle } = body;
  return {
    registration: vehicle?.registration ?? null,
    registrationKey: vehicle ? lookAlikeKey(vehicle.registration) : null,
    registrationOverride: vehicle?.registrationOverride ?? null,
    vehicleClass: vehicleClassOf(body) ?? 'none',
    declaredMake: vehicle?.declaredMake ?? null,
    declaredColour: vehicle?.declaredColour ?? null,
    keeperName: vehicle?.keeperName ?? null,
    keeperKind: vehicle?.keeperKind ?? null,
  } as const;
}

/** A pending application holds its slots, or two could be approved into the last one (U-7). */
async function takeSlots(tx: Tx, application: Application, facts: ArrivalFacts): Promise<void> {
  if (!facts.permitType) return;
  for (const slot of slotsNeeded(facts.permitType, facts.property?.propertyCap ?? 0)) {
    if (slot.kind === 'free' && !getsFreeSlot(facts)) continue;
    const position = await takeSlot(tx, {
      ...slot,
      uprn: application.uprn,
      applicationId: application.id,
      now: application.receivedAt,
      renewsApplicationId: facts.concernedPermit?.applicationId ?? null,
    });
    if (slot.kind === 'free' && position === null) {
      throw new Error('The free slot went to somebody else under the lock of its property.');
    }
  }
}

/** What the provider holds is read by a job; until then nothing is claimed about its state. */
async function writePayment(
  tx: Tx,
  { id, receivedAt }: Application,
  payment: ApplicationBody['payment'],
): Promise<void> {
  if (!payment) return;
  await insertPayment(tx, {
    id: newId(),
    applicationId: id,
    providerPaymentId: payment.providerPaymentId,
    amountPence: payment.amountPence,
    state: 'created',
    refundedPence: 0,
    holdEndsAt: null,
    stateReadAt: null,
    createdAt: receivedAt,
  });
}
