import {
  type EditableLetterKind,
  EDITABLE_LETTER_KINDS,
  type LetterTemplates,
  letterVocabulary,
  readLetterTemplates,
} from '../letters/letter-vocabulary.rules.js';
import { LETTER_KIND_LABELS } from '../letters/letter-kinds.rules.js';
import type { SampleLetter } from '../letters/sample-letters.rules.js';
import { presentLetter, type LetterPreview } from '../letters/letter-preview.presenter.js';
import { linkContent } from '../platform/web/component-types.js';
import type { ChoicesParams } from '../platform/web/components/choices.js';
import {
  input,
  textarea,
  type InputParams,
  type TextareaParams,
} from '../platform/web/components/form-fields.js';
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
import { formatDateTime } from '../shared/london-date.js';
import { namesOf } from '../wording/template-faults.rules.js';
import { inForceAt } from '../wording/wording-in-force.rules.js';
import {
  type ShownPart,
  shownDifferences,
  shownHistory,
  type ShownVersion,
} from './history.presenter.js';
import type { LetterWordsForm } from './letter-words.form.js';
import type { AuthoredVersion } from './versions-with-authors.queries.js';

const LIST = '/administration/letters';

export function lettersPage(
  versions: readonly { subject: string; version: number; inForceFrom: Date }[],
  now: Date,
): { title: string; backLink: PlainLinkParams; letters: TableParams } {
  return {
    title: 'Letters',
    backLink: backLink('/administration', 'Back to administration'),
    letters: table({
      caption: 'Letters',
      isCaptionHidden: true,
      scrollRegion: 'Letters',
      firstCellIsHeader: true,
      head: ['Letter', 'Version in force', 'Since', 'Planned'],
      rows: EDITABLE_LETTER_KINDS.map((kind) => {
        const own = versions.filter(({ subject }) => subject === `letter:${kind}`);
        const inForce = inForceAt(own, now);
        const planned = own.filter(({ inForceFrom }) => inForceFrom > now).at(-1);
        return [
          linkContent(LETTER_KIND_LABELS[kind], `${LIST}/${kind}`),
          inForce ? `Version ${inForce.version}` : 'None',
          sinceWords(inForce),
          planned
            ? `Version ${planned.version}, from ${formatDateTime(planned.inForceFrom)}`
            : 'Nothing',
        ];
      }),
    }),
  };
}

function sinceWords(version: { version: number; inForceFrom: Date } | null): string {
  if (!version) return 'None';
  return version.version === 1 ? 'The start' : formatDateTime(version.inForceFrom);
}

interface LetterPage {
  title: string;
  backLink: PlainLinkParams;
  edit: ButtonParams | null;
  fields: { label: string; text: string }[];
  history: ShownVersion[];
}

export function letterPage(
  kind: EditableLetterKind,
  versions: readonly AuthoredVersion[],
  { now, mayChange }: { now: Date; mayChange: boolean },
): LetterPage {
  const oldestFirst = [...versions].reverse();
  const inForce = inForceAt(oldestFirst, now);
  const words = inForce && letterFields(readLetterTemplates(inForce.content));
  return {
    title: `Letter: ${LETTER_KIND_LABELS[kind]}`,
    backLink: backLink(LIST, 'Back to letters'),
    edit: mayChange ? button({ text: 'Change the words', href: `${LIST}/${kind}/edit` }) : null,
    fields: Object.entries(words ?? {}).map(([label, text]) => ({ label, text })),
    history: shownHistory(
      versions.map((version) => ({
        ...version,
        fields: letterFields(readLetterTemplates(version.content)),
      })),
      inForce?.version ?? null,
      now,
    ),
  };
}

/** The fields of a letter by their labels, for people. */
export function letterFields({ subject, body, text }: LetterTemplates): Record<string, string> {
  return { Subject: subject, Letter: body, 'Text message': text };
}

export function letterInWords(content: object): string {
  return Object.entries(letterFields(readLetterTemplates(content)))
    .map(([label, text]) => `${label}:\n${text}`)
    .join('\n\n');
}

interface ShownSample {
  name: string;
  letter: LetterPreview;
}

interface LetterEditPage {
  title: string;
  backLink: PlainLinkParams;
  errors: readonly FieldError[];
  action: string;
  version: string;
  names: string;
  subject: InputParams;
  body: TextareaParams;
  text: TextareaParams;
  from: ChoicesParams;
  tryOut: ButtonParams;
  check: ButtonParams;
  samples: ShownSample[];
}

export function letterEditPage(
  kind: EditableLetterKind,
  form: LetterWordsForm,
  errors: readonly FieldError[],
  samples: readonly SampleLetter[],
): LetterEditPage {
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text ?? null;
  return {
    title: `Change the words: ${LETTER_KIND_LABELS[kind]}`,
    backLink: backLink(`${LIST}/${kind}`, 'Back to the letter'),
    errors,
    action: `${LIST}/${kind}`,
    version: form.version,
    names: namesOf(letterVocabulary(kind, 'body')),
    subject: input({
      ...{ name: 'subject', label: 'Subject', value: form.subject, error: errorOf('subject') },
      hint: 'At most 60 characters with the reference in it.',
    }),
    body: textarea({
      ...{ name: 'body', label: 'Letter', value: form.body, error: errorOf('body'), rows: 24 },
      hint: 'A blank line ends a paragraph. “# ” begins a heading, “* ” a point, “1. ” a step.',
    }),
    text: textarea({
      ...{ name: 'text', label: 'Text message', value: form.text, error: errorOf('text'), rows: 6 },
      hint: 'One wording to a paragraph, the fullest first. The first that is one message is sent.',
    }),
    from: holdsFromField(form, errors),
    tryOut: button({
      text: 'Try it on sample cases',
      variant: 'secondary',
      name: 'step',
      value: 'try',
    }),
    check: button({ text: 'Check before publishing', name: 'step', value: 'check' }),
    samples: samples.map(shownSample),
  };
}

interface LetterCheckPage {
  title: string;
  backLink: PlainLinkParams;
  errors: readonly FieldError[];
  action: string;
  effects: string[];
  differences: ShownPart[];
  samples: ShownSample[];
  hidden: { name: string; value: string }[];
  publish: ButtonParams;
  change: ButtonParams;
}

export interface CheckedWords {
  kind: EditableLetterKind;
  form: LetterWordsForm;
  before: LetterTemplates;
  samples: readonly SampleLetter[];
  holdsFrom: HoldsFrom;
  planned: number;
}

export function letterCheckPage(checked: CheckedWords): LetterCheckPage {
  const { kind, form, before, samples, holdsFrom, planned } = checked;
  return {
    title: `Check the new words: ${LETTER_KIND_LABELS[kind]}`,
    backLink: backLink(`${LIST}/${kind}`, 'Back to the letter'),
    errors: [],
    action: `${LIST}/${kind}`,
    effects: publishEffects(form.when, holdsFrom, planned),
    differences: shownDifferences(letterFields(before), letterFields(form)),
    samples: samples.map(shownSample),
    hidden: [
      ...(['version', 'subject', 'body', 'text', 'when'] as const).map((name) => ({
        name,
        value: form[name],
      })),
      ...hiddenDay(form.from),
    ],
    publish: button({ text: 'Publish', name: 'step', value: 'publish' }),
    change: button({ text: 'Change it', variant: 'secondary', name: 'step', value: 'change' }),
  };
}

export function hiddenDay(from: LetterWordsForm['from']): { name: string; value: string }[] {
  return (['day', 'month', 'year'] as const).map((part) => ({
    name: `from[${part}]`,
    value: from[part] ?? '',
  }));
}

/** From when, and what stays as it was. */
export function publishEffects(when: string, { at }: HoldsFrom, planned: number): string[] {
  return [
    when === 'now'
      ? 'The new words hold at once.'
      : `The new words hold from ${formatDateTime(at)}.`,
    'Letters already written stay as they are. An officer who has a letter on screen is shown it again before it goes.',
    ...(planned === 0 ? [] : ['A version planned for a later day gives way to this one.']),
    'Your name, the time and both versions are kept for good.',
  ];
}

function shownSample({ name, contact, content }: SampleLetter): ShownSample {
  return { name, letter: presentLetter({ content, contact }) };
}
