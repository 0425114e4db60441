import type { LetterChannel } from '../letters/letter-kinds.rules.js';
import type { Delivery } from './delivery.rules.js';

/** One message to hand over. */
export interface Dispatch {
  /** Our letter's id: by it the message is found again when an answer was lost. */
  reference: string;
  channel: LetterChannel;
  /** An e-mail address, a mobile number, or postal lines separated by line feeds. */
  recipient: string;
  /** Null for a text message. */
  subject: string | null;
  body: string;
}

/** `refused`: it will never be accepted as it is; `because` is for people to read. */
export type SendAnswer =
  { answer: 'accepted'; providerId: string } | { answer: 'refused'; because: string };

/** The service could not be asked, or did not answer. */
export class NotifierUnavailable extends Error {
  constructor(
    problem: string,
    /** False only when it is certain that nothing was sent. */
    readonly mayHaveBeenSent: boolean,
  ) {
    super(problem);
    this.name = 'NotifierUnavailable';
  }
}

/**
 * The message service. Every method may throw {@link NotifierUnavailable}, whose words never
 * hold what was sent or to whom. Called from jobs only, never inside a transaction.
 */
export abstract class Notifier {
  abstract send(dispatch: Dispatch): Promise<SendAnswer>;
  /** The service's own id of the message we gave this reference; null when it has none. */
  abstract findByReference(reference: string): Promise<string | null>;
  /** Null when the service does not know the message, or not any more. */
  abstract deliveryOf(providerId: string): Promise<Delivery | null>;
}
