import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import type { IdentityBarParams } from '../platform/web/components/case-page.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { textarea, type TextareaParams } from '../platform/web/components/form-fields.js';
import type { TypedText } from '../case-forms/stale-case.presenter.js';
import type { Obstacle } from '../approval-gate/approval-obstacles.rules.js';
import { type GateLine, gateLines } from '../approval-gate/gate-lines.presenter.js';

export interface ApprovalBlockedPage {
  title: string;
  backLink: PlainLinkParams;
  bar: IdentityBarParams;
  /** Said when something had been sent. */
  notSaved: string | null;
  obstacles: GateLine[];
  /** What had been typed, to be copied; empty when nothing had been. */
  typed: TextareaParams[];
}

interface Blocked {
  file: CaseFile;
  now: Date;
  obstacles: readonly Obstacle[];
  /** Null when the page was only opened; else what was sent and not saved. */
  typed: readonly TypedText[] | null;
}

/** Says everything that is in the way, each with the place where it is put right. */
export function approvalBlockedPage({ file, now, obstacles, typed }: Blocked): ApprovalBlockedPage {
  const { reference } = file.application;
  const caseHref = `/applications/${reference}`;
  return {
    title: `${reference} cannot be approved yet`,
    backLink: backLink(caseHref, `Back to ${reference}`),
    bar: caseBar(file, now),
    notSaved: typed === null ? null : 'Nothing was decided and nothing was saved.',
    obstacles: gateLines(reference, obstacles, true),
    typed: (typed ?? [])
      .filter(({ text }) => text !== '')
      .map(({ label, text }, index) =>
        textarea({
          name: `typed-${index + 1}`,
          label,
          hint: 'Not saved. It is kept here for you to copy.',
          value: text,
          attributes: { readonly: true },
        }),
      ),
  };
}
