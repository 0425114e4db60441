import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import type { Actor } from '../timeline/timeline-events.rules.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { type Addressee, addressLetter, type Contact } from './address-letter.rules.js';
import { letterBody, type LetterContent } from './letter-content.rules.js';
import { WORDING_VERSION } from './letter-kinds.rules.js';
import { insertLetter, type Letter } from './letters.store.js';

export interface LetterToWrite {
  applicationId: string;
  contact: Contact;
  content: LetterContent;
  actor: Actor;
  at: Date;
  /** True: it waits for a second look, and is sent only when somebody lets it go. */
  isHeld?: boolean;
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
  const { content } = letter;
  const isText = to.channel === 'text';
  await keepLetter(tx, outbox, {
    applicationId: letter.applicationId,
    kind: content.kind,
    ...to,
    subject: isText ? null : content.subject,
    body: isText ? content.text : letterBody(content),
    wordingVersion: content.wordingVersion ?? WORDING_VERSION,
    actor: letter.actor,
    at: letter.at,
    isHeld: letter.isHeld ?? false,
  });
}

export type LetterInWords = Pick<
  Letter,
  'applicationId' | 'kind' | 'channel' | 'recipient' | 'subject' | 'body' | 'wordingVersion'
> & { actor: Actor; at: Date; isHeld?: boolean };

/** Keeps one letter that is already in words, and asks for it to be sent. Returns its id. */
export async function keepLetter(tx: Tx, outbox: Outbox, letter: LetterInWords): Promise<string> {
  const { actor, at, isHeld = false, ...words } = letter;
  const id = newId();
  await insertLetter(tx, {
    id,
    ...words,
    state: isHeld ? 'held' : 'written',
    attempts: 0,
    providerId: null,
    lastProblem: null,
    writtenAt: at,
    sentAt: null,
    settledAt: null,
  });
  await recordEvent(
    tx,
    { applicationId: letter.applicationId, actor, at },
    {
      type: 'letter-written',
      payload: { letterId: id, kind: letter.kind, channel: letter.channel },
    },
  );
  if (!isHeld) await outbox.enqueue(tx, { type: 'letter.written', subjectId: id });
  return id;
}
