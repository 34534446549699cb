import { v7 as newId } from "uuid";
import { expect, test } from "vitest";
import { behindLink, linkTo } from "./links.ts";

test("of every page that a notice leads to it is known what it asks of whoever opens it", () => {
  const links = Object.values(linkTo).map((to) => (typeof to === "string" ? to : to(newId(), newId())));
  for (const link of links) expect(behindLink(link), link).toBeDefined();
  expect(behindLink(linkTo.plan(newId()))).toEqual({ act: "plan.read", about: "plan" });
  for (const other of ["/named-person/plans/all", "/manager", `https://elsewhere.example${linkTo.roll}`])
    expect(behindLink(other), other).toBeUndefined();
});
