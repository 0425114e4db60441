import { setTimeout as pause } from 'node:timers/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from '../faults/built-program.js';
import { waitUntil } from '../faults/wait-until.js';

const preload = join(process.cwd(), 'test/support/crash-points/arm.mjs');

const KEEP_EVERY_MS = 100;

/** Web or worker that is told at which named point to die; alive again whenever it is asked for. */
export class MortalProgram<P extends Program> {
  private readonly orders: string;
  private program: P | null = null;
  private given = 0;
  private hasDied = false;

  constructor(
    folder: string,
    name: string,
    private readonly start: (environment: NodeJS.ProcessEnv) => Promise<P> | P,
  ) {
    this.orders = join(folder, name);
    this.live();
  }

  /** The running program; a new one, that will not die, in the place of a dead one. */
  async alive(): Promise<P> {
    if (this.program && !this.program.hasEnded()) return this.program;
    const hasDied = this.program !== null;
    this.live();
    this.hasDied = hasDied;
    const environment = { NODE_OPTIONS: `--import=${preload}`, CRASH_ORDERS: this.orders };
    this.program = await this.start(environment);
    return this.program;
  }

  /** Since it was last told anything, though another may be running in its place. */
  isDead(): boolean {
    return this.hasDied || (this.program?.hasEnded() ?? true);
  }

  /** It dies when it passes this point: `command-settled-commit:before#1`. */
  dieAt(point: string): void {
    this.give(point);
  }

  /** Points are counted from here on. */
  live(): void {
    this.given += 1;
    this.give(`live ${this.given}`);
  }

  /** The points passed since it was last told anything, in this order. */
  passed(): string[] {
    return readFileSync(`${this.orders}.passed`, 'utf8').split('\n').filter(Boolean);
  }

  /**
   * Keeps it alive while that lasts: one that was at its point at the very moment when it was told to live
   * may still be on its way to its end.
   */
  async during<T>(lasts: () => Promise<T>): Promise<T> {
    let isOver = false;
    const keeping = (async () => {
      while (!isOver) {
        await this.alive();
        await pause(KEEP_EVERY_MS);
      }
    })();
    try {
      return await lasts();
    } finally {
      isOver = true;
      await keeping;
    }
  }

  async died(patienceMs: number): Promise<boolean> {
    const isDead = () => this.isDead();
    await waitUntil('it died', isDead, { patienceMs, pauseMs: 10 }).catch(() => null);
    return isDead();
  }

  private give(orders: string): void {
    this.hasDied = false;
    writeFileSync(`${this.orders}.passed`, '');
    writeFileSync(this.orders, orders);
  }
}
