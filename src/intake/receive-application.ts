import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ApplicationStatus } from '../applications/application-status.rules.js';
import type { Application } from '../applications/applications.store.js';
import type { ArrivalHint } from '../applications/arrival-hints.rules.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { amountDue } from '../permit-types/permit-prices.rules.js';
import { isDuplicateKey } from '../platform/database/conditional-write.js';
import { newId } from '../platform/database/new-id.js';
import { Database, type Reader, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { CommitOutcomeUnknown } from '../platform/database/typeorm-unit-of-work.js';
import { lockProperty } from '../properties/properties.store.js';
import { type ApplicationBody, readApplicationBody } from './application-body.rules.js';
import { arrivalFaults, priceQuestion } from './arrival-faults.rules.js';
import { readArrivalFacts } from './arrival.queries.js';
import { type ArrivalFacts, arrivalHints, getsFreeSlot } from './arrival.rules.js';
import { canonicalJson } from './canonical-json.rules.js';
import type { Fault } from './faults.rules.js';
import { IntakePorts } from './intake-ports.js';
import { writeReceipt } from './receipt.js';
import { findSentBefore } from './received-application.queries.js';
import {
  clearQuarantine,
  type OpenedFile,
  openSentFiles,
  removeStored,
  type SentFile,
  type StoredPaper,
  storeOpened,
} from './sent-files.js';
import { writeApplication } from './write-application.js';

export interface ApplicationSent {
  client: { id: string };
  /** Parsed JSON; nothing about it has been checked. */
  body: unknown;
  /** In quarantine; they are gone from there when the use case is done, whatever came of it. */
  files: readonly SentFile[];
  /** The instant that counts for prices, terms, slots and the age of the papers. */
  receivedAt: Date;
}

export interface ReceivedApplication {
  id: string;
  reference: string;
  status: ApplicationStatus;
  hints: readonly ArrivalHint[];
}

export type ReceiveOutcome =
  /** `isNew` is false when the same had been sent before: then it is the first one's answer. */
  | { ok: true; isNew: boolean; application: ReceivedApplication }
  | { ok: false; refusal: 'faults'; faults: readonly Fault[] }
  | { ok: false; refusal: 'sent_differently_before'; reference: string }
  | { ok: false; refusal: 'too_busy' };

interface Complete {
  applicationId: string;
  clientId: string;
  body: ApplicationBody;
  bodySha256: string;
  receivedAt: Date;
}

/** An application arrives, from the API or from a folder, with or without its papers. */
@Injectable()
export class ReceiveApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly intake: IntakePorts,
  ) {}

  /** Refusals write nothing and leave no file behind. */
  async run(sent: ApplicationSent): Promise<ReceiveOutcome> {
    const opened: OpenedFile[] = [];
    try {
      return await this.receive(sent, opened);
    } finally {
      await clearQuarantine(sent.files, opened);
    }
  }

  private async receive(sent: ApplicationSent, opened: OpenedFile[]): Promise<ReceiveOutcome> {
    const { reader } = this.database;
    const read = readApplicationBody(sent.body);
    const complete = read.ok ? completeOf(sent, read.application) : null;
    const before = complete && (await answerSentBefore(reader, complete));
    if (before) return before;
    const facts = await readArrivalFacts(reader, read.draft, sent.receivedAt);
    const faults = [...(read.ok ? [] : read.faults), ...arrivalFaults(read.draft, facts)];
    const files = await openSentFiles(sent.files);
    if (!files.ok) return files;
    opened.push(...files.opened);
    faults.push(...files.faults);
    if (complete && faults.length === 0) return this.storeAndWrite(complete, opened);
    // The same may have been kept meanwhile; then what looks taken was taken by itself.
    const meanwhile = complete && (await answerSentBefore(reader, complete));
    return meanwhile ?? { ok: false, refusal: 'faults', faults };
  }

  /** The files are stored first: the transaction reaches nothing but the database. */
  private async storeAndWrite(
    complete: Complete,
    opened: readonly OpenedFile[],
  ): Promise<ReceiveOutcome> {
    const { paperFiles } = this.intake;
    const papers = await storeOpened(paperFiles, complete.applicationId, opened);
    let mayBeWritten = false;
    try {
      const outcome = await this.writeOnce(complete, papers);
      mayBeWritten = outcome.ok && outcome.isNew;
      return outcome;
    } catch (error) {
      // An unconfirmed commit may have kept the rows: better a file too many than one too few.
      mayBeWritten = error instanceof CommitOutcomeUnknown;
      throw error;
    } finally {
      if (!mayBeWritten) await removeStored(paperFiles, papers);
    }
  }

  /** Two senders of one thing may meet at a unique key: then the later one looks again. */
  private async writeOnce(
    complete: Complete,
    papers: readonly StoredPaper[],
  ): Promise<ReceiveOutcome> {
    const write = () => this.unitOfWork.run((tx) => this.write(tx, complete, papers));
    try {
      return await write();
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return write();
    }
  }

  private async write(
    tx: Tx,
    complete: Complete,
    papers: readonly StoredPaper[],
  ): Promise<ReceiveOutcome> {
    const { body, receivedAt } = complete;
    await lockProperty(tx, body.property.uprn);
    const before = await answerSentBefore(tx, complete);
    if (before) return before;
    const facts = await readArrivalFacts(tx, body, receivedAt);
    const faults = arrivalFaults(body, facts);
    const { permitType } = facts;
    if (faults.length > 0 || !permitType) return { ok: false, refusal: 'faults', faults };
    const paperKinds = papers.map(({ kind }) => kind);
    const hints = arrivalHints(body, facts, paperKinds);
    const pricePence = priceOf(body, facts);
    const { outbox, settings, paperFiles } = this.intake;
    const arrival = { ...complete, facts, hints, papers, pricePence, paperFiles };
    const application = await writeApplication(tx, arrival);
    const council = councilFacts(settings);
    await writeReceipt(tx, outbox, { application, permitType, paperKinds, council });
    await outbox.enqueue(tx, { type: 'application.received', subjectId: application.id });
    return { ok: true, isNew: true, application: answerOf(application, hints) };
  }
}

function completeOf(sent: ApplicationSent, body: ApplicationBody): Complete {
  const files = sent.files.map(({ kind, file }) => `${kind} ${file.sha256}`).sort();
  const hash = createHash('sha256').update(canonicalJson(sent.body));
  for (const file of files) hash.update(`\n${file}`);
  const { client, receivedAt } = sent;
  const bodySha256 = hash.digest('hex');
  return { applicationId: newId(), clientId: client.id, body, bodySha256, receivedAt };
}

async function answerSentBefore(
  reader: Reader,
  { clientId, body, bodySha256 }: Complete,
): Promise<ReceiveOutcome | null> {
  const before = await findSentBefore(reader, clientId, body.clientReference);
  if (!before) return null;
  const { application, hints } = before;
  if (application.bodySha256 === bodySha256) {
    return { ok: true, isNew: false, application: answerOf(application, hints) };
  }
  return { ok: false, refusal: 'sent_differently_before', reference: application.reference };
}

function answerOf(
  { id, reference, status }: Application,
  hints: readonly ArrivalHint[],
): ReceivedApplication {
  return { id, reference, status, hints };
}

function priceOf(body: ApplicationBody, facts: ArrivalFacts): number {
  const question = priceQuestion(body, facts);
  const due = question && amountDue(question, getsFreeSlot(facts));
  if (!due?.ok) throw new Error('An application without a price was not refused.');
  return due.pricePence;
}
