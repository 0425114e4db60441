import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/database/new-id.js';
import { newSecret, secretHash } from '../../src/platform/web/secret.js';
import type { Officer } from './doings.js';
import { type Figure, figure } from './figures.js';
import { quantile } from './measure.js';

const TIMES = 10;
const PATIENCE_SECONDS = 60;

/** From the first byte of a photo sent through the API until an officer can open its page. */
export async function uploadToViewable(
  source: DataSource,
  { address, officers }: { address: string; officers: readonly Officer[] },
): Promise<Figure> {
  const key = await addClient(source);
  const waiting: { reference: string }[] = await source.query(
    "SELECT reference FROM applications WHERE status = 'submitted' LIMIT ?",
    [TIMES],
  );
  const took: number[] = [];
  for (const [index, { reference }] of waiting.entries()) {
    const photo = await photoOf(index);
    const from = performance.now();
    const position = await send(`${address}/api/v1/applications/${reference}/evidence`, key, photo);
    // One after the other: nobody may ask for pictures as often as this looks whether one is there.
    const officer = officers[index % officers.length];
    if (officer) await viewable(officer, `/applications/${reference}/evidence/${position}`);
    took.push((performance.now() - from) / 1000);
  }
  took.sort((one, other) => one - other);
  return figure('photo from upload to viewable, median', 's', quantile(took, 0.5), { aim: 5 });
}

/** Twelve megapixels, as a phone takes them, each another file. */
function photoOf(number: number): Promise<Buffer> {
  const background = { r: 200, g: 200 - number, b: number };
  const create = { width: 4000, height: 3000, channels: 3 as const, background };
  return sharp({ create }).jpeg({ quality: 90 }).toBuffer();
}

async function addClient(source: DataSource): Promise<string> {
  const key = `pd_${newSecret()}`;
  await source.query(
    `INSERT INTO api_clients (id, name, key_hash, scopes, created_at)
     VALUES (?, 'benchmark uploads', ?, 'evidence:write', UTC_TIMESTAMP(3))`,
    [newId(), secretHash(key)],
  );
  // Only the sender of an application may add to it.
  await source.query(
    `UPDATE applications SET client_id = (SELECT id FROM api_clients WHERE name = 'benchmark uploads')
      WHERE status = 'submitted'`,
  );
  return key;
}

async function send(url: string, key: string, photo: Buffer): Promise<number> {
  const body = new FormData();
  body.append(
    'evidence[utility_bill]',
    new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }),
    'a.jpg',
  );
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(url, { method: 'POST', headers, body });
  const text = await answer.text();
  if (answer.status !== 201) throw new Error(`Sending a photo answered ${answer.status}: ${text}`);
  const { papers } = JSON.parse(text) as { papers: { position: number }[] };
  return papers[0]?.position ?? 0;
}

/** The page of the paper leads to its picture, and the picture has a link of its own. */
async function viewable({ visitor }: Officer, path: string): Promise<void> {
  const until = performance.now() + PATIENCE_SECONDS * 1000;
  while (performance.now() < until) {
    const page = await visitor.get(`${path}/pages/1`);
    if (page.status >= 300 && page.status < 400) return;
    await pause(50);
  }
  throw new Error(`${path} was not viewable within ${PATIENCE_SECONDS} s.`);
}
