import { relative, sep } from 'node:path';
import type { Express } from 'express';
import { create } from 'express-handlebars';
import Handlebars from 'handlebars';

/**
 * Views are Handlebars files that can only do five things: print an escaped value, `#if`,
 * `#unless`, `#each`/`#with`, and include another view. There are no helpers of our own: whatever
 * needs working out is worked out by a presenter or a component builder, where a test can see it.
 *
 * Strictness. Handlebars' own `strict` refuses a missing name in `{{name}}` but lets
 * `{{#if name}}`, `{{#each name}}` and `{{> view name}}` pass in silence, because arguments are
 * exempt. Here every path in a template is marked strict, so a page object lacking anything its
 * view mentions fails at once. What a page may not have is therefore `null`, never left out.
 * Block parameters (`as |x|`) would slip through this net; a test refuses them.
 */
const engineSettings = {
  extname: '.hbs',
  defaultLayout: false,
  runtimeOptions: {
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  },
} as const;

/** A name that is no helper is a value: Handlebars need not look for a helper first, each time. */
const compilerOptions = { strict: true, preventIndent: true, knownHelpersOnly: true } as const;

export interface ViewOptions {
  /** The folder of all views; every file in it is a view and may be included by its path. */
  viewsDir: string;
  /** Further folders of views, for tests. */
  extraDirs?: string[];
}

export interface ViewEngine {
  /** The function Express calls; see `installViews`. */
  express: (path: string, page: object, done: Done) => void;
  /** Renders one view, without a layout, as HTML. */
  html(view: string, page: object): Promise<string>;
}

type View = (page: object, runtime: object) => string;
type Done = (error: unknown, html?: string) => void;

/**
 * Builds the engine. `viewsDir` need not be the working directory's. All views are read and compiled
 * once, with the first page: after a change to one the process is started again.
 */
export function createViewEngine(options: ViewOptions): ViewEngine {
  let allViews: Promise<Record<string, View>> | null = null;
  const render = async (view: string, page: object) => {
    allViews ??= readViews(options);
    const partials = await allViews;
    const template = partials[view];
    if (template === undefined) throw new Error(`there is no view "${view}"`);
    return template(page, engineSettings.runtimeOptions).trim();
  };
  return {
    express: (path, page, done) => {
      render(viewAt(options.viewsDir, path), page).then((html) => done(null, html), done);
    },
    html: async (view, page) => {
      assertPlain(page);
      return render(view, page);
    },
  };
}

/** Makes `res.render('folder/view', page)` work on this Express application. */
export function installViews(app: Express, options: ViewOptions): ViewEngine {
  const engine = createViewEngine(options);
  app.engine('hbs', engine.express);
  app.set('view engine', 'hbs');
  app.set('views', options.viewsDir);
  app.enable('view cache');
  return engine;
}

/**
 * Refuses a page object that is not plain and complete: only strings, numbers, booleans, null,
 * arrays and plain objects. A Date, an entity, a function or `undefined` is a presenter's mistake.
 */
export function assertPlain(value: unknown): void {
  // Every page is looked through; where something is wrong is worked out only when something is.
  if (!isPlain(value)) refuseWhatIsNotPlain(value, 'page');
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object' || !isPlainObject(value)) return false;
  // Of such an object there is nothing but its own: no list of it need be made.
  for (const name in value) if (!isPlain((value as Record<string, unknown>)[name])) return false;
  return true;
}

function refuseWhatIsNotPlain(value: unknown, path: string): void {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => refuseWhatIsNotPlain(item, `${path}[${index}]`));
    return;
  }
  if (typeof value === 'object' && isPlainObject(value)) {
    for (const [key, item] of Object.entries(value)) refuseWhatIsNotPlain(item, `${path}.${key}`);
    return;
  }
  throw new TypeError(`${path} is ${describe(value)}: a page object holds plain values only`);
}

/** Every view by its path: `review/show`. */
async function readViews({ viewsDir, extraDirs = [] }: ViewOptions): Promise<Record<string, View>> {
  const handlebars = strictHandlebars();
  const reader = create({
    ...engineSettings,
    handlebars: handlebars as never,
    compilerOptions,
    partialsDir: [viewsDir, ...extraDirs],
  });
  const views = (await reader.getPartials()) as Record<string, View>;
  // Known to Handlebars itself: views handed over with a page are copied for every page.
  handlebars.registerPartial(views as never);
  return views;
}

function viewAt(viewsDir: string, path: string): string {
  const file = relative(viewsDir, path).split(sep).join('/');
  return file.slice(0, -engineSettings.extname.length);
}

/** An own Handlebars whose `compile` marks every path as one that must exist. */
function strictHandlebars(): typeof Handlebars {
  const own = Handlebars.create();
  const compile = own.compile.bind(own);
  own.compile = ((template: string, options?: CompileOptions) => {
    const tree = own.parse(template);
    new StrictPaths().accept(tree);
    return compile(tree, options);
  }) as typeof own.compile;
  return own;
}

class StrictPaths extends Handlebars.Visitor {
  override PathExpression(path: hbs.AST.PathExpression): void {
    (path as { strict?: boolean }).strict = true;
  }
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `a ${value.constructor.name}`;
  return typeof value === 'number' ? 'not a finite number' : typeof value;
}
