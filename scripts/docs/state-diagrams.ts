import { APPLICATION_TRANSITIONS } from '../../src/applications/application-status.rules.js';
import { EVIDENCE_REQUEST_TRANSITIONS } from '../../src/evidence-requests/evidence-request-states.rules.js';
import {
  PAYMENT_REQUEST_TRANSITIONS,
  PAYMENT_TRY_TRANSITIONS,
} from '../../src/payment-requests/payment-request-states.rules.js';
import { EXCEPTION_TRANSITIONS } from '../../src/refund-exceptions/exception-states.rules.js';
import { COMMAND_TRANSITIONS } from '../../src/payments/command-states.rules.js';
import { QUALITY_CHECK_TRANSITIONS } from '../../src/quality-checks/quality-check-states.rules.js';
import { toMermaid } from '../../src/shared/transitions.js';

/** The diagrams of `docs/states`, by file name: drawn from the tables the code itself obeys. */
export const STATE_DIAGRAMS: Readonly<Record<string, string>> = {
  'application.md': page('An application', toMermaid(APPLICATION_TRANSITIONS, 'Application')),
  'second-look.md': page(
    'A second look at a decision',
    toMermaid(QUALITY_CHECK_TRANSITIONS, 'Second look'),
  ),
  'payment-command.md': page(
    'A command for the money',
    toMermaid(COMMAND_TRANSITIONS, 'Payment command'),
  ),
  'payment-request.md': page(
    'A request to pay again',
    toMermaid(PAYMENT_REQUEST_TRANSITIONS, 'Request to pay again'),
  ),
  'payment-try.md': page('A try to pay', toMermaid(PAYMENT_TRY_TRANSITIONS, 'Try to pay')),
  'refund-exception.md': page(
    'A refund exception',
    toMermaid(EXCEPTION_TRANSITIONS, 'Refund exception'),
  ),
  'evidence-request.md': page(
    'A request for evidence',
    toMermaid(EVIDENCE_REQUEST_TRANSITIONS, 'Evidence request'),
  ),
};

function page(title: string, diagram: string): string {
  return `# ${title}\n\nGenerated from the transition table by \`npm run docs:states\`; do not edit.\n\n\`\`\`mermaid\n${diagram}\`\`\`\n`;
}
