import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, planId, term } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Copies = Answers["consent"]["copies"];
const html = "<!doctype html><html lang='en-GB'><head><title>x</title></head><body><h1>Child's Plan</h1></body></html>";
const hash = "a".repeat(64);
const sentCopyId = id(800);

const recipients = (of: Partial<Copies["recipients"]> = {}): Copies["recipients"] => ({
  childId,
  childName: "Isla Fraser",
  planId,
  planTitle: "Child's Plan",
  carers: [{ carerId: id(80), name: "Moira Fraser", relationship: "Mother", hasEmail: false }],
  post: { to: "Isla Fraser", address: "4 Weir Close\nInverlochan\nAY5 0DD", isSafeContact: false },
  isKept: false,
  answers: [],
  may: { send: { may: true } },
  ...of,
});
const look = (of: Partial<Copies["look"]> = {}): Copies["look"] => ({
  title: "Child's Plan: Isla Fraser",
  recipient: "Moira Fraser",
  way: "post",
  destination: {
    to: "Moira Fraser",
    address: "4 Weir Close\nInverlochan\nAY5 0DD",
    isSafeContact: false,
    since: "2026-11-02",
  },
  findings: [
    {
      key: "action:1:what:0-4",
      kind: "family-member",
      label: "Somebody else in the family",
      words: "Rory",
      around: "Rory sleeps badly",
      mustGo: false,
    },
    {
      key: "action:2:what:0-9",
      kind: "whereabouts",
      label: "Where the child is, which is kept private",
      words: "Tern Lane",
      mustGo: true,
    },
  ],
  left: [],
  html,
  hash,
  adultsToThinkOf: [],
  ...of,
});
const inList: Copies["sent"]["copies"][number] = {
  sentCopyId,
  planId,
  kind: term("plan", "The plan"),
  title: "Child's Plan: Isla Fraser",
  to: "Moira Fraser",
  way: term("post", "By post"),
  purpose: "So that they have it",
  basis: term("their-own", "It is the child's and the family's own"),
  by: "Euan Sinclair",
  at: "2026-11-20T10:00:00.000Z",
  childTold: { told: "not-yet" },
  familyTold: { told: "yes", on: "2026-11-20" },
};
const kept = (of: Partial<Copies["kept"]> = {}): Copies["kept"] => ({
  childId,
  childName: "Isla Fraser",
  copy: inList,
  addressedTo: "Moira Fraser",
  address: "4 Weir Close\nInverlochan",
  findings: [
    { label: "Somebody else in the family", words: "Rory", how: "out" },
    { label: "Somebody else in the family", words: "Lena", how: "in", because: "She was there" },
  ],
  html,
  sha256: hash,
  isIntact: true,
  may: { tell: { may: true } },
  ...of,
});
function anApi() {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("consent.copies.recipients", recipients());
  api.answers("consent.copies.look", look());
  api.answers("consent.copies.sent", {
    childId,
    childName: "Isla Fraser",
    copies: [inList],
    may: { send: { may: true } },
  });
  api.answers("consent.copies.kept", kept());
  return api;
}
const step = (name: string) => `/children/${childId}/plans/${planId}/send/${name}`;

type Drawn = Awaited<ReturnType<typeof drawAt>>;
async function chooseMother({ user }: Pick<Drawn, "user">) {
  await user.click(screen.getByLabelText("A parent or carer"));
  await user.click(screen.getByLabelText("Moira Fraser"));
  await user.click(screen.getByLabelText("By post"));
  await user.type(screen.getByLabelText("What for?"), "So that they have it");
  await user.click(screen.getByLabelText("It is the child's and the family's own"));
  await user.click(screen.getByRole("button", { name: "Look at the copy" }));
}

describe("HIG-50: a copy of the plan", () => {
  test("what is missing is said beside each field, and nothing is looked at", async () => {
    const api = anApi();
    const { user, accessible } = await drawAt(step("who"));
    await user.click(screen.getByRole("button", { name: "Look at the copy" }));
    const said = within(screen.getByRole("alert"))
      .getAllByRole("link")
      .map((link) => link.textContent);
    expect(said).toEqual(["Choose who gets the copy", "Choose how it goes", "Choose what it rests on"]);
    expect(api.askedOf("consent.copies.look")).toEqual([]);
    await accessible();
  });

  test("each thing found is decided about by itself; what tells where the child is may not stay; then exactly that goes", async () => {
    const api = anApi();
    api.answers("consent.copies.send", { sentCopyId });
    const { user, path } = await drawAt(step("who"));
    await chooseMother({ user });
    await screen.findByRole("heading", { level: 1, name: "Decide about 2 things in the copy" });
    expect(screen.getByText("Rory sleeps badly")).toBeTruthy();
    const second = screen.getByRole("group", { name: /Tern Lane/ });
    expect(within(second).getByLabelText("Leave it in")).toHaveProperty("disabled", true);
    expect(second.textContent).toContain("this person may not know");
    await user.click(screen.getByRole("button", { name: "See the copy that goes" }));
    expect(screen.getByRole("alert")).toBeTruthy();
    const first = screen.getByRole("group", { name: /Rory/ });
    await user.click(within(first).getByLabelText("Leave it in"));
    await user.click(within(second).getByLabelText("Take it out"));
    await user.click(screen.getByRole("button", { name: "See the copy that goes" }));
    expect(within(screen.getByRole("alert")).getByText("Enter why it stays")).toBeTruthy();
    await user.type(screen.getByLabelText("Why does it stay?"), "He was there");
    await user.click(screen.getByRole("button", { name: "See the copy that goes" }));
    await screen.findByRole("heading", { level: 1, name: "Exactly this copy goes" });
    const clearings = [
      { key: "action:1:what:0-4", how: "in", because: "He was there" },
      { key: "action:2:what:0-9", how: "out" },
    ];
    expect(api.askedOf("consent.copies.look").at(-1)?.input).toMatchObject({ clearings });
    const frame = screen.getByTitle("Child's Plan: Isla Fraser, for Moira Fraser");
    expect(frame.getAttribute("srcdoc")).toBe(html);
    expect(frame.getAttribute("sandbox")).not.toContain("allow-scripts");
    await user.click(screen.getByRole("button", { name: "Send this copy" }));
    await screen.findByRole("heading", { level: 1, name: "Child's Plan: Isla Fraser" });
    expect(path()).toContain(`/sent/${sentCopyId}`);
    expect(api.askedOf("consent.copies.send")[0]?.input).toMatchObject({
      recipient: { is: "carer", carerId: id(80) },
      way: "post",
      basis: "their-own",
      clearings,
      hash,
      addressSince: "2026-11-02",
    });
  });

  test("an address that changed lately is made sure of, and so is that nobody is reached there who must not be", async () => {
    const api = anApi();
    const askedAgain = "This address changed on 2 November 2026. Make sure of it with the family.";
    const destination = { to: "Moira Fraser", address: "4 Weir Close", isSafeContact: false, askedAgain };
    api.answers("consent.copies.look", look({ findings: [], destination, adultsToThinkOf: ["Rob Harrow"] }));
    const { user } = await drawAt(step("who"));
    await chooseMother({ user });
    await screen.findByRole("heading", { level: 1, name: "Exactly this copy goes" });
    expect(screen.getByText(askedAgain)).toBeTruthy();
    expect(screen.getByLabelText("I have made sure of this address")).toBeTruthy();
    expect(screen.getByLabelText(/Rob Harrow neither lives nor is reached/)).toBeTruthy();
  });

  test("whoever comes to a later step without having chosen begins at the first; whoever may not send is told why", async () => {
    const api = anApi();
    api.answers(
      "consent.copies.recipients",
      recipients({ may: { send: { may: false, why: "This plan is closed." } } }),
    );
    const { path } = await drawAt(step("check"));
    expect(path()).toContain("/send/who");
    expect(screen.getByText("This plan is closed.")).toBeTruthy();
  });
});

describe("what was sent", () => {
  test("who got it, when, how and why; and the copy itself as it went, with its check", async () => {
    anApi();
    const { user, accessible } = await drawAt(`/children/${childId}/sent`);
    const row = within(screen.getByRole("table")).getAllByRole("row")[1];
    for (const words of ["Moira Fraser", "By post", "Euan Sinclair", "So that they have it"])
      expect(row?.textContent).toContain(words);
    await accessible();
    await user.click(screen.getByRole("link", { name: "Child's Plan: Isla Fraser" }));
    await screen.findByText("These are the bytes that were sent.");
    expect(screen.getByText(`SHA-256 ${hash}`)).toBeTruthy();
    expect(screen.getByTitle("Child's Plan: Isla Fraser, for Moira Fraser").getAttribute("srcdoc")).toBe(html);
    expect(screen.getByText("She was there")).toBeTruthy();
  });

  test("where it is kept private where a child is, that is said in place of the list", async () => {
    const api = anApi();
    const none = { childId, childName: "Isla Fraser", copies: [], may: { send: { may: true } } };
    api.answers("consent.copies.sent", { ...none, kept: "It is kept private where this child is." });
    await drawAt(`/children/${id(2)}/sent`);
    expect(await screen.findByText("It is kept private where this child is.")).toBeTruthy();
    expect(screen.queryByText("No copy was sent")).toBeNull();
  });

  test("a copy that is not what was sent says so", async () => {
    const api = anApi();
    api.answers("consent.copies.kept", kept({ isIntact: false }));
    await drawAt(`/children/${childId}/sent/${id(801)}`);
    expect(await screen.findByText(/This copy is not what was sent/)).toBeTruthy();
  });
});
