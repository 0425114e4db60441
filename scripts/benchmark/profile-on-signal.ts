import { renameSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/**
 * Loaded into the web process before everything else by `npm run bench -- --profile`: a SIGURG
 * begins a profile of its processor time, the next one ends it and writes it to BENCH_PROFILE.
 */
const file = process.env['BENCH_PROFILE'] ?? '';
const SAMPLE_MICROSECONDS = 500;
const session = new Session();
session.connect();
let turn: Promise<void> = Promise.resolve();
let isOn = false;

process.on('SIGURG', () => {
  turn = turn.then(isOn ? end : begin);
  isOn = !isOn;
});

async function begin(): Promise<void> {
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  await session.post('Profiler.start');
}

async function end(): Promise<void> {
  const { profile } = await session.post('Profiler.stop');
  // Seen only when it is whole.
  writeFileSync(`${file}.part`, JSON.stringify(profile));
  renameSync(`${file}.part`, file);
}
