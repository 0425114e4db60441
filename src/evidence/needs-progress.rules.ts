import type { EvidenceNeedCode, RequiredNeed } from '../permit-types/evidence-needs.rules.js';
import {
  checkTenancyTerm,
  TENANCY_TERM_REFUSAL_WORDS,
} from '../permit-types/tenancy-term.rules.js';
import {
  inSentence,
  type PaperKind,
  paperKindTerms,
  papersInWords,
} from '../permit-types/paper-kinds.rules.js';
import { objectionsToAccepting, type PaperFindings } from './paper-check.rules.js';
import { isOpenToOfficers, isRefusedPaper, type VirusCheck } from './virus-check.rules.js';

/** A current paper of the case with what an officer found so far; null: not looked at yet. */
export interface PaperWithFindings {
  paperId: string;
  position: number;
  kind: PaperKind;
  findings: PaperFindings | null;
  virusCheck: VirusCheck;
}

export type NeedState = 'proved' | 'to_check' | 'asked_again' | 'not_met' | 'no_paper';

/** How far one need of the application has come, with what is still in the way. */
export interface NeedProgress {
  need: EvidenceNeedCode;
  label: string;
  /** Any one accepted paper of these kinds proves it. */
  paperKinds: readonly PaperKind[];
  state: NeedState;
  /** The papers that could prove it, in the order they came. */
  papers: PaperWithFindings[];
  /** In words, for the page that says what is missing; empty when proved. */
  missing: string[];
}

/**
 * What the application must prove against what the accepted papers do prove.
 * All papers being good is not the same as all needed papers being there.
 */
export function needsProgress(
  needs: readonly RequiredNeed[],
  papers: readonly PaperWithFindings[],
): NeedProgress[] {
  return needs.map((required) => {
    const { need, label, paperKinds } = required;
    const candidates = papers.filter((paper) => paperKinds.includes(paper.kind));
    return {
      need,
      label,
      paperKinds,
      papers: candidates,
      ...progressOf(required, candidates),
    };
  });
}

/** True when every need is proved: the only state in which an application can be approved. */
export function allProved(progress: readonly NeedProgress[]): boolean {
  return progress.every((need) => need.state === 'proved');
}

function progressOf(
  required: RequiredNeed,
  candidates: readonly PaperWithFindings[],
): { state: NeedState; missing: string[] } {
  const { need, label, paperKinds } = required;
  if (candidates.some((paper) => isProved(need, paper))) return { state: 'proved', missing: [] };
  if (candidates.length === 0) {
    const missing = `${label}: no paper has come. It takes a ${papersInWords(paperKinds)}.`;
    return { state: 'no_paper', missing: [missing] };
  }
  const unchecked = candidates.filter((paper) => isUndecided(paper));
  if (unchecked.length > 0) {
    return {
      state: 'to_check',
      missing: unchecked.flatMap((paper) => whatIsLeft(required, paper)),
    };
  }
  const isAsked = candidates.some(
    ({ findings, virusCheck }) => findings?.verdict === 'ask_again' || isRefusedPaper(virusCheck),
  );
  return isAsked
    ? { state: 'asked_again', missing: [`${label}: the paper has to be asked for again.`] }
    : { state: 'not_met', missing: [`${label}: no paper for it is accepted.`] };
}

/** Whatever an officer found: a paper that the virus check has not let through proves nothing. */
function isProved(need: EvidenceNeedCode, { findings, virusCheck }: PaperWithFindings): boolean {
  if (!isOpenToOfficers(virusCheck)) return false;
  return findings?.verdict === 'accept' && objectionsFor(need, findings).length === 0;
}

/** In words: what the paper itself lacks, and what this need asks beyond it (R-ELIG-2). */
function objectionsFor(need: EvidenceNeedCode, findings: PaperFindings): string[] {
  const words = objectionsToAccepting(findings).map((objection) => objection.words);
  if (need !== 'tenancy' || findings.termFromOn === null) return words;
  const term = checkTenancyTerm({ startsOn: findings.termFromOn, endsOn: findings.termToOn });
  return term.ok ? words : [...words, TENANCY_TERM_REFUSAL_WORDS[term.refusal]];
}

function isUndecided({ findings, virusCheck }: PaperWithFindings): boolean {
  if (virusCheck === 'waiting') return true;
  if (isRefusedPaper(virusCheck)) return false;
  return findings === null || findings.verdict === 'undecided' || findings.verdict === 'accept';
}

function whatIsLeft({ need, label }: RequiredNeed, paper: PaperWithFindings): string[] {
  const name = inSentence(paperKindTerms(paper.kind).label);
  if (paper.virusCheck === 'waiting') {
    return [`${label}: wait for the virus check of the ${name}.`];
  }
  if (paper.findings === null) return [`${label}: look at the ${name} and mark it.`];
  const objections = objectionsFor(need, paper.findings);
  if (objections.length === 0) return [`${label}: decide whether to accept the ${name}.`];
  return objections.map((words) => `${label}, ${name}: ${words.replace(/\.$/, '')}.`);
}
