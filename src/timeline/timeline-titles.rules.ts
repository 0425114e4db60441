import type { Actor, TimelineType } from './timeline-events.rules.js';

/** What happened, as a title on the timeline and wherever changes are listed. */
export const TIMELINE_TITLES: Readonly<Record<TimelineType, string>> = {
  'application-received': 'Application received',
  'evidence-received': 'Paper received',
  'evidence-scanned': 'Paper checked for viruses',
  'evidence-refused': 'Paper refused',
  'evidence-file-unusable': 'A stored file cannot be used',
  'evidence-viewed': 'Paper looked at',
  'page-redacted': 'Part of a page blacked out',
  'case-claimed': 'Case claimed',
  'case-released': 'Case released',
  'case-taken-over': 'Case taken over',
  'case-assigned': 'Case assigned',
  'case-put-on-hold': 'Case put on hold',
  'case-hold-ended': 'Hold of the case ended',
  'paper-checked': 'Paper checked',
  'registration-corrected': 'Registration corrected',
  'register-asked': 'DVLA’s register asked again',
  'register-answered': 'DVLA’s register asked about the vehicle',
  'conflict-noticed': 'Kept from deciding: conflict of interest',
  'case-opened-by-auditor': 'Case opened by an auditor',
  'note-written': 'Note written',
  'evidence-requested': 'Paper asked for again',
  'evidence-answered': 'Resident sent what was asked for',
  'evidence-request-reminded': 'Resident reminded',
  'evidence-request-lapsed': 'No answer by the deadline',
  'evidence-request-closed': 'Request for a paper closed',
  'application-approved': 'Application approved',
  'application-rejected': 'Application rejected',
  'application-withdrawn': 'Application withdrawn',
  'second-look-asked': 'Drawn for a second look',
  'second-look-settled': 'Second look finished',
  'decision-reopened': 'Decision taken up again',
  'review-opened': 'Resident asked for a review',
  'review-settled': 'Review answered',
  'payment-requested': 'Payment service told what to do',
  'payment-settled': 'Payment settled',
  'payment-needs-attention': 'Payment needs a person',
  'refund-seen': 'Refund made elsewhere',
  'ledger-corrected': 'Ledger corrected',
  'payment-hold-ending': 'Payment hold about to end',
  'payment-lapsed': 'Payment lapsed',
  'payment-asked-again': 'Payment asked for again',
  'payment-made-again': 'Resident paid again',
  'payment-request-lapsed': 'Not paid again in time',
  'payment-request-closed': 'Request to pay again closed',
  'payment-settled-another-way': 'Money given back another way',
  'returned-twice': 'Money given back twice',
  'double-return-closed': 'Closed: money given back twice',
  'payment-differs': 'Payment differs from the application',
  'exception-requested': 'Refund exception asked for',
  'exception-settled': 'Refund exception answered',
  'letter-written': 'Letter written',
  'letter-sent': 'Letter sent',
  'letter-failed': 'Letter could not be delivered',
};

/** Who did it, in words; automatic acts are the system's. */
export function actorInWords(actor: {
  actorKind: Actor['kind'];
  actorName: string | null;
}): string {
  switch (actor.actorKind) {
    case 'staff':
    case 'client':
      return actor.actorName ?? 'Somebody';
    case 'resident':
      return 'Resident';
    case 'system':
      return 'System';
  }
}
