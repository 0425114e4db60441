import { DataSource, IsNull, Like, QueryFailedError } from 'typeorm';
import { ApplicationEntity } from '../../../src/applications/application.entity.js';
import { EvidencePaperEntity } from '../../../src/evidence/evidence-paper.entity.js';
import { PaymentEntity } from '../../../src/payments/payment.entity.js';
import { instant, type List } from '../../../src/platform/database/lists.js';
import { readingTogether, readList } from '../../../src/platform/database/read-together.js';
import { Database, type Reader, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { aClient, aProperty, aStaffAccount, aZone } from '../../builders/a-council.js';
import { anApplication } from '../../builders/an-application.js';
import { countStatements } from '../../support/count-statements.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';

const HARD = 'Zoë “O’Łukasz” \\ / 🚗\nline\ttab \u0001';

let desk: TestApplication;
let reader: Reader;
let typeorm: Reader;
let counting: ReturnType<typeof countStatements>;
let applicationId: string;

beforeAll(async () => {
  desk = await startTestApplication({});
  reader = desk.app.get(Database).reader;
  typeorm = desk.app.get(DataSource).manager;
  counting = countStatements(desk.app);
  await desk.app.get(UnitOfWork).run(async (tx) => {
    const zoneCode = await aZone(tx, 'Z92');
    const clientId = (await aClient(tx)).id;
    const uprn = await aProperty(tx, zoneCode);
    const officerId = await aStaffAccount(tx, 'officer', HARD);
    const made = await anApplication({ clientId, uprn, zoneCode })
      .inReviewBy(officerId)
      .paid(5500, undefined, new Date('2026-11-22T09:12:00.123Z'))
      .withAcceptedPaper('utility_bill', officerId)
      .withV5C()
      .insert(tx);
    applicationId = made.application.id;
  });
});
afterAll(() => desk.stop());

interface Named {
  name: string;
  createdAt: Date;
  disabledAt: Date | null;
  count: number;
}

const names: List<Named> = {
  columns: {
    ...{ name: 'display_name', count: 'LENGTH(role)' },
    ...{ createdAt: instant('created_at'), disabledAt: instant('disabled_at') },
  },
  from: 'staff_accounts WHERE role = ?',
  values: ['officer'],
  order: 'display_name DESC, id',
};

it('reads the rows of every table as TypeORM does', async () => {
  const together = readingTogether(reader);
  const compared = desk.app.get(DataSource).entityMetadatas.map(async (metadata) => {
    const Entity = metadata.target as new () => Record<string, unknown>;
    const [first] = await typeorm.find(Entity, { take: 1 });
    if (!first) return [];
    const where: object = Object.fromEntries(
      metadata.primaryColumns.map(({ propertyName }) => [propertyName, first[propertyName]]),
    );
    expect(await together.findOneBy(Entity, where)).toStrictEqual(first);
    expect(await together.find(Entity, { where })).toStrictEqual([first]);
    return [Entity.name];
  });
  expect((await Promise.all(compared)).flat()).toEqual(
    expect.arrayContaining([
      'ApplicationEntity',
      'EvidencePaperEntity',
      'PaperCheckEntity',
      'PaymentEntity',
      'WordingVersionEntity',
    ]),
  );
});

it('asks by one statement, each list in its order and to its limit', async () => {
  const newestFirst = {
    where: { applicationId, replacedAt: IsNull() },
    order: { position: 'DESC' },
  } as const;
  const together = readingTogether(reader);
  const found: unknown[] = [];
  const asked = await counting.during(async () => {
    found.push(
      ...(await Promise.all([
        together.find(EvidencePaperEntity, newestFirst),
        together.findOneBy(PaymentEntity, { applicationId }),
        together.findOneBy(PaymentEntity, { applicationId: 'x' }),
        readList(together, names),
        readList<Named>(together, { ...names, limit: 1 }),
      ])),
    );
  });
  expect(asked).toHaveLength(1);
  const alone = await readList(reader, names);
  expect(alone.map(({ name }) => name)).toContain(HARD);
  expect(found).toStrictEqual([
    await typeorm.find(EvidencePaperEntity, newestFirst),
    await typeorm.findOneBy(PaymentEntity, { applicationId }),
    null,
    alone,
    alone.slice(0, 1),
  ]);
});

it('asks together again for what was waited for', async () => {
  const together = readingTogether(reader);
  const papersAfter = async (id: string) => {
    const found = await together.findOneBy(ApplicationEntity, { id });
    return together.findBy(EvidencePaperEntity, { applicationId: found?.id ?? '' });
  };
  const asked = await counting.during(async () => {
    const [one, none] = await Promise.all([papersAfter(applicationId), papersAfter('x')]);
    expect([one.length, none.length]).toEqual([2, 0]);
  });
  expect(asked).toHaveLength(2);
});

it('is one and the same within a reading', () => {
  const together = readingTogether(reader);
  expect(readingTogether(together)).toBe(together);
});

it('reads what its transaction wrote', async () => {
  await desk.app.get(UnitOfWork).run(async (tx) => {
    await tx.update(PaymentEntity, { applicationId }, { amountPence: 4200 });
    const [payment, papers] = await Promise.all([
      readingTogether(tx).findOneBy(PaymentEntity, { applicationId }),
      readingTogether(tx).findBy(EvidencePaperEntity, { applicationId }),
    ]);
    expect([payment?.amountPence, papers.length]).toEqual([4200, 2]);
  });
});

it('leaves to TypeORM what is not plain', async () => {
  const where = { id: Like(`${applicationId}%`) };
  const found = await readingTogether(reader).find(ApplicationEntity, { where });
  expect(found.map(({ id }) => id)).toEqual([applicationId]);
});

it('tells everybody who asked of a fault', async () => {
  const together = readingTogether(reader);
  const wrong: List<{ no: string }> = {
    columns: { no: 'no_such_column' },
    from: 'applications',
    values: [],
  };
  const answers = await Promise.allSettled([
    readList(together, wrong),
    together.findOneBy(PaymentEntity, { applicationId }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(answers.map((one) => 'reason' in one && one.reason instanceof QueryFailedError)).toEqual([
    true,
    true,
  ]);
});
