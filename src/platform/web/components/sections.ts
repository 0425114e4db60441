import {
  attributes,
  type Attribute,
  type AttributesInput,
  classNames,
  type Content,
  content,
  type ContentInput,
  optionalContent,
} from '../component-types.js';

/** Parts of a long page: tasks to do, tabs. */

export interface TaskInput {
  title: ContentInput;
  titleClasses?: string;
  /** The whole row is a link; without one the task cannot be started yet. */
  href?: string | null;
  hint?: ContentInput | null;
  /** A tag for what needs doing, plain text for what is done. */
  status: ContentInput;
  statusClasses?: string;
  classes?: string;
}

export interface TaskListInput {
  items: TaskInput[];
  idPrefix?: string;
  classes?: string;
  attributes?: AttributesInput;
}

export interface TaskListParams {
  classes: string;
  attributes: Attribute[];
  items: {
    classes: string;
    href: string | null;
    title: Content;
    titleClasses: string;
    describedBy: string;
    hint: { id: string; content: Content } | null;
    status: { id: string; classes: string; content: Content };
  }[];
}

export function taskList(from: TaskListInput): TaskListParams {
  const idPrefix = from.idPrefix ?? 'task-list';
  return {
    classes: classNames('govuk-task-list', from.classes),
    attributes: attributes(from.attributes),
    items: from.items.map((item, index) => task(item, `${idPrefix}-${index + 1}`)),
  };
}

function task(item: TaskInput, id: string): TaskListParams['items'][number] {
  const hint = optionalContent(item.hint);
  const href = item.href ?? null;
  return {
    classes: classNames(
      'govuk-task-list__item',
      href && 'govuk-task-list__item--with-link',
      item.classes,
    ),
    href,
    title: content(item.title),
    titleClasses: classNames(href && 'govuk-link govuk-task-list__link', item.titleClasses),
    describedBy: classNames(hint && `${id}-hint`, `${id}-status`),
    hint: hint && { id: `${id}-hint`, content: hint },
    status: {
      id: `${id}-status`,
      classes: classNames('govuk-task-list__status', item.statusClasses),
      content: content(item.status),
    },
  };
}

export interface TabInput {
  id: string;
  label: string;
  /** Text stands in a paragraph; anything else as it is. */
  text?: string | null;
  content?: ContentInput | null;
  attributes?: AttributesInput;
  panelAttributes?: AttributesInput;
}

export interface TabsInput {
  title?: string;
  id?: string;
  items: TabInput[];
  classes?: string;
  attributes?: AttributesInput;
}

export interface TabsParams {
  title: string;
  classes: string;
  attributes: Attribute[];
  items: {
    id: string;
    label: string;
    tabClasses: string;
    tabAttributes: Attribute[];
    panelClasses: string;
    panelAttributes: Attribute[];
    text: string | null;
    content: Content | null;
  }[];
}

/** Never for things that are compared: a paper and its facts stand side by side. */
export function tabs(from: TabsInput): TabsParams {
  return {
    title: from.title ?? 'Contents',
    classes: classNames('govuk-tabs', from.classes),
    attributes: attributes({ ...(from.id ? { id: from.id } : {}), ...from.attributes }),
    items: from.items.map((item, index) => ({
      id: item.id,
      label: item.label,
      tabClasses: classNames(
        'govuk-tabs__list-item',
        index === 0 && 'govuk-tabs__list-item--selected',
      ),
      tabAttributes: attributes(item.attributes),
      panelClasses: classNames('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden'),
      panelAttributes: attributes(item.panelAttributes),
      text: item.text ?? null,
      content: optionalContent(item.content),
    })),
  };
}
