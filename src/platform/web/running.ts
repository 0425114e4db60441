import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { RequestHandler, Response } from 'express';

/** Whether this process still takes requests, and which it is answering. */
@Injectable()
export class Running {
  private stopping = false;
  private readonly inFlight = new Set<Response>();

  get isStopping(): boolean {
    return this.stopping;
  }

  /** Counts requests; once stopping, every answer also ends its connection. */
  count(): RequestHandler {
    return (_req, res, next) => {
      this.inFlight.add(res);
      if (this.stopping) endConnectionAfter(res);
      res.once('close', () => this.inFlight.delete(res));
      next();
    };
  }

  /** From now on `/health` says no; settles when the last request is answered, or time is up. */
  async drain(patienceMs: number): Promise<void> {
    this.stopping = true;
    this.inFlight.forEach(endConnectionAfter);
    const until = Date.now() + patienceMs;
    while (this.inFlight.size > 0 && Date.now() < until) await pause(25);
  }
}

function endConnectionAfter(res: Response): void {
  if (!res.headersSent) res.setHeader('Connection', 'close');
}
