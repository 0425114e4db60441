import type { EntityManager } from 'typeorm';
import type { List } from './lists.js';
import { plainSelect, type PlainWish } from './plain-select.js';

type Row = Record<string, unknown>;
type Target = new () => Row;
type FindWish = Partial<Pick<PlainWish, 'where' | 'order'>>;

/**
 * TypeORM's own ways of finding, in short where the question is plain.
 * @param readRows reads what was asked for plainly
 */
export function plainFinds(manager: EntityManager, readRows: (list: List<Row>) => Promise<Row[]>) {
  const entitiesOf = async (target: Target, wish: PlainWish): Promise<Row[] | null> => {
    const select = plainSelect(manager.dataSource, target, wish);
    if (!select) return null;
    return (await readRows(select.list)).map((row) => select.toEntity(row));
  };
  return {
    find: async (target: Target, { where, order, ...rest }: FindWish = {}) => {
      const isPlain = where !== undefined && !Array.isArray(where) && isEmpty(rest);
      const found = isPlain
        ? await entitiesOf(target, { where, ...(order ? { order } : {}) })
        : null;
      return found ?? manager.find(target, { where, order, ...rest } as object);
    },
    findBy: async (target: Target, where: Row) =>
      (await entitiesOf(target, { where })) ?? manager.findBy(target, where as object),
    findOneBy: async (target: Target, where: Row) => {
      const found = await entitiesOf(target, { where, limit: 1 });
      return found ? (found[0] ?? null) : manager.findOneBy(target, where as object);
    },
  };
}

function isEmpty(rest: object): boolean {
  return Object.keys(rest).length === 0;
}
