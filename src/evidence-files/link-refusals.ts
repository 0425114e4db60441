import { Injectable, Logger } from '@nestjs/common';

/** Why a link to a file opened nothing. Whoever asked is told the same whatever it was. */
export type LinkRefusal =
  | 'altered'
  | 'expired'
  /** Typed or pasted into a browser: a page of ours never sends anybody so. */
  | 'not_from_a_page'
  | 'account_ended'
  | 'session_ended'
  | 'not_allowed'
  | 'used_before'
  | 'file_gone';

/** Links that were refused, in the log and counted since the process started. */
@Injectable()
export class LinkRefusals {
  private readonly log = new Logger('files');
  private readonly counts = new Map<LinkRefusal, number>();

  note(refusal: LinkRefusal, about: { reference: string | undefined; account: string | null }) {
    this.counts.set(refusal, this.countOf(refusal) + 1);
    this.log.warn({ linkRefused: refusal, soFar: this.countOf(refusal), ...about });
  }

  countOf(refusal: LinkRefusal): number {
    return this.counts.get(refusal) ?? 0;
  }
}
