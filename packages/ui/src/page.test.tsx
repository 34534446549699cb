import { screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { LinkProvider, linkThrough } from "./anchor.tsx";
import { AppShell } from "./app-shell.tsx";
import { ErrorState } from "./error-state.tsx";
import { Page } from "./page.tsx";
import { draw } from "./testing.tsx";

const shell = { portal: "Named person", home: "/named-person/" };

describe("AppShell", () => {
  test("says product, portal, area, who is signed in, and that a demonstration is one", async () => {
    const { container, accessible } = draw(
      <AppShell
        {...shell}
        area="Wigan"
        who={{ name: "Ailsa Grant", post: "health visitor" }}
        account={[{ href: "/sign-out", text: "Sign out" }]}
        navigation={[{ href: "/today", text: "Today", current: true, count: { many: 4, label: "waiting for you" } }]}
        demonstration
      >
        <Page title="Today">Nothing waits.</Page>
      </AppShell>,
    );
    for (const words of ["Linchpin", "Named person", "Wigan", "Ailsa Grant, health visitor", "Invented people"])
      expect(container.textContent).toContain(words);
    expect(screen.getByRole("link", { current: "page" }).textContent).toBe("Today4 waiting for you");
    await accessible();
  });

  test("the skip link takes a keyboard user to the content", async () => {
    const { user } = draw(<AppShell {...shell}>Content</AppShell>);
    await user.tab();
    expect(document.activeElement?.textContent).toBe("Skip to main content");
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(screen.getByRole("main"));
  });

  test("the menu folds behind a button that says whether it is open", async () => {
    const { user } = draw(
      <AppShell {...shell} navigation={[{ href: "/today", text: "Today" }]}>
        Content
      </AppShell>,
    );
    const menu = screen.getByRole("button", { name: "Menu" });
    expect(menu.getAttribute("aria-expanded")).toBe("false");
    await user.click(menu);
    expect(menu.getAttribute("aria-expanded")).toBe("true");
  });
});

describe("Page", () => {
  test("has one h1 and names the document", () => {
    draw(<Page title="My children">None yet.</Page>);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("My children");
    expect(document.title).toBe("My children - Linchpin");
  });

  test("a new page takes focus to its title; a change on the same page does not", () => {
    window.history.pushState(null, "", "/one");
    const { rerender } = draw(<Page title="One">1</Page>);
    screen.getByRole("heading", { level: 1 }).blur();
    rerender(<Page title="One (3)">1</Page>);
    expect(document.activeElement).toBe(document.body);
    window.history.pushState(null, "", "/two");
    rerender(<Page title="Two">2</Page>);
    expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
  });
});

describe("links go through the portal's router", () => {
  test("a plain press goes there without a new document", async () => {
    const go = vi.fn();
    const { user } = draw(
      <LinkProvider link={linkThrough(go)}>
        <Page title="Plan" back={{ href: "/children/1?tab=plan", text: "Back" }}>
          Plan
        </Page>
      </LinkProvider>,
    );
    await user.click(screen.getByRole("link", { name: "Back" }));
    expect(go).toHaveBeenCalledWith("/children/1?tab=plan");
  });

  test("a press that asks for a new tab is left to the browser", async () => {
    const go = vi.fn();
    const { user } = draw(
      <LinkProvider link={linkThrough(go)}>
        <Page title="Plan" back={{ href: "#plan", text: "Back" }}>
          Plan
        </Page>
      </LinkProvider>,
    );
    await user.keyboard("{Control>}");
    await user.click(screen.getByRole("link", { name: "Back" }));
    expect(go).not.toHaveBeenCalled();
  });
});

describe("ErrorState", () => {
  test.each([
    ["not-found", "Page not found"],
    ["refused", "You cannot do this"],
    ["offline", "No connection"],
    ["unexpected", "Something went wrong"],
  ] as const)("%s says %s, and what to do", async (kind, title) => {
    const onRetry = vi.fn();
    const { user, accessible } = draw(<ErrorState kind={kind} onRetry={onRetry} />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(title);
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(onRetry).toHaveBeenCalled();
    await accessible();
  });
});

describe("what is printed", () => {
  test("says who printed it and when, taken anew as it is printed", () => {
    vi.useFakeTimers({ now: new Date("2026-11-22T09:05:00Z") });
    draw(
      <AppShell portal="Named person" home="/" who={{ name: "Euan Sinclair" }}>
        <Page title="Chronology">Words</Page>
      </AppShell>,
    );
    vi.setSystemTime(new Date("2026-11-23T14:20:00Z"));
    window.dispatchEvent(new Event("beforeprint"));
    expect(screen.getByText(/Printed from Linchpin by Euan Sinclair on 23 November 2026 at 2:20pm\./)).toBeTruthy();
    expect(screen.getByText(/not to be handed on/)).toBeTruthy();
    vi.useRealTimers();
  });
});
