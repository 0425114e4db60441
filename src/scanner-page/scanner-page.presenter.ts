import { SCANNER_FINDING_WORDS } from '../evidence/scanner-condition.rules.js';
import type { ScannerState } from '../evidence/scanner-state.queries.js';
import type { WaitingPapers } from '../evidence/waiting-papers.queries.js';
import {
  type ContentInput,
  linesContent,
  type TagColour,
  tagContent,
} from '../platform/web/component-types.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import { formatDateTime } from '../shared/london-date.js';

export interface ScannerPage {
  title: string;
  backLink: PlainLinkParams;
  summary: SummaryListParams;
}

interface ScannerFacts {
  isConfigured: boolean;
  /** Null before the first test. */
  state: ScannerState | null;
  waiting: WaitingPapers;
}

const CONDITIONS: Readonly<Record<ScannerState['condition'], { text: string; colour: TagColour }>> =
  {
    well: { text: 'Working', colour: 'green' },
    unreachable: { text: 'Does not answer: papers wait', colour: 'yellow' },
    closed: { text: 'Not to be relied on: no files are taken', colour: 'red' },
  };

/** How the virus scanner is, for those who look after it. */
export function scannerPage({ isConfigured, state, waiting }: ScannerFacts): ScannerPage {
  const row = (key: string, value: ContentInput) => ({ key, value });
  const tested = state && [
    row('Last test', formatDateTime(state.testedAt)),
    row('Program', state.version ?? 'Not known'),
    row(
      'Signatures made',
      state.signaturesAt ? formatDateTime(state.signaturesAt) : 'The scanner does not say',
    ),
    ...(state.findings.length === 0
      ? []
      : [
          row(
            'What is wrong',
            linesContent(state.findings.map((finding) => SCANNER_FINDING_WORDS[finding])),
          ),
        ]),
  ];
  return {
    title: 'Virus scanner',
    backLink: backLink('/administration', 'Back to administration'),
    summary: summaryList({
      rows: [
        row('State', conditionOf(isConfigured, state)),
        ...(tested ?? []),
        row('Papers that wait', waitingInWords(waiting)),
      ],
    }),
  };
}

function conditionOf(isConfigured: boolean, state: ScannerState | null): ContentInput {
  if (!isConfigured) return tagContent('None: papers are not scanned', 'grey');
  if (state === null) return tagContent('Not tested yet', 'grey');
  const { text, colour } = CONDITIONS[state.condition];
  return tagContent(text, colour);
}

function waitingInWords({ count, oldestAt }: WaitingPapers): string {
  if (oldestAt === null) return 'None';
  return `${count}, the oldest received on ${formatDateTime(oldestAt)}`;
}
