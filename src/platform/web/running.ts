import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';

/** Whether this process still takes requests, and how many it is answering. */
@Injectable()
export class Running {
  private stopping = false;
  private inFlight = 0;

  get isStopping(): boolean {
    return this.stopping;
  }

  /** Counts requests; once stopping, every answer also ends its connection. */
  count(): RequestHandler {
    return (_req, res, next) => {
      this.inFlight += 1;
      if (this.stopping) res.setHeader('Connection', 'close');
      res.once('close', () => (this.inFlight -= 1));
      next();
    };
  }

  /** From now on `/health` says no; settles when the last request is answered, or time is up. */
  async drain(patienceMs: number): Promise<void> {
    this.stopping = true;
    const until = Date.now() + patienceMs;
    while (this.inFlight > 0 && Date.now() < until) await pause(25);
  }
}
