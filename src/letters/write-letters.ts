import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import type { Actor } from '../timeline/timeline-events.rules.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { type Addressee, addressLetter, type Contact } from './address-letter.rules.js';
import { letterBody, type LetterContent } from './letter-content.rules.js';
import { WORDING_VERSION } from './letter-kinds.rules.js';
import { insertLetter } from './letters.store.js';

export interface LetterToWrite {
  applicationId: string;
  contact: Contact;
  content: LetterContent;
  actor: Actor;
  at: Date;
}

/** Keeps the letter's words in the caller's transaction and asks for them to be sent. */
export async function writeLetters(tx: Tx, outbox: Outbox, letter: LetterToWrite): Promise<void> {
  for (const addressee of addressLetter(letter.contact))
    await writeOne(tx, outbox, letter, addressee);
}

async function writeOne(
  tx: Tx,
  outbox: Outbox,
  letter: LetterToWrite,
  to: Addressee,
): Promise<void> {
  const { content, applicationId, at } = letter;
  const id = newId();
  const isText = to.channel === 'text';
  await insertLetter(tx, {
    id,
    applicationId,
    kind: content.kind,
    channel: to.channel,
    recipient: to.recipient,
    subject: isText ? null : content.subject,
    body: isText ? content.text : letterBody(content),
    wordingVersion: WORDING_VERSION,
    state: 'written',
    attempts: 0,
    providerId: null,
    lastProblem: null,
    writtenAt: at,
    sentAt: null,
    settledAt: null,
  });
  await recordEvent(
    tx,
    { applicationId, actor: letter.actor, at },
    { type: 'letter-written', payload: { letterId: id, kind: content.kind, channel: to.channel } },
  );
  await outbox.enqueue(tx, { type: 'letter.written', subjectId: id });
}
