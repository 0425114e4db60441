import type { CouncilFacts } from '../letters/council-facts.rules.js';
import { statusLinkDays } from '../policy/status-link-days.rules.js';
import type { CaseFile } from './case-file.queries.js';

/** The resident's own address of the page of his application: the same in every letter of the case. */
export function statusLinkFor(
  { application, policy }: Pick<CaseFile, 'policy'> & { application: LinkedApplication },
  council: Pick<CouncilFacts, 'statusLinkOf'>,
): string {
  return council.statusLinkOf(application, statusLinkDays(policy.settings, application.receivedAt));
}

interface LinkedApplication {
  id: string;
  receivedAt: Date;
}
