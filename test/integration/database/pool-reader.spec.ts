import { DataSource, IsNull, Like, QueryFailedError } from 'typeorm';
import { ApplicationEntity } from '../../../src/applications/application.entity.js';
import { EvidencePaperEntity } from '../../../src/evidence/evidence-paper.entity.js';
import { Database, type Reader, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { aClient, aProperty, aStaffAccount, aZone } from '../../builders/a-council.js';
import { anApplication } from '../../builders/an-application.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';

let desk: TestApplication;
let reader: Reader;
let typeorm: Reader;
let applicationId: string;

beforeAll(async () => {
  desk = await startTestApplication({});
  reader = desk.app.get(Database).reader;
  typeorm = desk.app.get(DataSource).manager;
  await desk.app.get(UnitOfWork).run(async (tx) => {
    const zoneCode = await aZone(tx, 'Z91');
    const place = {
      clientId: (await aClient(tx)).id,
      uprn: await aProperty(tx, zoneCode),
      zoneCode,
    };
    const officerId = await aStaffAccount(tx, 'officer', 'Asha Officer');
    const made = await anApplication(place)
      .inReviewBy(officerId)
      .paid(5500, undefined, new Date('2026-11-22T09:12:00Z'))
      .withAcceptedPaper('utility_bill', officerId)
      .withV5C()
      .insert(tx);
    applicationId = made.application.id;
  });
});
afterAll(() => desk.stop());

it('reads the rows of every table as TypeORM does', async () => {
  const compared: string[] = [];
  for (const { target, primaryColumns } of desk.app.get(DataSource).entityMetadatas) {
    const [first] = await typeorm.find(target as new () => Record<string, unknown>, { take: 1 });
    if (!first) continue;
    const where: object = Object.fromEntries(
      primaryColumns.map(({ propertyName }) => [propertyName, first[propertyName]]),
    );
    const Entity = target as new () => Record<string, unknown>;
    expect(await reader.findOneBy(Entity, where)).toStrictEqual(first);
    expect(await reader.find(Entity, { where })).toStrictEqual([first]);
    compared.push(Entity.name);
  }
  expect(compared).toEqual(
    expect.arrayContaining([
      'ApplicationEntity',
      'EvidencePaperEntity',
      'PaperCheckEntity',
      'PaymentEntity',
      'WordingVersionEntity',
    ]),
  );
});

it('keeps the order and the missing values that were asked for', async () => {
  const options = {
    where: { applicationId, replacedAt: IsNull() },
    order: { position: 'DESC' },
  } as const;
  const papers = await reader.find(EvidencePaperEntity, options);
  expect(papers.map(({ position }) => position)).toEqual([2, 1]);
  expect(papers).toStrictEqual(await typeorm.find(EvidencePaperEntity, options));
});

it('leaves to TypeORM what is not plain', async () => {
  const found = await reader.find(ApplicationEntity, { where: { id: Like(`${applicationId}%`) } });
  expect(found.map(({ id }) => id)).toEqual([applicationId]);
  const either = [{ id: applicationId }, { id: 'x' }];
  expect(await reader.find(ApplicationEntity, { where: either })).toHaveLength(1);
  expect(await reader.findOneBy(ApplicationEntity, { id: 'x' })).toBeNull();
});

it('refuses a missing value instead of taking it for any', async () => {
  const id = undefined as unknown as string;
  await expect(reader.findOneBy(ApplicationEntity, { id })).rejects.toThrow();
});

it('throws what TypeORM throws, with the number of the fault', async () => {
  const failure = reader.query('SELECT no_such_column FROM applications');
  await expect(failure).rejects.toThrow(QueryFailedError);
  await expect(failure).rejects.toMatchObject({ errno: 1054 });
});
