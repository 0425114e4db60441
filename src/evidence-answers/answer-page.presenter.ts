import { acceptablePaper } from '../decisions/reason-terms.rules.js';
import { answerDueAt } from '../evidence-requests/answer-by.rules.js';
import type { RequestedItem } from '../evidence-requests/requested-item.rules.js';
import type { CouncilFacts } from '../letters/council-facts.rules.js';
import { aPermit } from '../letters/letter-facts.rules.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { type LinkParams, nested } from '../platform/web/component-types.js';
import {
  type ControlParams,
  fileUpload,
  select,
  type SelectParams,
  textarea,
} from '../platform/web/components/form-fields.js';
import { details, type DetailsParams } from '../platform/web/components/messages.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { formatDate } from '../shared/london-date.js';
import type { AnswerDesk } from './answer.queries.js';
import { contactLines } from '../letters/council-contact.rules.js';
import { statusLink } from './notice.presenter.js';
import { type AnswerFault, type SentFields, usualKind } from './sent-fields.rules.js';

export interface AnswerItem {
  heading: string;
  wrong: string;
  wouldDo: string;
  /** Further papers that would do as well; null when only one kind does. */
  others: string[] | null;
  /** The oldest date it may bear; null when there is none, or when the words above say it. */
  oldestOn: string | null;
  /** The names of the files that have come for it; null when none has. */
  received: string[] | null;
  kind: SelectParams | null;
  file: ControlParams;
  cannot: DetailsParams;
}

export interface AnswerPage {
  title: string;
  errors: { text: string; href: string | null }[];
  action: string;
  reference: string;
  /** `a resident permit`. */
  permit: string;
  deadline: string;
  isLate: boolean;
  keptNote: string | null;
  items: AnswerItem[];
  send: ButtonParams;
  /** Where the application and the money stand. */
  status: LinkParams;
  contact: string[];
}

interface Shown {
  desk: AnswerDesk;
  /** The path of the link itself. */
  path: string;
  council: CouncilFacts;
  now: Date;
  /** What was just typed; null on a fresh page. */
  fields: readonly SentFields[] | null;
  faults: readonly AnswerFault[];
}

/** What the resident must fix, and nothing else of his case. */
export function answerPage(shown: Shown): AnswerPage {
  const { desk, path, council, now, faults } = shown;
  const { items, answerByOn } = desk.request;
  const hasKept = items.some(({ receivedPaperIds }) => receivedPaperIds.length > 0);
  return {
    title: items.length === 1 ? 'Send us a paper' : `Send us ${items.length} papers`,
    errors: faults.map(({ itemId, field, text }) => ({
      text,
      href: `#${field}-${itemId ?? items[0]?.id ?? ''}`,
    })),
    action: path,
    reference: desk.application.reference,
    permit: aPermit(desk.permitTypeName),
    deadline: formatDate(answerByOn),
    isLate: now >= answerDueAt(answerByOn),
    keptNote:
      hasKept && faults.length > 0
        ? 'We have kept the files that we could take. You need not send them again.'
        : null,
    items: items.map((item, index) => answerItem(item, index, shown)),
    send: button({ text: items.length === 1 ? 'Send it' : 'Send everything' }),
    status: statusLink(path),
    contact: contactLines(council),
  };
}

function answerItem(item: RequestedItem, index: number, shown: Shown): AnswerItem {
  const { request, papers } = shown.desk;
  const received = papers.filter(({ id }) => item.receivedPaperIds.includes(id));
  const others = item.acceptedKinds.filter((kind) => kind !== item.paperKind);
  const isOneOfSeveral = request.items.length > 1;
  return {
    heading: isOneOfSeveral ? `${index + 1}. ${item.label}` : item.label,
    wrong: item.words,
    wouldDo: item.bring,
    others:
      item.paperKind !== null && others.length > 0
        ? others.map((kind) => acceptablePaper(kind, request.answerByOn))
        : null,
    oldestOn: oldestDate(item),
    received: received.length > 0 ? received.map(({ originalName }) => originalName) : null,
    kind: item.acceptedKinds.length > 1 ? kindField(item, shown) : null,
    file: fileField(item, received.length > 0, shown),
    cannot: cannotField(item, shown),
  };
}

function oldestDate({ acceptableFromOn, bring }: RequestedItem): string | null {
  const date = acceptableFromOn && formatDate(acceptableFromOn);
  return date === null || bring.includes(date) ? null : date;
}

function kindField(item: RequestedItem, { fields }: Shown): SelectParams {
  const typed = fields?.find(({ itemId }) => itemId === item.id);
  return select({
    name: `kind-${item.id}`,
    label: `What are you sending for “${item.label}”?`,
    items: item.acceptedKinds.map((kind) => ({ value: kind, text: paperKindTerms(kind).label })),
    value: typed?.kind ?? usualKind(item),
  });
}

function fileField(item: RequestedItem, hasReceived: boolean, shown: Shown): ControlParams {
  const what = hasReceived ? 'Add another file' : 'Choose a file';
  return fileUpload({
    name: `file-${item.id}`,
    label: { text: `${what}: ${item.label}`, classes: 'govuk-label--s' },
    hint: 'A photo (JPEG, PNG or HEIC) or a PDF, up to 10MB. You can choose several.',
    error: textOf(shown.faults, item.id, 'file'),
    multiple: true,
    accept: 'image/jpeg,image/png,image/heic,application/pdf,.jpg,.jpeg,.png,.heic,.pdf',
  });
}

function cannotField(item: RequestedItem, { fields, faults }: Shown): DetailsParams {
  const typed = fields?.find(({ itemId }) => itemId === item.id)?.cannotSend;
  const value = typed ?? item.cannotSend ?? '';
  const error = textOf(faults, item.id, 'cannot');
  return details(
    `I cannot send this: ${item.label}`,
    nested(
      'components/textarea',
      textarea({
        name: `cannot-${item.id}`,
        label: 'Tell us why, or what you have instead',
        hint: 'An officer reads it and decides with what we have.',
        value,
        error,
        rows: 3,
      }),
    ),
    { open: value !== '' || error !== null },
  );
}

function textOf(
  faults: readonly AnswerFault[],
  item: string,
  wanted: AnswerFault['field'],
): string | null {
  const own = faults.filter(({ itemId, field }) => itemId === item && field === wanted);
  return own.length > 0 ? own.map(({ text }) => text).join(' ') : null;
}
