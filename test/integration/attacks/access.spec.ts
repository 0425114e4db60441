import {
  type Attack,
  type AttackScene,
  setAttackScene,
  tryAll,
  withoutReference,
} from './attack-scene.js';

let scene: AttackScene;
beforeAll(async () => {
  scene = await setAttackScene();
});
afterAll(() => scene.stop());

/** Every page and file of the evidence on a case. */
const PAPER_PATHS = ['evidence/1', 'evidence/1/pages/1', 'evidence/1/original'];
const DECISIONS = ['approval', 'rejection', 'evidence-requests', 'withdrawal'];
const OFFICERS_ONLY = ['claim', 'release', 'evidence/1/check', 'vehicle', 'approval', 'rejection'];
const ROLES_WITHOUT_PAPERS = ['support', 'auditor', 'administrator'] as const;

const PAPERS: Attack[] = ROLES_WITHOUT_PAPERS.flatMap((role) =>
  PAPER_PATHS.map((path): Attack => [
    3,
    `${role} opens ${path}`,
    ({ people, mine }) => people[role].get(`${mine.path}/${path}`),
    403,
  ]),
);

const BY_HAND: Attack[] = ROLES_WITHOUT_PAPERS.flatMap((role) =>
  [...OFFICERS_ONLY, 'evidence-requests'].map((path): Attack => [
    8,
    `${role} posts ${path} by hand`,
    ({ people, mine, form }) => people[role].post(`${mine.path}/${path}`, form(mine)),
    403,
  ]),
);

const NOT_MINE: Attack[] = [
  ...DECISIONS.filter((path) => path !== 'withdrawal').flatMap((path): Attack[] => [
    [
      7,
      `an officer decides (${path}) what nobody has claimed`,
      ({ people, open, form }) => people.officer.post(`${open.path}/${path}`, form(open)),
      409,
    ],
    [
      7,
      `an officer decides (${path}) what a colleague holds`,
      ({ people, theirs, form }) => people.officer.post(`${theirs.path}/${path}`, form(theirs)),
      409,
    ],
    [
      7,
      `a supervisor decides (${path}) what an officer holds`,
      ({ people, theirs, form }) => people.supervisor.post(`${theirs.path}/${path}`, form(theirs)),
      409,
    ],
  ]),
  [
    7,
    'an officer gives back what a colleague holds',
    ({ people, theirs, form }) => people.officer.post(`${theirs.path}/release`, form(theirs)),
    409,
  ],
];

const OTHER_IDS: Attack[] = [
  [
    19,
    'a letter of another case under my own case',
    ({ people, mine, letter }) => people.officer.get(`${mine.path}/letters/${letter.id}`),
    404,
  ],
  [
    19,
    'a letter id with letters that the column cannot hold',
    ({ people, theirs }) => people.officer.get(`${theirs.path}/letters/%C3%A9`),
    404,
  ],
  [
    1,
    'a case whose reference has letters that the column cannot hold',
    ({ people }) => people.officer.get('/applications/%EF%BC%B0D-%C3%A9'),
    404,
  ],
  [
    24,
    'a case by its reference and a blank',
    ({ people, mine }) => people.officer.get(`${mine.path}%20`),
    404,
  ],
  ...['0', '3', '1%20', '0x1', '1e0', '-1', '99999999999', '１', '..%2f1'].map(
    (position): Attack => [
      1,
      `the paper ${position} of a case that has two`,
      ({ people, mine }) => people.officer.get(`${mine.path}/evidence/${position}`),
      404,
    ],
  ),
  ...['0', '2', 'x', '1%2f..%2f..%2foriginal'].map((page): Attack => [
    1,
    `the page ${page} of a paper that has one`,
    ({ people, mine }) => people.officer.get(`${mine.path}/evidence/1/pages/${page}`),
    404,
  ]),
  ...['/admin', '/admin/queues', '/queues'].flatMap((path): Attack[] => [
    [15, `nobody opens ${path}`, ({ raw }) => raw('GET', path), 404],
    [15, `an officer opens ${path}`, ({ people }) => people.officer.get(path), 404],
  ]),
  ...['/metrics', '/api-docs', '/health/details', '/api/v1'].map((path): Attack => [
    16,
    `nobody opens ${path}`,
    ({ raw }) => raw('GET', path),
    404,
  ]),
];

const SHAPES: Attack[] = [
  ...[
    'sort=password',
    'sort=(select 1)',
    'direction=desc;drop',
    'status=x',
    'zone=%27',
    'zone=%C3%A9',
  ].map((query): Attack => [
    21,
    `the queue by ${query}`,
    ({ people }) => people.officer.get(`/queue?${query}`),
    400,
  ]),
  ...['status=approved', 'version=1', 'role=supervisor', 'decidedBy=x'].map((field): Attack => [
    20,
    `an approval with the further field ${field}`,
    ({ people, mine, form }) => {
      const [name = '', value = ''] = field.split('=');
      const fields = form(mine, { terms: 'x' });
      const twice = name in fields ? [String(fields[name]), value] : value;
      return people.officer.post(`${mine.path}/approval`, { ...fields, [name]: twice });
    },
    400,
  ]),
  ...['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE'].map((verb): Attack => [
    22,
    `${verb} on a case`,
    ({ raw, mine, people }) => raw(verb, mine.path, people.officer),
    405,
  ]),
  ...['/applications%2f', '//applications/', '/x/../applications/'].map((start): Attack => [
    24,
    `a case by ${start}`,
    ({ raw, mine, people }) => raw('GET', `${start}${mine.application.reference}`, people.officer),
    404,
  ]),
  ...[';x', '.json', '%00', '/..%2f'].map((end): Attack => [
    24,
    `a case by its reference and ${end}`,
    ({ raw, mine, people }) => raw('GET', `${mine.path}${end}`, people.officer),
    404,
  ]),
];

describe('attacks on what one may not see or do', () => {
  it('papers are shut to every role but those who work cases', () => tryAll(scene, PAPERS));
  it('what only officers do is refused to others who post it by hand', () =>
    tryAll(scene, BY_HAND));
  it('a case is decided by whoever holds it and nobody else', () => tryAll(scene, NOT_MINE));
  it('ids of other cases, and ids that cannot be, lead nowhere', () => tryAll(scene, OTHER_IDS));
  it('fields, columns, verbs and paths that are not ours are refused', () => tryAll(scene, SHAPES));

  it('an unknown case and one that cannot be are answered alike', async () => {
    const { officer } = scene.people;
    const unknown = await officer.get('/applications/PD-2222-2222');
    for (const path of ['/applications/%C3%A9', `${scene.mine.path}%20`]) {
      expect(withoutReference(await officer.get(path))).toBe(withoutReference(unknown));
    }
  });

  it('a role taken away, or an account shut, counts from the next request: attack 017, attack 018', async () => {
    const { desk, mine, form } = scene;
    const leaver = await desk.signInAs('officer');
    const change = (set: string) =>
      desk.database.dataSource.query(`UPDATE staff_accounts SET ${set} WHERE id = ?`, [
        leaver.staff.id,
      ]);
    expect((await leaver.get(`${mine.path}/evidence/1`)).status).toBe(200);
    await change("role = 'support'");
    expect((await leaver.get(`${mine.path}/evidence/1`)).status).toBe(403);
    expect((await leaver.post(`${mine.path}/claim`, form(mine))).status).toBe(403);
    await change('disabled_at = UTC_TIMESTAMP(3)');
    expect((await leaver.get(mine.path)).location).toMatch(/^\/sign-in/);
    expect((await leaver.post(`${mine.path}/notes`, form(mine, { words: 'x' }))).status).toBe(401);
  });
});
