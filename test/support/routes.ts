import type { INestApplication, RequestMethod as Verb } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { ModulesContainer, Reflector } from '@nestjs/core';
import type { Express } from 'express';
import { type RouteAccess, routeAccess } from '../../src/platform/web/route-access.js';

export interface ListedRoute {
  verb: string;
  /** As in the code: `/applications/:reference`. */
  path: string;
  /** Null when nobody marked it. */
  access: RouteAccess | null;
  handler: string;
}

type Handler = (...given: unknown[]) => unknown;
type Controller = new (...given: never[]) => object;

/** Every route of every controller, read from the decorators. */
export function listRoutes(app: INestApplication): ListedRoute[] {
  const reflector = app.get(Reflector);
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map((wrapper) => wrapper.metatype as Controller),
  );
  return controllers.flatMap((controller) => routesOf(controller, reflector));
}

/** `GET /queue`: what the router itself knows, also what was put there past the controllers. */
export function listRouter(app: INestApplication): string[] {
  const express = app.getHttpAdapter().getInstance() as Express;
  const { stack } = express.router as unknown as {
    stack: { route?: { path: string; methods: Record<string, boolean> } }[];
  };
  return stack.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((verb) => `${verb.toUpperCase()} ${route.path}`) : [],
  );
}

function routesOf(controller: Controller, reflector: Reflector): ListedRoute[] {
  // Descriptors, because a getter read from the prototype would run without its object.
  const members = Object.entries(Object.getOwnPropertyDescriptors(controller.prototype as object));
  return members.flatMap(([name, { value }]) => {
    if (typeof value !== 'function' || name === 'constructor') return [];
    const handler = value as Handler;
    const verb = Reflect.getMetadata(METHOD_METADATA, handler) as Verb | undefined;
    if (verb === undefined) return [];
    const access = routeAccess(reflector, handler, controller);
    return pathsOf(controller).flatMap((base) =>
      pathsOf(handler).map((path) => ({
        verb: RequestMethod[verb] ?? 'ALL',
        path: `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        access,
        handler: `${controller.name}.${name}`,
      })),
    );
  });
}

function pathsOf(target: object): string[] {
  return [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();
}
