import {
  attributes,
  type Attribute,
  type AttributesInput,
  classNames,
  type Content,
  content,
  type ContentInput,
} from '../component-types.js';

/** Lists of many of a kind. For the facts of one thing use a summary list. */

export interface CellInput {
  content: ContentInput;
  /** Right-aligned, figures of equal width. */
  isNumeric?: boolean;
  classes?: string;
  colspan?: number;
  rowspan?: number;
  attributes?: AttributesInput;
}

export interface HeadInput extends CellInput {
  /** Makes the heading a link; the server sorts, so that all pages are in order. */
  sort?: { href: string; direction: 'ascending' | 'descending' | null } | null;
}

export type Cell = ContentInput | CellInput;

export interface TableInput {
  /** Every table has one; `isCaptionHidden` keeps it for those who listen. */
  caption: string | null;
  isCaptionHidden?: boolean;
  captionClasses?: string;
  head?: (ContentInput | HeadInput)[] | null;
  rows: (Cell[] | { cells: Cell[]; classes?: string })[];
  /** The first cell names its row. */
  firstCellIsHeader?: boolean;
  /** Scrolls sideways by itself on a narrow window, under this name. */
  scrollRegion?: string | null;
  classes?: string;
  attributes?: AttributesInput;
}

export interface TableParams {
  region: string | null;
  classes: string;
  attributes: Attribute[];
  caption: { text: string; classes: string } | null;
  head: HeadParams[] | null;
  rows: { classes: string; cells: CellParams[] }[];
}

interface HeadParams {
  classes: string;
  attributes: Attribute[];
  content: Content;
  sort: { href: string; hiddenText: string } | null;
}

interface CellParams {
  isHeader: boolean;
  classes: string;
  attributes: Attribute[];
  content: Content;
}

export function table(from: TableInput): TableParams {
  const captionClasses = classNames(
    'govuk-table__caption',
    from.isCaptionHidden && 'govuk-visually-hidden',
    from.captionClasses,
  );
  return {
    region: from.scrollRegion ?? null,
    classes: classNames('govuk-table', from.classes),
    attributes: attributes(from.attributes),
    caption: from.caption === null ? null : { text: from.caption, classes: captionClasses },
    head: from.head?.map((cell) => headCell(asHead(cell))) ?? null,
    rows: from.rows.map((row) => {
      const { cells, classes } = Array.isArray(row) ? { cells: row, classes: '' } : row;
      return {
        classes: classNames('govuk-table__row', classes),
        cells: cells.map((cell, index) =>
          bodyCell(asCell(cell), index === 0 && from.firstCellIsHeader === true),
        ),
      };
    }),
  };
}

function headCell(cell: HeadInput): HeadParams {
  const direction = cell.sort?.direction ?? null;
  return {
    content: content(cell.content),
    classes: classNames(
      'govuk-table__header',
      cell.isNumeric && 'govuk-table__header--numeric',
      cell.classes,
    ),
    attributes: [
      ...spans(cell),
      ...attributes(cell.sort ? { 'aria-sort': direction ?? 'none' } : {}),
      ...attributes(cell.attributes),
    ],
    sort: cell.sort ? { href: cell.sort.href, hiddenText: sortWords[direction ?? 'none'] } : null,
  };
}

const sortWords = {
  none: ', sort by this',
  ascending: ', sorted upwards, sort downwards',
  descending: ', sorted downwards, sort upwards',
} as const;

function bodyCell(cell: CellInput, isHeader: boolean): CellParams {
  const numeric = cell.isNumeric && !isHeader && 'govuk-table__cell--numeric';
  return {
    isHeader,
    content: content(cell.content),
    classes: classNames(
      isHeader ? 'govuk-table__header' : 'govuk-table__cell',
      numeric,
      cell.classes,
    ),
    attributes: [...spans(cell), ...attributes(cell.attributes)],
  };
}

function spans(cell: CellInput): Attribute[] {
  return attributes({
    ...(cell.colspan ? { colspan: cell.colspan } : {}),
    ...(cell.rowspan ? { rowspan: cell.rowspan } : {}),
  });
}

function asCell(cell: Cell): CellInput {
  return typeof cell === 'object' && 'content' in cell ? cell : { content: cell };
}

function asHead(cell: ContentInput | HeadInput): HeadInput {
  return typeof cell === 'object' && 'content' in cell ? cell : { content: cell };
}
