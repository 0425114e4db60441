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
  /** Refunds that are in the ledger already: of which command, whether we had asked, whether it failed. */
  posted: ReadonlyMap<string, { commandId: string | null; isOurs: boolean; isFailed: boolean }>;
}

/**
 * Says for each refund at the provider which command it belongs to. First match: what the ledger
 * knows; the number the provider gave us; a refund that was not there before we sent ours, of our
 * amount, which nobody else claims (only one command of a payment is sent at a time); what somebody
 * gave back there while we owed it; nobody's. A refund that failed stays so, however late a reading
 * made before is kept: else money that is owed would be taken for given back.
 */
export function ownersOf({ commands, refunds, posted }: Known): OwnedRefund[] {
  const owned: OwnedRefund[] = [];
  const numbered = new Map(commands.map(({ id, providerReference }) => [providerReference, id]));
  for (const refund of refunds) {
    const known = posted.get(refund.id);
    const commandId = numbered.get(refund.id) ?? lostAnswer(commands, refund, owned);
    if (known) owned.push(asKnown(refund, known));
    else if (commandId !== null) owned.push({ ...refund, commandId, isOurs: true });
    else
      owned.push({
        ...refund,
        commandId: owing({ commands, refunds }, refund, owned),
        isOurs: false,
      });
  }
  return owned;
}

function asKnown(
  refund: RefundToMatch,
  { commandId, isOurs, isFailed }: { commandId: string | null; isOurs: boolean; isFailed: boolean },
): OwnedRefund {
  return { ...refund, status: isFailed ? 'error' : refund.status, commandId, isOurs };
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

/**
 * A release gives everything back: what somebody gave back by hand meanwhile counts towards it. Of an
 * exact refund that failed at the bank, the same amount given back by hand is that very refund: sent
 * again or paid another way besides, the resident would have it twice (R-PAY-4).
 */
function owing(
  { commands, refunds }: Pick<Known, 'commands' | 'refunds'>,
  refund: RefundToMatch,
  owned: readonly OwnedRefund[],
): string | null {
  const found = commands.find((command) => {
    const left = outstandingOf(command, owned) ?? 0;
    if (command.kind === 'release') return left >= refund.amountPence;
    return hasFailed(command, refunds) && isNew(command, refund.id) && left === refund.amountPence;
  });
  return found?.id ?? null;
}

/** Our refund came back from the bank, as is known or as is just read. */
function hasFailed(
  { kind, providerReference, refundsBefore }: CommandToMatch,
  refunds: readonly RefundToMatch[],
): boolean {
  if (kind !== 'refund' || providerReference === null) return false;
  if (refundsBefore?.includes(providerReference)) return true;
  return refunds.some(({ id, status }) => id === providerReference && status === 'error');
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
