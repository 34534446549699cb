import type { AppRouter } from "@linchpin/api";
import { actsOfPost } from "@linchpin/domain";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type AnyRouter, RouterProvider } from "@tanstack/react-router";
import { act, cleanup, configure, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import axe from "axe-core";
import { afterEach, expect, vi } from "vitest";
import { sayEnded } from "./session.ts";
import type { Who } from "./shell.tsx";
import { forgetTimeLeft } from "./time-left.ts";

type At<Tree, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Tree
    ? At<Tree[Head], Rest>
    : never
  : Path extends keyof Tree
    ? Tree[Path]
    : never;

/** What a procedure answers, by its path: "record.today". A path that no router has is `never`. */
export type Answer<Path extends string> = At<inferRouterOutputs<AppRouter>, Path>;
export type Asked<Path extends string> = At<inferRouterInputs<AppRouter>, Path>;

type Refusal = {
  readonly code: string;
  readonly refusal?: { readonly kind: string; readonly [more: string]: unknown };
};
type Answering = (input: unknown) => unknown;
class Refused {
  readonly why: Refusal;
  constructor(why: Refusal) {
    this.why = why;
  }
}

configure({ asyncUtilTimeout: 10_000 }); // a busy machine is no fault of a page

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sayEnded(false);
  forgetTimeLeft();
});

// jsdom knows dialogs and scrolling by name only.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
};
window.scrollTo = () => undefined;

/** Stands in for the api behind `fetch`: answers by a procedure's path, typed by the router, and keeps what it was asked. */
export function fakeApi() {
  const answers = new Map<string, Answering>();
  const asked: { readonly path: string; readonly input: unknown; readonly unattended: boolean }[] = [];

  const answerTo = async (path: string, input: unknown) => {
    const answering = answers.get(path);
    const answer = answering ? await answering(input) : new Refused({ code: "INTERNAL_SERVER_ERROR" });
    if (!(answer instanceof Refused)) return { result: { data: answer } };
    const { code, refusal } = answer.why;
    return { error: { message: code, code: -32_000, data: { code, httpStatus: 400, path, refusal } } };
  };

  vi.stubGlobal("fetch", async (url: string | URL | Request, init?: RequestInit) => {
    const paths = new URL(String(url), "http://localhost").pathname.replace("/api/trpc/", "").split(",");
    const inputs = JSON.parse(typeof init?.body === "string" && init.body !== "" ? init.body : "{}") as Record<
      string,
      unknown
    >;
    const unattended = new Headers(init?.headers).has("x-linchpin-unattended");
    const body = await Promise.all(
      paths.map((path, place) => {
        const input = inputs[place];
        asked.push({ path, input, unattended });
        return answerTo(path, input);
      }),
    );
    return new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });
  });

  return {
    answers: <Path extends string>(
      path: Path,
      answer: Answer<Path> | ((input: Asked<Path>) => Answer<Path> | Promise<Answer<Path>>),
    ) => {
      answers.set(path, typeof answer === "function" ? (answer as Answering) : () => answer);
    },
    refuses: (path: string, why: Refusal) => {
      answers.set(path, () => new Refused(why));
    },
    /** What a procedure was asked, in order. */
    askedOf: (path: string) => asked.filter((one) => one.path === path),
  };
}

export type FakeApi = ReturnType<typeof fakeApi>;

/** Who is signed in, dull and valid. */
export const aWho = (who: Partial<Who> = {}): Who => ({
  practitionerId: "018f0000-0000-7000-8000-000000000001",
  name: "Helen Mold",
  role: "team-manager",
  worksAt: "/manager/",
  postTitle: "Team manager",
  areaName: "Ashbeck",
  isDemonstration: true,
  terms: {},
  rulebook: { id: "a-rulebook", title: "The area's rulebook", adoptedFrom: "2026-01-05" },
  nation: "england-and-wales",
  idleUntil: "2026-11-24T12:30:00.000Z",
  until: "2026-11-24T20:00:00.000Z",
  acts: [...actsOfPost(who.role ?? "team-manager")],
  ...who,
});

type Portal = { readonly router: AnyRouter; readonly queryClient: QueryClient };

/** Draws a portal at an address, and waits for its page. */
export async function drawPortal({ router, queryClient }: Portal) {
  queryClient.clear();
  const drawn = render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  await screen.findByRole("heading", { level: 1 });
  await act(async () => undefined);
  return {
    ...drawn,
    user: userEvent.setup(),
    path: () => router.state.location.href,
    /** Holds the page to axe's rules. Colours are held by contrast.test.ts: jsdom draws nothing. */
    accessible: async () => {
      const { violations } = await axe.run(document.body, {
        rules: { "color-contrast": { enabled: false }, "page-has-heading-one": { enabled: true } },
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    },
  };
}
