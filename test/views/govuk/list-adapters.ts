import { type AttributesInput, tag } from '../../../src/platform/web/component-types.js';
import { pagination } from '../../../src/platform/web/components/pagination.js';
import { tabs, taskList } from '../../../src/platform/web/components/sections.js';
import { summaryList } from '../../../src/platform/web/components/summary-list.js';
import { table } from '../../../src/platform/web/components/tables.js';
import { contentOf, extra, type Options, read, type Shown, some } from './options.js';

interface Row {
  key: Shown;
  value: Shown;
  classes?: string;
  actions?: { classes?: string; items?: Action[] };
}

interface Action extends Shown {
  href: string;
  visuallyHiddenText?: string;
}

function actionOf(action: Action) {
  return {
    ...extra(action),
    text: action.text ?? '',
    href: action.href,
    hiddenText: action.visuallyHiddenText ?? null,
  };
}

export function summaryOf(options: Options): object {
  const given = read<{
    rows?: (Row | null)[];
    card?: {
      title?: Shown & { headingLevel?: number };
      actions?: { items?: Action[]; classes?: string };
    } & Shown;
  }>(options);
  const { card } = given;
  return summaryList({
    ...extra(read<Shown>(options)),
    rows: (given.rows ?? []).filter(Boolean).map((row) => ({
      key: { content: contentOf(row?.key), classes: row?.key.classes ?? '' },
      value: { content: contentOf(row?.value), classes: row?.value.classes ?? '' },
      classes: row?.classes ?? '',
      actionsClasses: row?.actions?.classes ?? '',
      actions: row?.actions?.items?.map(actionOf) ?? null,
    })),
    card: card
      ? {
          ...extra(card),
          title: card.title?.text ?? null,
          headingLevel: card.title?.headingLevel ?? 2,
          titleClasses: card.title?.classes ?? '',
          actions: card.actions?.items?.map(actionOf) ?? [],
          actionsClasses: card.actions?.classes ?? '',
        }
      : null,
  });
}

export function tableOf(options: Options): object {
  interface CellOptions extends Shown {
    format?: string;
    colspan?: number;
    rowspan?: number;
  }
  const given = read<{
    caption?: string;
    captionClasses?: string;
    firstCellIsHeader?: boolean;
    head?: CellOptions[];
    rows?: (CellOptions[] | null)[];
  }>(options);
  const cellOf = (cell: CellOptions) => ({
    ...cell,
    content: contentOf(cell),
    isNumeric: cell.format === 'numeric',
  });
  return table({
    ...extra(read<Shown>(options)),
    caption: given.caption ?? null,
    captionClasses: given.captionClasses ?? '',
    firstCellIsHeader: given.firstCellIsHeader === true,
    head: given.head?.map(cellOf) ?? null,
    rows: (given.rows ?? []).flatMap((row) => (row ? [row.map(cellOf)] : [])),
  });
}

export function taskListOf(options: Options): object {
  interface TaskOptions {
    title: Shown;
    hint?: Shown;
    href?: string;
    classes?: string;
    status: Shown & { tag?: Shown };
  }
  const given = read<{ idPrefix?: string; items: (TaskOptions | null)[] }>(options);
  return taskList({
    ...extra(read<Shown>(options)),
    ...(given.idPrefix ? { idPrefix: given.idPrefix } : {}),
    items: given.items.flatMap((item) =>
      item
        ? [
            {
              title: contentOf(item.title),
              titleClasses: item.title.classes ?? '',
              href: item.href ?? null,
              hint: some(item.hint),
              classes: item.classes ?? '',
              statusClasses: item.status.classes ?? '',
              status: item.status.tag
                ? {
                    ...contentOf({ text: '' }),
                    tag: tag(item.status.tag.text ?? '', undefined, extra(item.status.tag)),
                  }
                : contentOf(item.status),
            },
          ]
        : [],
    ),
  });
}

export function tabsOf(options: Options): object {
  const given = read<{
    id?: string;
    idPrefix?: string;
    title?: string;
    items?: ({ id?: string; label: string; panel: Shown; attributes?: AttributesInput } | null)[];
  }>(options);
  return tabs({
    ...extra(read<Shown>(options)),
    ...(given.id ? { id: given.id } : {}),
    ...(given.title ? { title: given.title } : {}),
    items: (given.items ?? []).flatMap((item, index) =>
      item
        ? [
            {
              id: item.id ?? `${given.idPrefix ?? ''}-${index + 1}`,
              label: item.label,
              text: item.panel.html ? null : (item.panel.text ?? null),
              content: item.panel.html ? contentOf(item.panel) : null,
              ...(item.attributes ? { attributes: item.attributes } : {}),
              ...(item.panel.attributes ? { panelAttributes: item.panel.attributes } : {}),
            },
          ]
        : [],
    ),
  });
}

export function paginationOf(options: Options): object {
  interface ItemOptions {
    number?: number;
    href?: string;
    current?: boolean;
    ellipsis?: boolean;
    visuallyHiddenText?: string;
    attributes?: AttributesInput;
  }
  const given = read<{ items?: (ItemOptions | null)[]; landmarkLabel?: string }>(options);
  return pagination({
    ...read<Parameters<typeof pagination>[0]>(options),
    ...(given.landmarkLabel ? { label: given.landmarkLabel } : {}),
    items:
      given.items?.flatMap((item) =>
        item && Object.keys(item).length > 0
          ? [
              {
                ...item,
                isCurrent: item.current === true,
                isEllipsis: item.ellipsis === true,
                ...(item.visuallyHiddenText ? { label: item.visuallyHiddenText } : {}),
              },
            ]
          : [],
      ) ?? null,
  });
}
