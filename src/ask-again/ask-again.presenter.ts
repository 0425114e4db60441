import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
} from '../case-file/case-form-page.presenter.js';
import { reasonLabel } from '../decisions/reason-catalogue.rules.js';
import { MOST_REASON_WORDS } from '../decisions/rejection-reasons.rules.js';
import { answerByRange } from '../evidence-requests/answer-by.rules.js';
import { nested } from '../platform/web/component-types.js';
import { checkboxes, type ChoicesParams } from '../platform/web/components/choices.js';
import { dateInput, type DateInputParams } from '../platform/web/components/date-input.js';
import { select, textarea } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { AnswerPolicy } from '../policy/policy-book.rules.js';
import { workingDaysText } from '../shared/duration-text.js';
import { formatDate, londonDateOf } from '../shared/london-date.js';
import type { TypedDate } from './answer-by-field.rules.js';
import type { Asking } from './ask-again.rules.js';
import type { AskablePaper } from './askable-papers.rules.js';
import type { AskAgainFault } from './read-request.rules.js';

/** What the officer chose and typed, or what the marks suggest on a fresh form. */
export interface AskAgainDraft extends Asking {
  answerBy: TypedDate;
}

interface AskAgainPage extends CaseFormPage {
  /** Null when nothing can be asked for: every paper is accepted. */
  papers: ChoicesParams | null;
  answerBy: DateInputParams;
  check: ButtonParams;
}

interface Choosing extends Omit<CaseFormDrawn, 'errors'> {
  askable: readonly AskablePaper[];
  draft: AskAgainDraft;
  faults: readonly AskAgainFault[];
  /** As it holds today. */
  policy: AnswerPolicy;
}

export function askAgainPage(choosing: Choosing): AskAgainPage {
  const { file, askable, faults } = choosing;
  const title = `Ask for a paper again: ${file.application.reference}`;
  const errors = faults.map((fault) => ({ text: fault.text, href: hrefOf(fault, askable) }));
  return {
    ...caseFormPage({ ...choosing, errors }, { title, noun: 'evidence-requests' }),
    papers: askable.length === 0 ? null : paperList(choosing),
    answerBy: answerByField(choosing),
    check: button({ text: 'Check the letter', name: 'step', value: 'check' }),
  };
}

function paperList({ askable, draft, faults }: Choosing): ChoicesParams {
  return checkboxes({
    name: 'asked',
    id: itemId(0),
    fieldset: {
      legend: { text: 'What should the resident send?', classes: 'govuk-fieldset__legend--m' },
    },
    hint: 'Ticked already: what you marked “ask for it again”, and what never came. Accepted papers are kept.',
    error: faults.find(({ field }) => field === 'asked')?.text ?? null,
    values: draft.asked,
    items: askable.map((paper, index) => ({
      value: paper.key,
      id: itemId(index),
      text: paper.position === null ? paper.label : `Paper ${paper.position}: ${paper.label}`,
      hint: paper.position === null ? 'No paper that proves this has been accepted' : null,
      conditional: nested('ask-again/paper', {
        reason: reasonField(paper, draft, faultOf(paper, faults)),
        words: wordsField(paper, draft),
      }),
    })),
  });
}

function reasonField(paper: AskablePaper, draft: AskAgainDraft, error: string | null) {
  return select({
    name: `reason[${paper.key}]`,
    id: `reason-${paper.key}`,
    label: { text: 'Why?', classes: 'govuk-label--s' },
    error,
    items: paper.reasons.map((code) => ({ value: code, text: reasonLabel(paper.catalogue, code) })),
    value: draft.reason[paper.key] ?? paper.suggested,
  });
}

function wordsField(paper: AskablePaper, draft: AskAgainDraft) {
  return textarea({
    name: `words[${paper.key}]`,
    id: `words-${paper.key}`,
    label: 'Your own words (optional)',
    hint: `Will be sent to the resident, after the reason’s own words. Up to ${MOST_REASON_WORDS.toLocaleString('en-GB')} characters.`,
    value: draft.words[paper.key] ?? '',
    rows: 2,
  });
}

function answerByField({ draft, faults, now, policy }: Choosing): DateInputParams {
  const { firstOn, lastOn } = answerByRange(londonDateOf(now), policy);
  const fault = faults.find(({ field }) => field === 'answerBy');
  return dateInput({
    id: 'answerBy',
    fieldset: { legend: { text: 'Last day to answer', classes: 'govuk-fieldset__legend--m' } },
    hint: `Usually ${workingDaysText(policy.usualWorkingDays)}. From ${formatDate(firstOn)} to ${formatDate(lastOn)}. The clock of this case stands still meanwhile.`,
    error: fault?.text ?? null,
    ...(fault ? { errorParts: fault.parts } : {}),
    values: draft.answerBy,
    parts: (['day', 'month', 'year'] as const).map((part) => ({
      part,
      name: `answerBy[${part}]`,
    })),
  });
}

function faultOf(paper: AskablePaper, faults: readonly AskAgainFault[]): string | null {
  return faults.find(({ field, key }) => field === 'paper' && key === paper.key)?.text ?? null;
}

function hrefOf({ field, key, parts }: AskAgainFault, askable: readonly AskablePaper[]) {
  if (field === 'answerBy') return `#answerBy-${parts[0] ?? 'day'}`;
  if (field === 'paper' && key !== null) return `#reason-${key}`;
  return askable.length > 0 ? `#${itemId(0)}` : null;
}

function itemId(index: number): string {
  return index === 0 ? 'asked' : `asked-${index + 1}`;
}
