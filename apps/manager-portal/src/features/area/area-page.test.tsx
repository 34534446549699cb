import { type PostRole, postRoles } from "@linchpin/domain";
import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const menu = () => within(screen.getByRole("navigation", { name: "Manager" })).getAllByRole("link");
const list = (name: string) => within(screen.getByRole("list", { name })).getAllByRole("link");
const leadsTo = (links: readonly HTMLElement[]) => links.map((link) => [link.textContent, link.getAttribute("href")]);

/** As wide as the menu is on a desk's screen of 1280 pixels: letters of 19 pixels, the gaps, and one figure. */
const width = (texts: readonly string[]) => texts.join("").length * 9.5 + (texts.length - 1) * 26 + 40;

describe("the page of the area", () => {
  test("a service manager finds there what is looked up and looked after, each with what it is for", async () => {
    aSignedInApi({ role: "service-manager", hasManagersGroup: true });
    const { accessible } = await drawAt("/area");
    expect(leadsTo(list("People and meetings"))).toEqual([
      ["Service Managers' Group", "/manager/group"],
      ["Senior managers", "/manager/senior-managers"],
      ["Supervision by agency", "/manager/supervision-by-agency"],
    ]);
    expect(leadsTo(list("Who may see what"))).toEqual([
      ["Parts for a time", "/manager/parts"],
      ["Who can see what", "/manager/access-reviews"],
      ["Records to be sealed", "/manager/sealing"],
    ]);
    expect(leadsTo(list("What agencies share"))).toEqual([
      ["Sharing agreements", "/manager/sharing-agreements"],
      ["Shared record", "/manager/shared-record"],
      ["Index of children", "/manager/child-index"],
    ]);
    expect(leadsTo(list("Figures and rules"))).toEqual([
      ["Figures", "/manager/figures"],
      ["Departures from rules", "/manager/departures/asked"],
      ["Rulebook", "/manager/rulebook"],
    ]);
    for (const one of screen.getAllByRole("listitem").filter((item) => item.closest("main")))
      expect(one.querySelector("p")?.textContent).toMatch(/\.$/);
    await accessible();
  });

  test("whoever decides on departures is led to those, and to no page that is not open to the post", async () => {
    aSignedInApi({ role: "director" });
    await drawAt("/area");
    expect(leadsTo(list("Figures and rules"))).toContainEqual(["Departures from rules", "/manager/departures"]);
    expect(screen.queryByRole("link", { name: "Sharing agreements" })).toBeNull();
    expect(screen.queryByRole("link", { name: "Service Managers' Group" })).toBeNull();
    expect(screen.queryByRole("heading", { name: "What agencies share" })).toBeNull();
  });

  test("an area without a managers' group leads to none", async () => {
    aSignedInApi({ role: "service-manager" });
    await drawAt("/area");
    expect(screen.queryByRole("link", { name: "Service Managers' Group" })).toBeNull();
  });

  test("a post with one or two of these pages has them in its menu", async () => {
    aSignedInApi({ role: "lead-member" });
    await drawAt("/area");
    expect(menu().map(({ textContent }) => textContent)).toEqual(["Today", "Figures", "Rulebook"]);
  });
});

test.each((Object.keys(postRoles) as PostRole[]).filter((role) => role !== "light"))(
  "the menu of a %s is one row on a desk's screen",
  async (role) => {
    aSignedInApi({ role, hasManagersGroup: true, terms: { leadProfessional: "lead practitioner" } });
    await drawAt("/area");
    const texts = menu().map((link) => link.textContent ?? "");
    expect(texts[0]).toBe("Today");
    expect(width(texts)).toBeLessThan(1120);
  },
);
