import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings.js';
import { connect, dataSourceOptions } from './data-source.js';
import { poolReader } from './pool-reader.js';
import { Snapshots } from './snapshots.js';
import { Database, type Reader, UnitOfWork } from './transaction.js';
import { TypeormUnitOfWork } from './typeorm-unit-of-work.js';

class TypeormDatabase extends Database {
  override readonly reader: Reader;

  constructor(dataSource: DataSource) {
    super();
    this.reader = poolReader(dataSource);
  }
}

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Settings],
      useFactory: (settings: Settings) => {
        const { DATABASE_URL: url, DATABASE_POOL: poolSize } = settings;
        const ours = { silenceSeconds: settings.DATABASE_SILENCE_SECONDS };
        const options = dataSourceOptions({ url, poolSize });
        return { ...options, ...ours, autoLoadEntities: true, retryAttempts: 3 };
      },
      dataSourceFactory: (options) => {
        if (!options) throw new Error('The database has no options.');
        return connect(options, (options as { silenceSeconds?: number }).silenceSeconds);
      },
    }),
  ],
  providers: [
    {
      provide: UnitOfWork,
      inject: [DataSource],
      useFactory: (source: DataSource) => new TypeormUnitOfWork(source),
    },
    {
      provide: Database,
      inject: [DataSource],
      useFactory: (source: DataSource) => new TypeormDatabase(source),
    },
    {
      provide: Snapshots,
      inject: [Settings],
      useFactory: (settings: Settings) => new Snapshots(settings.DATABASE_URL),
    },
  ],
  exports: [UnitOfWork, Database, Snapshots],
})
export class DatabaseModule {}
