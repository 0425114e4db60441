import type { Pence } from '../shared/money.js';
import type { CommandKind } from './payment-actions.rules.js';

export interface CommandToMatch {
  id: string;
  kind: CommandKind;
  returnsPence: Pence | null;
  providerReference: string | null;
  refundsBefore: readonly string[] | null;
  sentAt: Date | null;
}

export interface RefundToMatch {
  id: string;
  amountPence: Pence;
  status: 'submitted' | 'success' | 'error';
}

/** Whose refund it is. */
export interface OwnedRefund extends RefundToMatch {
  commandId: string | null;
  /** Made because we asked; otherwise somebody made it at the payment service. */
  isOurs: boolean;
}

interface Known {
  commands: readonly CommandToMatch[];
  refunds: readonly RefundToMatch[];
  /** Refunds that are in the ledger already: of which command, and whether we had asked. */
  posted: ReadonlyMap<string, { commandId: string | null; isOurs: boolean }>;
}

/**
 * Says for each refund at the provider which command it belongs to. First match: what the ledger
 * knows; the number the provider gave us; a refund that was not there before we sent ours, of our
 * amount, which nobody else claims (only one command of a payment is sent at a time); what somebody
 * gave back there while we owed all of it; nobody's.
 */
export function ownersOf({ commands, refunds, posted }: Known): OwnedRefund[] {
  const owned: OwnedRefund[] = [];
  const numbered = new Map(commands.map(({ id, providerReference }) => [providerReference, id]));
  for (const refund of refunds) {
    const known = posted.get(refund.id);
    const commandId = numbered.get(refund.id) ?? lostAnswer(commands, refund, owned);
    if (known) owned.push({ ...refund, ...known });
    else if (commandId !== null) owned.push({ ...refund, commandId, isOurs: true });
    else owned.push({ ...refund, commandId: owing(commands, refund, owned), isOurs: false });
  }
  return owned;
}

function lostAnswer(
  commands: readonly CommandToMatch[],
  refund: RefundToMatch,
  owned: readonly OwnedRefund[],
): string | null {
  const found = commands.find(
    (command) =>
      command.kind !== 'capture' &&
      command.sentAt !== null &&
      command.providerReference === null &&
      isNew(command, refund.id) &&
      outstandingOf(command, owned) === refund.amountPence &&
      !owned.some(({ id, commandId, isOurs }) => {
        return isOurs && commandId === command.id && isNew(command, id);
      }),
  );
  return found?.id ?? null;
}

function isNew({ refundsBefore }: CommandToMatch, refundId: string): boolean {
  return !(refundsBefore ?? []).includes(refundId);
}

/** A release gives everything back: what somebody gave back by hand meanwhile counts towards it. */
function owing(
  commands: readonly CommandToMatch[],
  refund: RefundToMatch,
  owned: readonly OwnedRefund[],
): string | null {
  const found = commands.find(
    (command) =>
      command.kind === 'release' && (outstandingOf(command, owned) ?? 0) >= refund.amountPence,
  );
  return found?.id ?? null;
}

/** What a command still has to give back, after the refunds that did not fail. */
export function outstandingOf(
  { id, returnsPence }: Pick<CommandToMatch, 'id' | 'returnsPence'>,
  owned: readonly OwnedRefund[],
): Pence | null {
  if (returnsPence === null) return null;
  return owned
    .filter(({ commandId, status }) => commandId === id && status !== 'error')
    .reduce((left, { amountPence }) => left - amountPence, returnsPence);
}
