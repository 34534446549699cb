import type { HttpAct } from "@linchpin/domain";
import type { IRouter, RequestHandler } from "express";

/**
 * Addresses beside the calls, each with its act of the table: one without an act does not compile, and a test finds any
 * that goes round this.
 */
export function endpointsOn(router: IRouter) {
  const add =
    (method: "get" | "post" | "use") =>
    (_act: HttpAct, at: string, ...handlers: readonly RequestHandler[]): void => {
      router[method](at, ...handlers);
    };
  return { get: add("get"), post: add("post"), use: add("use") };
}
