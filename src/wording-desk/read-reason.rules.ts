import type { ReasonTerms } from '../decisions/reason-terms.rules.js';
import { REASON_VOCABULARY, reasonValues } from '../decisions/reason-vocabulary.rules.js';
import { isPaperKind, type PaperKind } from '../permit-types/paper-kinds.rules.js';
import {
  DATE_REFUSAL_WORDS,
  type DatePart,
  type LocalDate,
  localDate,
  parseDayMonthYear,
} from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { renderLine } from '../wording/render-template.rules.js';
import { curlyBracketFault, templateFaultWords } from '../wording/template-faults.rules.js';
import { parseTemplate } from '../wording/template.rules.js';

export type ReasonContent = Omit<ReasonTerms, 'version'>;

export interface TypedReason {
  label: string;
  appliesTo: string;
  wording: string;
  bring: string;
  paperKinds: readonly string[];
  permitTypes: readonly string[];
  rules: readonly string[];
  order: string;
  retired: Partial<Record<DatePart, string>>;
}

export interface ReasonFault {
  field: 'label' | 'wording' | 'bring' | 'retired' | 'permitTypes';
  text: string;
}

/** The reason as it was typed, or everything that is wrong with it. */
export function readReason(
  typed: TypedReason,
  knownTypes: readonly string[],
): Outcome<{ content: ReasonContent }, 'faulty', { faults: ReasonFault[] }> {
  const retired = readRetired(typed.retired);
  const faults: ReasonFault[] = [
    ...(typed.label === '' ? [{ field: 'label' as const, text: 'Write a name for staff' }] : []),
    ...wordsFaults('wording', 'What is wrong', typed.wording),
    ...wordsFaults('bring', 'What to send', typed.bring),
    ...(typed.permitTypes.every((code) => knownTypes.includes(code))
      ? []
      : [{ field: 'permitTypes' as const, text: 'Choose permit types from the list' }]),
    ...(retired.ok ? [] : [{ field: 'retired' as const, text: retired.text }]),
  ];
  if (faults.length > 0 || !retired.ok) return refuse('faulty', { faults });
  return ok({ content: contentOf(typed, retired.on) });
}

function contentOf(typed: TypedReason, retiredFromOn: LocalDate | null): ReasonContent {
  const isAboutPaper = typed.appliesTo === 'paper';
  const kinds = typed.paperKinds.filter((kind): kind is PaperKind => isPaperKind(kind));
  return {
    label: typed.label,
    appliesTo: isAboutPaper ? 'paper' : 'application',
    paperKinds: isAboutPaper && kinds.length > 0 ? kinds : null,
    permitTypes: typed.permitTypes.length > 0 ? typed.permitTypes : null,
    wording: typed.wording,
    bring: typed.bring,
    moneyEffect: 'release',
    canAskAgain: typed.rules.includes('ask_again'),
    needsWords: typed.rules.includes('own_words'),
    order: Number(typed.order),
    retiredFromOn,
  };
}

function wordsFaults(field: 'wording' | 'bring', label: string, text: string): ReasonFault[] {
  if (text === '') return [{ field, text: `${label}: write some words` }];
  if (text.includes('\n')) return [{ field, text: `${label}: keep it to one paragraph` }];
  const curly = curlyBracketFault(text);
  if (curly !== null) return [{ field, text: `${label}: ${curly}` }];
  const read = parseTemplate(text, REASON_VOCABULARY);
  if (read.ok) return [];
  return read.faults.slice(0, 3).map((fault) => ({
    field,
    text: `${label}: ${templateFaultWords(fault, text, REASON_VOCABULARY)}`,
  }));
}

function readRetired(
  typed: TypedReason['retired'],
): { ok: true; on: LocalDate | null } | { ok: false; text: string } {
  const { day = '', month = '', year = '' } = typed;
  if ((day + month + year).trim() === '') return { ok: true, on: null };
  const read = parseDayMonthYear({ day, month, year });
  if (read.ok) return { ok: true, on: read.date };
  return { ok: false, text: `The day it is retired from ${DATE_REFUSAL_WORDS[read.refusal]}` };
}

/** The words as a resident would read them, with all that can be known and with as little. */
export function sampleReasons(
  content: ReasonContent,
): { name: string; words: string; bring: string }[] {
  const paperKind =
    content.appliesTo === 'paper' ? (content.paperKinds?.[0] ?? 'utility_bill') : null;
  const full = {
    ...{ permitTypeCode: 'resident', permitTypeName: 'Resident', paperKind },
    ...{ zoneName: 'Z3', capCount: 2, registration: 'AB12 CDE' },
    ...{ datedOn: localDate('2026-08-12'), termToOn: localDate('2026-10-31') },
    ...{ receivedOn: localDate('2026-11-17'), sendByOn: localDate('2026-11-20') },
  };
  const least = {
    ...full,
    ...{ zoneName: null, capCount: null, registration: null, datedOn: null, termToOn: null },
  };
  const temporary = { ...full, permitTypeCode: 'temporary_resident' };
  return [
    { name: 'All that can be known', facts: full },
    { name: 'As little as can be known', facts: least },
    { name: 'A temporary resident permit', facts: temporary },
  ].map(({ name, facts }) => ({
    name,
    words: inWords(content.wording, facts),
    bring: inWords(content.bring, facts),
  }));
}

function inWords(template: string, facts: Parameters<typeof reasonValues>[0]): string {
  const read = parseTemplate(template, REASON_VOCABULARY);
  return read.ok ? renderLine(read.nodes, reasonValues(facts)) : '';
}
