import { html, Html } from './html.js';

/** Only addresses on this machine become links; whoever reads a message here is trying things out. */
const LOCAL_LINK =
  /https?:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(?:[/?#][^\s<>"']*)?(?![\w@:-]|\.\w)/g;

/** A message's text as a page part: headings, bullets and paragraphs as Notify sets them. */
export function messageText(body: string): Html {
  const blocks = body
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '');
  return html`${blocks.map(blockPart)}`;
}

function blockPart(block: string): Html {
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  const heading = /^#{1,2} ?(.+)$/.exec(lines[0] ?? '');
  if (heading) {
    const rest = lines.slice(1).join('\n');
    return html`<h2>${withLinks(heading[1] ?? '')}</h2>
      ${rest === '' ? null : blockPart(rest)}`;
  }
  const firstBullet = lines.findIndex((line) => /^\s*[*•-] /.test(line));
  if (firstBullet < 0) return html`<p>${linesPart(lines)}</p>`;
  const before = lines.slice(0, firstBullet);
  const bullets = lines.slice(firstBullet).filter((line) => /^\s*[*•-] /.test(line));
  const after = lines.slice(firstBullet).filter((line) => !/^\s*[*•-] /.test(line));
  return html`${before.length > 0 ? html`<p>${linesPart(before)}</p>` : null}
    <ul>
      ${bullets.map((line) => html`<li>${withLinks(line.replace(/^\s*[*•-] /, ''))}</li>`)}
    </ul>
    ${after.length > 0 ? html`<p>${linesPart(after)}</p>` : null}`;
}

function linesPart(lines: string[]): Html {
  return html`${lines.map((line, index) => html`${index > 0 ? html`<br />` : null}${withLinks(line)}`)}`;
}

/** The text with its local addresses as links, everything else escaped. */
export function withLinks(text: string): Html {
  const parts: Html[] = [];
  let done = 0;
  for (const match of text.matchAll(LOCAL_LINK)) {
    const address = match[0].replace(/[.,;:!?)]+$/, '');
    parts.push(html`${text.slice(done, match.index)}<a href="${address}">${address}</a>`);
    done = match.index + address.length;
  }
  return html`${parts}${text.slice(done)}`;
}
