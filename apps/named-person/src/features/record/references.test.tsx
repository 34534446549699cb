import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, may, mayNot } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type References = Answers["record"]["references"]["forChild"];
type Reference = References["references"][number];
const index: Reference = {
  ...{ kind: { code: "child-index", label: "Reference in the index of children" }, isAsked: false },
  meaning: "The index shows who leads: name, agency and phone, and nothing else of the child.",
};
const socialCare: Reference = {
  ...{ kind: { code: "social-care", label: "Case reference of children's social care" }, isAsked: true },
  meaning: "A child who is looked after or in need has a case there.",
};
const now = { referenceId: id(990), reference: "SC 40-118", by: "Dan Peel", recordedOn: "2026-11-23" };
const page = `/children/${childId}/references`;

function anApi(of: Partial<References> = {}) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("record.references.forChild", { references: [index, socialCare], keep: may, ...of });
  return api;
}

describe("CWDC-2.20b: by what other systems know the child", () => {
  test("CWDC-2.20b: of a child who is looked after or in need the missing reference is named", async () => {
    anApi();
    const { accessible } = await drawAt(page);
    expect(screen.getByText("Missing")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Record: Case reference of children's social care" })).toBeTruthy();
    await accessible();
  });

  test("what is recorded says who wrote it down; who may not change it has no way to", async () => {
    anApi({ references: [index, { ...socialCare, now }], keep: mayNot("Your part does not let you.") });
    await drawAt(page);
    expect(screen.getByText(/SC 40-118, recorded by Dan Peel on/)).toBeTruthy();
    expect(screen.queryByRole("link", { name: /^(Record|Change):/ })).toBeNull();
  });

  test("a mistake is named and nothing is sent; then it goes with what was there before", async () => {
    const api = anApi({ references: [index, { ...socialCare, now }] });
    api.answers("record.references.keep", { referenceId: id(991) });
    const { user, accessible } = await drawAt(`${page}/social-care`);
    const box = screen.getByLabelText(/^Reference/);
    await user.clear(box);
    await user.type(box, "Ask <the> worker");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(screen.getAllByText(/Use letters, digits, spaces/).length).toBeGreaterThan(0);
    expect(api.askedOf("record.references.keep")).toEqual([]);
    await accessible();
    await user.clear(box);
    await user.type(box, "SC 7");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("heading", { level: 1, name: "References in other systems" });
    expect(api.askedOf("record.references.keep")[0]?.input).toMatchObject({
      ...{ childId, kind: "social-care", reference: "SC 7", was: "SC 40-118" },
    });
  });

  test("where none was recorded, an empty one is a mistake at the box; nothing is sent", async () => {
    const api = anApi();
    const { user, accessible } = await drawAt(`${page}/child-index`);
    await user.click(screen.getByRole("button", { name: "Save" }));
    const summary = screen.getByRole("alert");
    expect(within(summary).getByRole("link", { name: "Enter the reference" })).toBeTruthy();
    expect(screen.getByLabelText(/^Reference/).getAttribute("aria-invalid")).toBe("true");
    expect(api.askedOf("record.references.keep")).toEqual([]);
    await accessible();
  });

  test("CWDC-2.20b: of the index it is asked what it rests on, with nothing ticked; taken off, nothing is asked", async () => {
    const inIndex = { ...now, reference: "IDX 1", basis: { code: "consent", label: "Consent" } };
    const api = anApi();
    api.answers("record.references.keep", { referenceId: id(991) });
    const { user, accessible } = await drawAt(`${page}/child-index`);
    for (const radio of screen.getAllByRole<HTMLInputElement>("radio")) expect(radio.checked).toBe(false);
    await user.type(screen.getByLabelText(/^Reference/), "IDX 1");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(screen.getAllByText("Choose what it rests on").length).toBeGreaterThan(0);
    expect(api.askedOf("record.references.keep")).toEqual([]);
    await accessible();
    await user.click(screen.getByRole("radio", { name: "Consent" }));
    api.answers("record.references.forChild", { references: [{ ...index, now: inIndex }, socialCare], keep: may });
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText(/rests on: Consent\. It does not end by itself when the family take that consent back/);
    expect(api.askedOf("record.references.keep")[0]?.input).toMatchObject({ kind: "child-index", basis: "consent" });
    await user.click(screen.getByRole("link", { name: "Change: Reference in the index of children" }));
    await user.clear(await screen.findByLabelText(/^Reference/));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("heading", { level: 1, name: "References in other systems" });
    expect(api.askedOf("record.references.keep")).toHaveLength(2);
  });

  test("a kind that there is not is not found", async () => {
    anApi();
    await drawAt(`${page}/passport`);
    expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  });
});
