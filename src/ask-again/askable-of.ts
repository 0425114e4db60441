import { type CaseFile, findingsToJudge } from '../case-file/case-file.queries.js';
import { suggestReasons } from '../decisions/suggest-reasons.rules.js';
import { type AskablePaper, askablePapers } from './askable-papers.rules.js';

/** What can be asked for in this case, as it stands. */
export function askableOf(file: CaseFile): AskablePaper[] {
  const suggested = suggestReasons(findingsToJudge(file));
  return askablePapers({
    papers: file.papers,
    needs: file.needs,
    suggested,
    catalogue: file.catalogue,
  });
}
