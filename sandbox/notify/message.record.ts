export type MessageKind = 'email' | 'sms' | 'letter';

export type MessageOutcome = 'delivered' | 'temporary-failure' | 'permanent-failure';

/** A message as it was given to the stand-in. ISO instants. */
export interface MessageRecord {
  id: string;
  kind: MessageKind;
  reference: string | null;
  templateId: string;
  /** E-mail address or telephone number; for a letter the lines of the address joined by commas. */
  to: string;
  addressLines: string[];
  subject: string | null;
  body: string;
  createdAt: string;
  /** When it is handed on, and when its outcome is known. */
  sentAt: string;
  completedAt: string;
  outcome: MessageOutcome;
  /** Sent to one of Notify's smoke-test recipients: answered, but never found again through the API. */
  isSmokeTest: boolean;
}
