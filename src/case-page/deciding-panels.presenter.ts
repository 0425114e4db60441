import { isDecided } from '../applications/application-status.rules.js';
import { type GateLine, gateLines } from '../approval-gate/gate-lines.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import type { CaseFormFields } from '../case-forms/case-form.js';
import { conflictSentence } from '../conflicts-of-interest/conflict.rules.js';
import { earlierDecidersOf } from '../decisions/open-case.rules.js';
import { REOPENING_CAUSE_WORDS } from '../decisions/reopening.rules.js';
import { type HandOn, handOn } from '../conflicts-of-interest/hand-on.presenter.js';
import { type LedgerPanel, ledgerPanel } from '../household-ledger/ledger.presenter.js';
import { link, type LinkParams } from '../platform/web/component-types.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import type { CasePageRows } from './case-page.queries.js';

/** What an officer must know before he decides. */
export interface DecidingPanels {
  /** Null for whoever may decide it, as far as interests go. */
  conflict: { words: string; handOn: HandOn | null; interests: LinkParams } | null;
  /** For whoever decided the case in an earlier round: why it is a colleague's now. */
  decidedBefore: { words: string; why: string | null } | null;
  /** Null once it is decided. */
  gate: { missing: GateLine[]; ready: string | null } | null;
  ledger: LedgerPanel;
}

interface Deciding {
  rows: CasePageRows;
  staff: CurrentStaff;
  caseForm: CaseFormFields;
  now: Date;
}

export function decidingPanels({ rows, staff, caseForm, now }: Deciding): DecidingPanels {
  const { application } = rows.file;
  const { reference } = application;
  const isHolder = application.status === 'in_review' && application.claimedBy === staff.id;
  return {
    conflict:
      rows.conflict.length === 0
        ? null
        : {
            words: conflictSentence(rows.conflict),
            handOn: isHolder ? handOn(reference, caseForm) : null,
            interests: link('See what you declared', '/my-interests'),
          },
    decidedBefore: decidedBefore(rows.file, staff),
    gate: rows.gate && {
      missing: gateLines(reference, rows.gate, isHolder && rows.conflict.length === 0),
      ready: rows.gate.length === 0 ? 'Nothing is missing. It can be approved.' : null,
    },
    ledger: ledgerPanel(rows.ledger, now),
  };
}

/** R-ST-3: said, so that a missing button is no riddle. */
function decidedBefore(file: CaseFile, staff: CurrentStaff): DecidingPanels['decidedBefore'] {
  if (isDecided(file.application.status)) return null;
  if (!earlierDecidersOf(file).includes(staff.id)) return null;
  const last = file.reopenings.at(-1);
  return {
    words: 'You decided this case before, so a colleague decides it now. You can still read it.',
    why: last ? `${REOPENING_CAUSE_WORDS[last.because]}: ${last.reason}` : null,
  };
}
