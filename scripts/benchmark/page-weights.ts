import { gzipSync } from 'node:zlib';
import { type Figure, figure } from './figures.js';
import type { Visitor } from './visitor.js';

const KB = 1024;
/** U5.3. */
const AIMS = { script: 60, style: 40, list: 250 };

/** What a browser fetches for the queue page: everything compressed, as it travels. */
export async function pageWeights(visitor: Visitor, address: string): Promise<Figure[]> {
  const page = (await visitor.get('/queue')).body;
  // The one that is named and those that it imports, which the page names beforehand.
  const named = /(?:<script[^>]+src|<link rel="modulepreload" href)="([^"]+)"/g;
  const scripts = await weightOf(address, page.matchAll(named));
  const styles = await weightOf(address, page.matchAll(/<link[^>]+href="([^"]+\.css[^"]*)"/g));
  const html = gzipSync(page).length;
  return [
    figure('script of a page, compressed', 'KB', scripts / KB, { aim: AIMS.script }),
    figure('styles of a page, compressed', 'KB', styles / KB, { aim: AIMS.style }),
    figure('queue page with script and styles', 'KB', (html + scripts + styles) / KB, {
      aim: AIMS.list,
    }),
  ];
}

async function weightOf(address: string, found: Iterable<RegExpMatchArray>): Promise<number> {
  let bytes = 0;
  for (const [, path = ''] of found) {
    const answer = await fetch(new URL(path, address));
    bytes += gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  }
  return bytes;
}
