const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: 'es2022',
        keepClassNames: true,
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform,
};

const unit = ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/architecture/**/*.spec.ts'];
const realServers = ['test/integration', 'sandbox', 'scripts'].map(
  (dir) => `<rootDir>/${dir}/**/*.spec.ts`,
);

/** Four projects: pure rules in microseconds; views rendered strictly; real servers; a real browser. */
export default {
  workerIdleMemoryLimit: '1GB',
  maxWorkers: 2,
  testTimeout: 120_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: unit },
    { ...shared, displayName: 'views', testMatch: ['<rootDir>/test/views/**/*.spec.ts'] },
    { ...shared, displayName: 'integration', testMatch: realServers },
    { ...shared, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'] },
  ],
};
