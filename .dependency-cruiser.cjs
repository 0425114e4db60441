/**
 * The house, checked: four storeys, imports only go down (docs/architecture.md).
 *   workflows and edges -> records -> platform -> shared
 * A new folder under src/ must be named here, or the check fails.
 */
const WORKFLOWS = [
  'sign-in',
  'intake',
  'my-work',
  'my-settings',
  'queue',
  'search',
  'case-page',
  'claims',
  'put-on-hold',
  'bulk-work',
  'bulk-rejection',
  'team-settings',
  'payments-to-settle',
  'payment-notices',
  'letters-shown',
  'review',
  'evidence-files',
  'redaction',
  'approval',
  'rejection',
  'withdrawal',
  'decision-page',
  'overturn',
  'second-looks',
  'reviews-of-decision',
  'ask-again',
  'scanner-page',
  'administration',
  'wording-desk',
  'policy-desk',
  'evidence-answers',
  'declared-relations',
];
const EDGES = ['notifications'];
const RECORDS = [
  'applications',
  'permits',
  'search-terms',
  'saved-views',
  'permit-types',
  'vehicle-register',
  'zones',
  'properties',
  'property-slots',
  'evidence',
  'evidence-requests',
  'payments',
  'webhook-inbox',
  'ledger',
  'letters',
  'policy',
  'wording',
  'decisions',
  'rejections',
  'bulk-runs',
  'decision-reviews',
  'quality-checks',
  'timeline',
  'approval-gate',
  'conflicts-of-interest',
  'household-ledger',
  'case-file',
  'case-claims',
  'holds',
  'teams',
  'case-notes',
  'case-forms',
  'drafts',
  'shortcuts',
  'staff',
  'api-clients',
];
const any = (names) => `^src/(${names.join('|')})/`;
const COMPOSITION =
  '^src/(main|worker|[a-z-]+\\.module|subscriptions|navigation|start-guards|web-application)\\.ts$';
const SPEC = '\\.spec\\.ts$';
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'Break the cycle: move what both need one storey down.',
      { pathNot: SPEC },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'shared-imports-nothing',
      'shared/ is vocabulary.',
      { path: '^src/shared/', pathNot: SPEC },
      { path: '^src/(?!shared/)' },
    ),
    rule(
      'shared-is-pure',
      'shared/ reaches nothing outside but the calendar.',
      { path: '^src/shared/', pathNot: SPEC },
      { dependencyTypes: ['npm', 'core'], pathNot: 'temporal-polyfill' },
    ),
    rule(
      'platform-knows-no-parking',
      'platform/ may import shared/ only.',
      { path: '^src/platform/' },
      { path: '^src/(?!platform/|shared/)' },
    ),
    rule(
      'records-import-down',
      'A record may import records, platform and shared.',
      { path: any(RECORDS) },
      { path: any([...WORKFLOWS, ...EDGES]) },
    ),
    rule(
      'workflows-do-not-import-each-other',
      'Workflows talk through records or messages.',
      { path: `^src/(${WORKFLOWS.join('|')})/` },
      {
        path: `^src/(${[...WORKFLOWS, ...EDGES].join('|')})/`,
        pathNot: '^src/$1/',
      },
    ),
    rule(
      'edges-stand-alone',
      'Nobody imports an edge; edges import no workflow.',
      { path: any(EDGES) },
      { path: any(WORKFLOWS) },
    ),
    rule(
      'nobody-imports-an-edge',
      'Nobody imports an edge.',
      { path: '^src/', pathNot: [any(EDGES), COMPOSITION] },
      { path: any(EDGES) },
    ),
    rule(
      'nobody-imports-the-roots',
      'The composition roots stand on top.',
      { path: '^src/', pathNot: [COMPOSITION, SPEC] },
      { path: '^src/(main|worker|app\\.module|worker\\.module)\\.ts$' },
    ),
    rule(
      'entities-are-private',
      'Across folders there are ids, not entities.',
      { path: '^src/([^/]+)/' },
      { path: '\\.entity\\.ts$', pathNot: '^src/$1/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'rules-are-pure',
      'Rules import rules and shared/.',
      { path: '\\.rules\\.ts$' },
      { pathNot: ['\\.rules\\.ts$', '^src/shared/'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'presenters-are-pure',
      'Presenters read rules and rows.',
      { path: '\\.presenter\\.ts$' },
      { path: '\\.(store|controller|entity|module|job)\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'controllers-read-and-ask',
      'Controllers use queries and their use cases, never stores or entities.',
      { path: '\\.controller\\.ts$' },
      { path: '\\.(store|entity)\\.ts$' },
    ),
    rule(
      'typeorm-stays-in-its-rooms',
      'typeorm is for entities, stores, queries, migrations and platform/.',
      {
        path: '^src/',
        pathNot: [
          '\\.(entity|store|queries|module)\\.ts$',
          '^src/(migrations|platform)/',
          COMPOSITION,
          SPEC,
        ],
      },
      { path: 'node_modules/(typeorm|@nestjs/typeorm)' },
    ),
    rule(
      'no-orphans',
      'Nobody uses this file.',
      { orphan: true, pathNot: ['\\.d\\.ts$', SPEC, '^src/(main|worker)\\.ts$'] },
      {},
    ),
    rule(
      'production-code-only',
      'src/ never imports development packages, tests, the sandbox or scripts.',
      { path: '^src/', pathNot: SPEC },
      { path: '^(test|sandbox|scripts)/' },
    ),
    rule(
      'every-folder-has-a-storey',
      'Name the folder in .dependency-cruiser.cjs.',
      {
        path: '^src/',
        pathNot: [
          '^src/[^/]+$',
          `^src/(shared|platform|migrations|${[...WORKFLOWS, ...EDGES, ...RECORDS].join('|')})/`,
        ],
      },
      { path: '.*' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
