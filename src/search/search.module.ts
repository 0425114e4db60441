import { Module } from '@nestjs/common';
import { RunSearch } from './run-search.js';
import { SearchController } from './search.controller.js';
import { SearchRate } from './search-rate.js';

@Module({
  controllers: [SearchController],
  providers: [RunSearch, { provide: SearchRate, useFactory: () => new SearchRate() }],
})
export class SearchModule {}
