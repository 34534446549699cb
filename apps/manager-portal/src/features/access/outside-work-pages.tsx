import { DeclareChildPage, DeclareHomePage, OutsideWorkPage, useHref } from "@linchpin/portal";
import { getRouteApi } from "@tanstack/react-router";
import { api } from "../../api.ts";

const list = getRouteApi("/signed-in/outside-work");
const child = getRouteApi("/signed-in/outside-work/child");
const home = getRouteApi("/signed-in/outside-work/home");

/** Everybody's own page: the same in both portals. */
export function KnownChildrenPage() {
  const href = useHref();
  const { done } = list.useSearch();
  return (
    <OutsideWorkPage
      api={api}
      done={done}
      toChild={href({ to: "/outside-work/child" })}
      toHome={href({ to: "/outside-work/home" })}
    />
  );
}

export function KnownChildPage() {
  const href = useHref();
  const navigate = child.useNavigate();
  return (
    <DeclareChildPage
      api={api}
      back={href({ to: "/outside-work" })}
      onDone={() => navigate({ to: "/outside-work", search: { done: "child" }, replace: true })}
    />
  );
}

export function HomePage() {
  const href = useHref();
  const navigate = home.useNavigate();
  return (
    <DeclareHomePage
      api={api}
      back={href({ to: "/outside-work" })}
      onDone={() => navigate({ to: "/outside-work", search: { done: "home" }, replace: true })}
    />
  );
}
