import {
  FACT_MARK_LABELS,
  PAPER_VERDICT_STATES,
  type PaperFindings,
} from '../evidence/paper-check.rules.js';
import {
  PAPER_FACT_LABELS,
  type PaperFact,
  paperKindTerms,
} from '../permit-types/paper-kinds.rules.js';
import { VIRUS_CHECK_WORDS } from '../evidence/virus-check.rules.js';
import { linesContent, link, type LinkParams } from '../platform/web/component-types.js';
import { insetText, type TextBlockParams } from '../platform/web/components/messages.js';
import {
  summaryList,
  type SummaryListParams,
  type SummaryRowInput,
} from '../platform/web/components/summary-list.js';
import { formatDateTime } from '../shared/london-date.js';
import { mayReview } from './check-paper.rules.js';
import { declaredFact, type Declared } from './declared-facts.rules.js';
import type { PaperOnDesk } from './paper-on-desk.queries.js';
import { freshnessExplained, termExplained } from './shown-check.rules.js';

/** The right half for whoever may read but not mark. */
export interface CheckedFacts {
  notice: TextBlockParams;
  caseLink: LinkParams;
  summary: SummaryListParams;
}

export function checkedFacts(
  desk: PaperOnDesk,
  declared: Declared,
  staffId: string,
): CheckedFacts | null {
  const notice = whyReadOnly(desk, staffId);
  if (notice === null) return null;
  const { kind } = desk.paper;
  const { reference } = desk.file.application;
  return {
    notice: insetText(notice),
    caseLink: link(`Go to case ${reference}`, `/applications/${reference}`),
    summary: summaryList({
      rows: [
        ...paperKindTerms(kind).facts.map((fact) => factRow(fact, desk, declared)),
        ...checkRows(desk),
      ],
    }),
  };
}

/** Null for the officer who holds the case. */
function whyReadOnly({ file, isReplaced, paper }: PaperOnDesk, staffId: string): string | null {
  const withheld = VIRUS_CHECK_WORDS[paper.virusCheck];
  if (withheld !== null) return withheld;
  if (isReplaced) return 'A later paper took the place of this one. It can be read, not marked.';
  const may = mayReview(file.application, staffId);
  if (may.ok) return null;
  switch (may.refusal) {
    case 'decided':
      return 'This case is decided: its papers can be read, not marked.';
    case 'not_claimed':
      return 'Nobody holds this case. Claim it to mark its papers.';
    case 'claimed_by_other':
      return `${file.holderName ?? 'Somebody else'} holds this case. You can read it.`;
  }
}

function factRow(fact: PaperFact, desk: PaperOnDesk, declared: Declared): SummaryRowInput {
  const { findings, kind } = desk.paper;
  const marked = findings?.marks[fact];
  const mark = marked ? FACT_MARK_LABELS[marked.mark] : 'Not marked yet';
  const why = marked?.why ?? null;
  const lines = [declaredFact(fact, kind, declared), why === null ? mark : `${mark}: ${why}`];
  if (findings) lines.push(...typedLines(fact, findings, desk.file.permitType.code));
  return { key: PAPER_FACT_LABELS[fact], value: linesContent(lines) };
}

function typedLines(fact: PaperFact, findings: PaperFindings, permitTypeCode: string): string[] {
  if (fact === 'date') return [freshnessExplained(findings)?.words ?? 'Date not typed yet'];
  if (fact === 'term') {
    return [termExplained(findings, permitTypeCode)?.words ?? 'Term not typed yet'];
  }
  const { referenceLast4 } = findings;
  const hasReference = fact === 'document_reference' && referenceLast4 !== null;
  return hasReference ? [`Ends ${referenceLast4}`] : [];
}

function checkRows({ paper, checkerName }: PaperOnDesk): SummaryRowInput[] {
  const { check } = paper;
  if (!check) return [{ key: 'This paper', value: 'Not checked yet' }];
  const when = formatDateTime(check.checkedAt);
  return [
    { key: 'This paper', value: PAPER_VERDICT_STATES[check.verdict] },
    ...(check.note === null ? [] : [{ key: 'Note', value: check.note }]),
    { key: 'Checked', value: `${checkerName ?? 'Somebody'}, ${when}` },
  ];
}
