import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { childId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const nobody = { children: [], nextCursor: null };

describe("HIG-57: who the named person is of a child where one works", () => {
  test("stands beneath the children one works with, with a way to pass a worry on and no way into the record", async () => {
    const api = aSignedInApi();
    api.answers("people.search", nobody);
    api.answers("people.namedHere", {
      place: "Little Terns Nursery",
      isMore: true,
      children: [
        {
          childId,
          name: "Quillan, Callum",
          group: "Puffins",
          namedPerson: { name: "Nan Sim", title: "Health visitor", place: "Harbour Clinic", phone: "01632 960111" },
        },
        { childId: `${childId.slice(0, -1)}9`, name: "Quillan, Robin", group: null, namedPerson: null },
      ],
    });
    const { accessible } = await drawAt("/search?text=quillan");
    expect(
      await screen.findByRole("heading", { name: /At Little Terns Nursery: who the named person is/ }),
    ).toBeTruthy();
    const table = within(screen.getByRole("table", { name: /Children at Little Terns Nursery/ }));
    expect(table.getByText("Health visitor, Harbour Clinic, 01632 960111")).toBeTruthy();
    expect(table.getByText(/Nobody now/)).toBeTruthy();
    expect(table.queryByRole("link")).toBeNull();
    expect(screen.getByText(/There are more/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "pass a worry on" }).getAttribute("href")).toMatch(/pass-a-worry-on/);
    await accessible();
  });

  test("is left out where the post is at no school, nursery or clinic, and not asked for a post that may not", async () => {
    const api = aSignedInApi();
    api.answers("people.search", nobody);
    api.answers("people.namedHere", { place: null, isMore: false, children: [] });
    await drawAt("/search?text=quillan");
    expect(screen.queryByRole("heading", { name: /who the named person is/ })).toBeNull();
    const office = aSignedInApi({ role: "record-keeper" });
    office.answers("people.search", nobody);
    await drawAt("/search?text=quillan");
    expect(office.askedOf("people.namedHere")).toEqual([]);
  });
});
