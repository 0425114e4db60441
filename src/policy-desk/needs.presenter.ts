import {
  PAPER_KIND_CODES,
  type PaperKind,
  paperKindTerms,
} from '../permit-types/paper-kinds.rules.js';
import type { NeedLine } from '../permit-types/policy-lines.queries.js';
import { linkContent } from '../platform/web/component-types.js';
import { checkboxes, type ChoicesParams } from '../platform/web/components/choices.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { holdsFromField } from '../policy/holds-from.presenter.js';
import type { HoldsFrom } from '../policy/holds-from.rules.js';
import type { PolicyChangeRow } from '../policy/policy-changes.queries.js';
import { seenKey } from '../policy/seen-key.js';
import { addDays, formatDate, type LocalDate } from '../shared/london-date.js';
import { ALL_NEEDS, needInWords, needTerms } from './needs.rules.js';
import {
  changesTable,
  hiddenDate,
  linesTable,
  policyCheckPage,
  type PolicyCheckPage,
} from './policy-pages.presenter.js';
import type { NeedForm } from './policy.form.js';

export const EVIDENCE = '/administration/evidence';

interface TypeWithLines {
  code: string;
  name: string;
  lines: readonly NeedLine[];
}

/** One table for each permit type: what is asked, and which papers prove it today. */
export function needsPage(types: readonly TypeWithLines[], today: LocalDate) {
  return {
    title: 'Evidence',
    backLink: backLink('/administration', 'Back to administration'),
    tables: types.map(({ code, name, lines }) =>
      table({
        caption: name,
        scrollRegion: name,
        firstCellIsHeader: true,
        head: ['What must be proved', 'Any one of these papers', 'Planned'],
        rows: ALL_NEEDS.map(({ need, label }) => {
          const own = lines.filter((line) => line.need === need);
          return [
            linkContent(label, `${EVIDENCE}/${code}/${need}`),
            needInWords(kindsOn(own, today)),
            plannedWords(own, today),
          ];
        }),
      }),
    ),
  };
}

export function kindsOn(lines: readonly NeedLine[], on: LocalDate): readonly PaperKind[] {
  const holds = lines.find(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on),
  );
  return holds?.paperKinds ?? [];
}

function plannedWords(lines: readonly NeedLine[], today: LocalDate): string {
  const next = lines.find(({ validFrom }) => validFrom > today);
  if (next) return `${needInWords(next.paperKinds)} from ${formatDate(next.validFrom)}`;
  const ending = lines.find(({ validTo }) => validTo !== null && validTo >= today);
  return ending?.validTo
    ? `Not asked for from ${formatDate(addDays(ending.validTo, 1))}`
    : 'Nothing';
}

interface NeedPage {
  title: string;
  backLink: PlainLinkParams;
  errors: readonly FieldError[];
  lines: TableParams | null;
  changes: TableParams | null;
  form: {
    action: string;
    seen: string;
    kinds: ChoicesParams;
    from: ChoicesParams;
    check: ButtonParams;
  } | null;
}

interface ShownNeed {
  type: { code: string; name: string };
  need: string;
  lines: readonly NeedLine[];
  today: LocalDate;
  changes: readonly PolicyChangeRow[];
  form: NeedForm | null;
  errors: readonly FieldError[];
}

export function needPage(shown: ShownNeed): NeedPage {
  const { type, need, lines, today, changes, form, errors } = shown;
  return {
    title: `${type.name}: ${needTerms(need)?.label ?? need}`,
    backLink: backLink(EVIDENCE, 'Back to evidence'),
    errors,
    lines: lines.length === 0 ? null : linesTable(linesWithEnds(lines), today),
    changes: changesTable(changes),
    form: form && {
      action: `${EVIDENCE}/${type.code}/${need}`,
      seen: form.seen || seenKey(lines),
      kinds: checkboxes({
        name: 'paperKinds',
        fieldset: {
          legend: { text: 'Which papers prove it?', classes: 'govuk-fieldset__legend--m' },
        },
        hint: 'Any one of those ticked. Tick none if it is not asked for.',
        error: errors.find(({ field }) => field === 'paperKinds')?.text ?? null,
        small: true,
        values: form.paperKinds,
        items: PAPER_KIND_CODES.filter((kind) => paperKindTerms(kind).canSatisfy).map((kind) => ({
          value: kind,
          text: paperKindTerms(kind).label,
        })),
      }),
      from: holdsFromField(form, errors, 'From today'),
      check: button({ text: 'Check before publishing', name: 'step', value: 'check' }),
    },
  };
}

/** A line that ended with none after it is a line of its own: no longer asked for. */
function linesWithEnds(lines: readonly NeedLine[]) {
  return lines.flatMap(({ validFrom, validTo, paperKinds }, index) => {
    const line = { validFrom, text: needInWords(paperKinds) };
    const endsOn = validTo === null ? null : addDays(validTo, 1);
    const isFollowed = endsOn === null || lines[index + 1]?.validFrom === endsOn;
    return isFollowed ? [line] : [line, { validFrom: endsOn, text: needInWords([]) }];
  });
}

interface CheckedNeed {
  type: { code: string; name: string };
  need: string;
  lines: readonly NeedLine[];
  kinds: readonly PaperKind[];
  form: NeedForm;
  start: HoldsFrom;
}

export function needCheckPage(checked: CheckedNeed): PolicyCheckPage {
  const { type, need, lines, kinds, form, start } = checked;
  const path = `${EVIDENCE}/${type.code}/${need}`;
  return policyCheckPage({
    title: `Check: ${type.name}, ${needTerms(need)?.label ?? need}`,
    back: path,
    action: path,
    effects: [
      `From ${formatDate(start.on)}: ${needInWords(kinds)}. Until then: ${needInWords(kindsOn(lines, start.on))}.`,
      'It counts for applications received from that day on. Those received before keep what was asked of them.',
      ...(lines.some(({ validFrom }) => validFrom > start.on)
        ? ['What was planned for a later day gives way to this.']
        : []),
    ],
    hidden: [
      { name: 'seen', value: form.seen },
      { name: 'when', value: form.when },
      ...kinds.map((value) => ({ name: 'paperKinds', value })),
      ...hiddenDate('from', form.from),
    ],
  });
}
