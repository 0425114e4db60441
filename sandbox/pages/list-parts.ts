import { html, type Html } from './html.js';

export interface Column {
  heading: string;
  /** Figures stand to the right. */
  isFigure?: boolean;
}

/** A table that becomes a pile of cards on a narrow screen; roles keep it a table for screen readers. */
export function listTable(caption: string, columns: Column[], rows: Html[][]): Html {
  return html`<table class="list" role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          (column) =>
            html`<th scope="col" role="columnheader" ${figureMark(column)}>${column.heading}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (cells) =>
          html` <tr role="row">
            ${cells.map((cell, index) => tableCell(columns[index], cell))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export interface Paging {
  /** From 1. */
  page: number;
  pages: number;
  /** Without the page. */
  path: string;
  query: Record<string, string>;
}

export function pagingLinks({ page, pages, path, query }: Paging): Html | null {
  if (pages <= 1) return null;
  const to = (wanted: number): string =>
    `${path}?${new URLSearchParams({ ...query, page: String(wanted) }).toString()}`;
  return html`<nav class="paging" aria-label="Pages">
    ${page > 1 ? html`<a href="${to(page - 1)}" rel="prev">Newer</a>` : null}
    <span>Page ${page} of ${pages}</span>
    ${page < pages ? html`<a href="${to(page + 1)}" rel="next">Older</a>` : null}
  </nav>`;
}

export interface SearchForm {
  path: string;
  label: string;
  value: string;
}

export function searchForm({ path, label, value }: SearchForm): Html {
  return html`<form class="search" method="get" action="${path}" role="search">
    <label for="reference">${label}</label>
    <div class="row">
      <input
        id="reference"
        name="reference"
        type="search"
        value="${value}"
        autocomplete="off"
        spellcheck="false"
      />
      <button type="submit">Search</button>
    </div>
    ${value === '' ? null : html`<p><a href="${path}">Clear the search</a></p>`}
  </form>`;
}

export function tag(words: string, colour: string): Html {
  return html`<strong class="tag ${colour}">${words}</strong>`;
}

function tableCell(column: Column | undefined, cell: Html): Html {
  const mark = column ? figureMark(column) : null;
  return html`<td role="cell" data-label="${column?.heading ?? ''}" ${mark}>
    <div>${cell}</div>
  </td>`;
}

function figureMark(column: Column): Html | null {
  return column.isFigure ? html` class="figure"` : null;
}
