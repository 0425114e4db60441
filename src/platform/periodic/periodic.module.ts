import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { PERIODIC_TASKS, type PeriodicTask } from './periodic-task.js';
import { RunPeriodicTasks } from './run-periodic-tasks.js';

interface Tasks {
  /** The modules that provide the tasks. */
  imports: NonNullable<DynamicModule['imports']>;
  tasks: Type<PeriodicTask>[];
}

/** For the worker process: the tasks that come round by the clock. */
@Module({})
export class PeriodicModule {
  static running({ imports, tasks }: Tasks): DynamicModule {
    const all = {
      provide: PERIODIC_TASKS,
      inject: tasks,
      useFactory: (...built: PeriodicTask[]) => built,
    };
    return { module: PeriodicModule, imports, providers: [all, RunPeriodicTasks] };
  }
}
