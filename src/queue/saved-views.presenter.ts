import { checkboxes, type ChoicesParams } from '../platform/web/components/choices.js';
import { input, type InputParams } from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { LONGEST_VIEW_NAME, MOST_SAVED_VIEWS } from '../saved-views/saved-view.rules.js';
import type { ShownView } from '../saved-views/saved-views.queries.js';
import type { ViewForm } from './saved-view.form.js';

/** The views at the top of the queue: one press each. */
export interface QueueViews {
  items: { text: string; href: string; isCurrent: boolean }[];
  save: { text: string; href: string } | null;
  change: { text: string; href: string } | null;
}

/** @param query the filters and order on the page now, as `queueQuery` writes them */
export function queueViews(
  views: readonly ShownView[],
  { query, staffId }: { query: string; staffId: string },
): QueueViews {
  const isSaved = views.some((view) => view.query === query);
  const own = views.some((view) => view.staffId === staffId);
  return {
    items: [
      { text: 'All open cases', href: viewHref(''), isCurrent: query === '' },
      ...views.map((view) => ({
        text: view.staffId === staffId ? view.name : `${view.name} (${view.ownerName})`,
        href: viewHref(view.query),
        isCurrent: view.query === query,
      })),
    ],
    save:
      query === '' || isSaved
        ? null
        : { text: 'Save this view', href: `/queue/views/new?${query}` },
    change: own ? { text: 'Change my views', href: '/queue/views' } : null,
  };
}

/** The bare address opens with a person's first view; this one says outright what it shows. */
export function viewHref(query: string): string {
  return `/queue?${query === '' ? 'status=open' : query}`;
}

export interface ViewPage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  action: string;
  query: string;
  filters: string[];
  name: InputParams;
  choices: ChoicesParams;
  submit: ButtonParams;
}

interface Drawn {
  /** Null: a new one. */
  viewId: string | null;
  form: ViewForm;
  /** The filters in words. */
  filters: string[];
  errors: readonly FieldError[];
}

export function viewPage({ viewId, form, filters, errors }: Drawn): ViewPage {
  return {
    title: viewId === null ? 'Save this view' : 'Change this view',
    errors: errors.map(({ text, href }) => ({ text, href })),
    backLink:
      viewId === null
        ? backLink(viewHref(form.query), 'Back to the queue')
        : backLink('/queue/views', 'Back to my views'),
    action: viewId === null ? '/queue/views' : `/queue/views/${viewId}`,
    query: form.query,
    filters,
    name: input({
      name: 'name',
      label: 'Name',
      hint: 'What you call it, for example: Zone Z4, oldest first. Never a resident’s name.',
      value: form.name,
      error: errors.find(({ field }) => field === 'name')?.text ?? null,
      classes: 'govuk-input--width-20',
      attributes: { maxlength: LONGEST_VIEW_NAME },
    }),
    choices: checkboxes({
      name: 'choices',
      fieldset: null,
      values: form.choices,
      items: [
        { value: 'shared', text: 'Share it with colleagues' },
        { value: 'first', text: 'Open my queue with it' },
      ],
    }),
    submit: button({ text: 'Save the view' }),
  };
}

export interface ViewsPage {
  title: string;
  backLink: PlainLinkParams;
  room: string;
  views: { name: string; href: string; about: string; changeHref: string; deleteAction: string }[];
}

export function viewsPage(views: readonly ShownView[], staffId: string): ViewsPage {
  const own = views.filter((view) => view.staffId === staffId);
  return {
    title: 'My views of the queue',
    backLink: backLink('/queue', 'Back to the queue'),
    room: `${own.length} of at most ${MOST_SAVED_VIEWS}`,
    views: own.map(({ id, name, query, isShared, isFirst }) => ({
      name,
      href: viewHref(query),
      about:
        [isFirst && 'opens your queue', isShared && 'shared'].filter(Boolean).join(', ') ||
        'only for you',
      changeHref: `/queue/views/${id}/edit`,
      deleteAction: `/queue/views/${id}/delete`,
    })),
  };
}
