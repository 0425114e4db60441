import type { StaffPermission } from '../staff/permissions.rules.js';

/** Whose draft, of which form (`rejection`, `evidence/2/check`) about which case. */
export interface DraftPlace {
  staffId: string;
  reference: string;
  form: string;
}

/** A form about a case whose words are kept while they are typed. */
export interface DraftForm {
  /** Below the case's own address: where it is posted to. */
  posted: RegExp;
  /** Who may send it, and so may begin it. */
  permission: StaffPermission;
  /** Below the case's own address: the page it stands on. */
  page: (posted: string) => string;
}

const newPage = (posted: string) => `${posted}/new`;

export const DRAFT_FORMS: readonly DraftForm[] = [
  { posted: /^rejection$/, permission: 'decide', page: newPage },
  { posted: /^approval$/, permission: 'decide', page: newPage },
  { posted: /^withdrawal$/, permission: 'withdraw', page: newPage },
  { posted: /^evidence-requests$/, permission: 'decide', page: newPage },
  { posted: /^hold$/, permission: 'claim', page: newPage },
  { posted: /^take-over$/, permission: 'claim', page: newPage },
  { posted: /^notes$/, permission: 'write-note', page: newPage },
  { posted: /^reopening$/, permission: 'reopen-decision', page: newPage },
  { posted: /^second-look$/, permission: 'second-look', page: (posted) => posted },
  { posted: /^reviews$/, permission: 'open-review', page: newPage },
  { posted: /^review-outcome$/, permission: 'settle-review', page: newPage },
  { posted: /^refund-exceptions$/, permission: 'request-exception', page: newPage },
  {
    posted: /^refund-exceptions\/[\da-f-]{36}\/reply$/,
    permission: 'settle-exception',
    page: (posted) => posted.replace(/\/reply$/, ''),
  },
  { posted: /^vehicle$/, permission: 'review', page: (posted) => posted },
  {
    posted: /^evidence\/[1-9]\d{0,3}\/check$/,
    permission: 'review',
    page: (posted) => posted.replace(/\/check$/, ''),
  },
];

/** The form that is posted to this address below its case; null for what keeps no draft. */
export function draftForm(posted: string): DraftForm | null {
  return DRAFT_FORMS.find((one) => one.posted.test(posted)) ?? null;
}
