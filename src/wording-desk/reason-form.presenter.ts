import { REASON_VOCABULARY } from '../decisions/reason-vocabulary.rules.js';
import { PAPER_KIND_CODES, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { checkboxes, type ChoicesParams, radios } from '../platform/web/components/choices.js';
import { dateInput, type DateInputParams } from '../platform/web/components/date-input.js';
import {
  input,
  type InputParams,
  textarea,
  type TextareaParams,
} from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { holdsFromField } from '../policy/holds-from.presenter.js';
import type { HoldsFrom } from '../policy/holds-from.rules.js';
import { namesOf } from '../wording/template-faults.rules.js';
import { type ShownPart, shownDifferences } from './history.presenter.js';
import { hiddenDay, publishEffects } from './letter-pages.presenter.js';
import { type ReasonContent, sampleReasons } from './read-reason.rules.js';
import { reasonFields, REASONS } from './reason-pages.presenter.js';
import type { ReasonWordsForm } from './reason-words.form.js';

type Sample = ReturnType<typeof sampleReasons>[number];

interface ReasonEditPage {
  title: string;
  backLink: PlainLinkParams;
  errors: readonly FieldError[];
  action: string;
  version: string;
  /** Kept as it is once the reason exists. */
  appliesToFixed: string | null;
  appliesTo: ChoicesParams | null;
  names: string;
  label: InputParams;
  wording: TextareaParams;
  bring: TextareaParams;
  paperKinds: ChoicesParams | null;
  permitTypes: ChoicesParams;
  rules: ChoicesParams;
  order: InputParams;
  retired: DateInputParams;
  from: ChoicesParams;
  tryOut: ButtonParams;
  check: ButtonParams;
  samples: Sample[];
}

interface Editing {
  /** Null for a reason that does not exist yet. */
  code: string | null;
  form: ReasonWordsForm;
  types: readonly { code: string; name: string }[];
  errors: readonly FieldError[];
  samples?: readonly Sample[];
}

export function reasonEditPage(editing: Editing): ReasonEditPage {
  const { code, form, errors, samples = [] } = editing;
  return {
    title: code === null ? 'Add a reason' : 'Change a reason',
    backLink: backLink(code === null ? REASONS : `${REASONS}/${code}`, 'Back'),
    errors,
    action: code === null ? REASONS : `${REASONS}/${code}`,
    version: form.version,
    appliesToFixed: code === null ? null : form.appliesTo,
    appliesTo: code === null ? aboutField(form) : null,
    names: namesOf(REASON_VOCABULARY),
    ...wordFields(form, errors),
    ...placeFields(form, errors),
    ...choiceFields(editing),
    from: holdsFromField(form, errors),
    tryOut: button({ text: 'Try the words', variant: 'secondary', name: 'step', value: 'try' }),
    check: button({ text: 'Check before publishing', name: 'step', value: 'check' }),
    samples: [...samples],
  };
}

function aboutField(form: ReasonWordsForm): ChoicesParams {
  return radios({
    name: 'appliesTo',
    fieldset: 'What is it about?',
    value: form.appliesTo,
    items: [
      { value: 'paper', text: 'One paper' },
      { value: 'application', text: 'The application itself' },
    ],
  });
}

function wordFields(form: ReasonWordsForm, errors: readonly FieldError[]) {
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text ?? null;
  return {
    label: input({
      name: 'label',
      label: 'Name for staff',
      value: form.label,
      error: errorOf('label'),
    }),
    wording: textarea({
      ...{
        name: 'wording',
        label: 'What is wrong',
        value: form.wording,
        error: errorOf('wording'),
      },
      ...{ rows: 4, hint: 'Sent to the resident. Name the paper and the rule.' },
    }),
    bring: textarea({
      ...{
        name: 'bring',
        label: 'What to send next time',
        value: form.bring,
        error: errorOf('bring'),
      },
      ...{ rows: 3, hint: 'Sent to the resident.' },
    }),
  };
}

function placeFields(form: ReasonWordsForm, errors: readonly FieldError[]) {
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text ?? null;
  return {
    order: input({
      ...{ name: 'order', label: 'Place in the list', value: form.order, error: errorOf('order') },
      ...{ inputmode: 'numeric' as const, classes: 'govuk-input--width-4' },
      hint: 'Lower numbers come first.',
    }),
    retired: dateInput({
      id: 'retired',
      fieldset: 'Retired from',
      hint: 'The first day officers can no longer choose it. Blank while it is in use. Old decisions keep it.',
      error: errorOf('retired'),
      values: form.retired,
      parts: (['day', 'month', 'year'] as const).map((part) => ({
        part,
        name: `retired[${part}]`,
      })),
    }),
  };
}

function choiceFields({ code, form, types, errors }: Editing) {
  const isPaper = code === null || form.appliesTo === 'paper';
  return {
    paperKinds: isPaper
      ? checkboxes({
          name: 'paperKinds',
          fieldset: 'Which kinds of paper?',
          hint: 'Tick none for every kind.',
          small: true,
          values: form.paperKinds,
          items: PAPER_KIND_CODES.map((kind) => ({
            value: kind,
            text: paperKindTerms(kind).label,
          })),
        })
      : null,
    permitTypes: checkboxes({
      name: 'permitTypes',
      fieldset: 'Which permit types?',
      hint: 'Tick none for all.',
      error: errors.find(({ field }) => field === 'permitTypes')?.text ?? null,
      small: true,
      values: form.permitTypes,
      items: types.map((type) => ({ value: type.code, text: type.name })),
    }),
    rules: checkboxes({
      name: 'rules',
      fieldset: 'How is it used?',
      small: true,
      values: form.rules,
      items: [
        { value: 'ask_again', text: 'One paper sent again, or at last, can mend it' },
        { value: 'own_words', text: 'The officer writes what is wrong in his own words' },
      ],
    }),
  };
}

interface ReasonCheckPage {
  title: string;
  backLink: PlainLinkParams;
  action: string;
  effects: string[];
  differences: ShownPart[];
  samples: Sample[];
  hidden: { name: string; value: string }[];
  publish: ButtonParams;
  change: ButtonParams;
}

interface CheckedReason {
  code: string | null;
  form: ReasonWordsForm;
  content: ReasonContent;
  before: ReasonContent | null;
  holdsFrom: HoldsFrom;
  planned: number;
}

export function reasonCheckPage(checked: CheckedReason): ReasonCheckPage {
  const { code, form, content, before, holdsFrom, planned } = checked;
  return {
    title: `Check the reason: ${content.label}`,
    backLink: backLink(code === null ? REASONS : `${REASONS}/${code}`, 'Back'),
    action: code === null ? REASONS : `${REASONS}/${code}`,
    effects: publishEffects(form.when, holdsFrom, planned),
    differences: shownDifferences(before ? reasonFields(before) : {}, reasonFields(content)),
    samples: sampleReasons(content),
    hidden: hiddenFields(form),
    publish: button({ text: 'Publish', name: 'step', value: 'publish' }),
    change: button({ text: 'Change it', variant: 'secondary', name: 'step', value: 'change' }),
  };
}

function hiddenFields(form: ReasonWordsForm): { name: string; value: string }[] {
  const single = [
    'version',
    'label',
    'appliesTo',
    'wording',
    'bring',
    'order',
    'when',
    'newCode',
  ] as const;
  const many = ['paperKinds', 'permitTypes', 'rules'] as const;
  return [
    ...single.map((name) => ({ name, value: form[name] })),
    ...many.flatMap((name) => form[name].map((value) => ({ name, value }))),
    ...hiddenDay(form.from),
    ...hiddenDay(form.retired).map(({ name, value }) => ({
      name: name.replace('from', 'retired'),
      value,
    })),
  ];
}
