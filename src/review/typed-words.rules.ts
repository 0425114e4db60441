import {
  FACT_MARK_LABELS,
  FACT_MARKS,
  PAPER_VERDICTS,
  PAPER_VERDICT_LABELS,
} from '../evidence/paper-check.rules.js';
import {
  isPaperKind,
  PAPER_FACT_LABELS,
  paperKindTerms,
} from '../permit-types/paper-kinds.rules.js';
import { dateFieldLabel, type DateField, type TypedCheck } from './typed-check.rules.js';

/** What was ticked and typed, in words to copy from the page that refuses it. */
export function typedWords(typed: TypedCheck): { label: string; text: string }[] {
  const kind = isPaperKind(typed.kind) ? typed.kind : 'utility_bill';
  const marks = paperKindTerms(kind).facts.map((fact) => {
    const mark = FACT_MARKS.find((code) => code === typed.mark[fact]);
    const why = typed.why[fact]?.trim();
    const words = mark ? FACT_MARK_LABELS[mark] : '';
    return { label: PAPER_FACT_LABELS[fact], text: why ? `${words}: ${why}` : words };
  });
  const dates = (['datedOn', 'termFrom', 'termTo'] as const).map((field) => ({
    label: dateFieldLabel(field, kind),
    text: dateText(typed, field),
  }));
  const verdict = PAPER_VERDICTS.find((code) => code === typed.verdict);
  return [
    ...marks,
    ...dates,
    { label: 'Document reference', text: typed.documentReference },
    { label: 'This paper', text: verdict ? PAPER_VERDICT_LABELS[verdict] : '' },
    { label: 'Note for colleagues', text: typed.note },
  ];
}

function dateText(typed: TypedCheck, field: DateField): string {
  const { day = '', month = '', year = '' } = typed[field];
  return [day, month, year].join(' ').trim();
}
