import { APPLICATION_TRANSITIONS } from '../../src/applications/application-status.rules.js';
import { EVIDENCE_REQUEST_TRANSITIONS } from '../../src/evidence-requests/evidence-request-states.rules.js';
import { QUALITY_CHECK_TRANSITIONS } from '../../src/quality-checks/quality-check-states.rules.js';
import { toMermaid } from '../../src/shared/transitions.js';

/** The diagrams of `docs/states`, by file name: drawn from the tables the code itself obeys. */
export const STATE_DIAGRAMS: Readonly<Record<string, string>> = {
  'application.md': page('An application', toMermaid(APPLICATION_TRANSITIONS, 'Application')),
  'second-look.md': page(
    'A second look at a decision',
    toMermaid(QUALITY_CHECK_TRANSITIONS, 'Second look'),
  ),
  'evidence-request.md': page(
    'A request for evidence',
    toMermaid(EVIDENCE_REQUEST_TRANSITIONS, 'Evidence request'),
  ),
};

function page(title: string, diagram: string): string {
  return `# ${title}\n\nGenerated from the transition table by \`npm run docs:states\`; do not edit.\n\n\`\`\`mermaid\n${diagram}\`\`\`\n`;
}
