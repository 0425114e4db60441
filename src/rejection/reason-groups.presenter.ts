import type { CasePaper } from '../case-file/case-file.queries.js';
import { type ReasonCatalogue, reasonLabel } from '../decisions/reason-catalogue.rules.js';
import {
  MOST_REASON_WORDS,
  type ReasonCode,
  reasonKey,
  reasonsFor,
  reasonTerms,
} from '../decisions/rejection-reasons.rules.js';
import { type PaperKind, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { nested } from '../platform/web/component-types.js';
import { checkboxes, type ChoiceItemInput } from '../platform/web/components/choices.js';
import { characterCount } from '../platform/web/components/form-fields.js';
import { details, type DetailsParams } from '../platform/web/components/messages.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { paperWordsField } from './chosen-reasons.rules.js';

interface Ticked {
  reasons: readonly string[];
  paperWords: Readonly<Record<string, string>>;
}

interface Reasoned {
  catalogue: ReasonCatalogue;
  papers: readonly Pick<CasePaper, 'paperId' | 'kind' | 'position'>[];
}

/** One group of reasons for each paper and one for the application; open where something is ticked. */
export function reasonGroups(
  { catalogue, papers }: Reasoned,
  ticked: Ticked,
  errors: readonly FieldError[],
): DetailsParams[] {
  const ofPapers = papers.map(({ paperId, kind, position }) =>
    group({
      // Not `reasons-2`: so the second reason about the application is called.
      id: `paper-reasons-${position}`,
      legend: `Paper ${position}: ${paperKindTerms(kind).label}`,
      items: reasonsFor(catalogue, kind).map((code) =>
        paperItem(code, { catalogue, paperId, kind }, ticked, errors),
      ),
      ticked,
      error: null,
    }),
  );
  const ofApplication = group({
    id: 'reasons',
    legend: 'The application itself',
    items: reasonsFor(catalogue, null).map((code) => ({
      value: reasonKey({ code, paperKind: null, paperId: null }),
      text: reasonLabel(catalogue, code),
    })),
    ticked,
    error: errors.find(({ field }) => field === 'reasons')?.text ?? null,
  });
  return [...ofPapers, ofApplication];
}

interface PaperToReason {
  catalogue: ReasonCatalogue;
  paperId: string;
  kind: PaperKind;
}

interface Group {
  id: string;
  legend: string;
  items: ChoiceItemInput[];
  ticked: Ticked;
  error: string | null;
}

function group({ id, legend, items, ticked, error }: Group): DetailsParams {
  const chosen = items.map(({ value }) => value).filter((value) => ticked.reasons.includes(value));
  const list = checkboxes({
    name: 'reasons',
    id,
    fieldset: { legend: { text: `Reasons: ${legend}`, classes: 'govuk-visually-hidden' } },
    error,
    classes: 'govuk-checkboxes--small',
    items,
    values: chosen,
  });
  const summary = chosen.length > 0 ? `${legend} – ${chosen.length} ticked` : legend;
  return details(summary, nested('components/checkboxes', list), {
    open: chosen.length > 0 || error !== null,
  });
}

/** A reason about one paper; where it needs the officer's own words, they are asked for beneath it. */
function paperItem(
  code: ReasonCode,
  { catalogue, paperId, kind }: PaperToReason,
  ticked: Ticked,
  errors: readonly FieldError[],
): ChoiceItemInput {
  const item = {
    value: reasonKey({ code, paperKind: kind, paperId }),
    text: reasonLabel(catalogue, code),
  };
  if (!reasonTerms(catalogue, code).needsWords) return item;
  const field = paperWordsField(paperId);
  const words = characterCount({
    name: `paperWords[${paperId}]`,
    id: field,
    label: 'What is wrong with this paper',
    hint: 'Will be sent to the resident.',
    value: ticked.paperWords[paperId] ?? '',
    error: errors.find((error) => error.field === field)?.text ?? null,
    maxlength: MOST_REASON_WORDS,
    rows: 3,
  });
  return { ...item, conditional: nested('components/textarea', words) };
}
