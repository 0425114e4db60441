import type { Application } from '../applications/applications.store.js';
import { contactOf, moneyOf } from '../case-file/case-words.rules.js';
import type { CouncilFacts } from '../letters/council-facts.rules.js';
import { letterWordings } from '../letters/letter-wordings.queries.js';
import { composeReceipt } from '../letters/receipt-letter.rules.js';
import { writeLetters } from '../letters/write-letters.js';
import { findPayment } from '../payments/payments.store.js';
import { type PaperKind, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import type { PermitType } from '../permit-types/permit-type.rules.js';
import { policyBook } from '../policy/policy-book.queries.js';
import { statusLinkDays } from '../policy/status-link-days.rules.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import { findProperty } from '../properties/properties.queries.js';

interface Receipt {
  application: Application;
  permitType: PermitType;
  paperKinds: readonly PaperKind[];
  council: CouncilFacts;
}

/** Tells the applicant that it came, and that it is no permit yet (R-PUR-3). */
export async function writeReceipt(tx: Tx, outbox: Outbox, receipt: Receipt): Promise<void> {
  const { application, permitType, paperKinds, council } = receipt;
  const property = await findProperty(tx, application.uprn, application.startOn);
  if (!property) throw new Error('The property is gone under its lock.');
  const { settings } = await policyBook(tx);
  const linkDays = statusLinkDays(settings, application.receivedAt);
  await writeLetters(tx, outbox, {
    applicationId: application.id,
    contact: contactOf(application, property),
    content: composeReceipt({
      ...{ council, statusLink: council.statusLinkOf(application, linkDays) },
      reference: application.reference,
      permitTypeName: permitType.name,
      wordings: await letterWordings(tx, application.receivedAt),
      paperLabels: paperKinds.map((kind) => paperKindTerms(kind).label),
      targetWorkingDays: permitType.targetWorkingDays,
      money: moneyOf(await findPayment(tx, application.id)),
    }),
    actor: { kind: 'system' },
    at: application.receivedAt,
  });
}
