import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { noteQuery, notesQuery, passedNoteQuery } from "./note-queries.ts";

const notesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/notes",
  loader: () => queryClient.ensureQueryData(notesQuery()),
  component: lazyRouteComponent(() => import("./notes-page.tsx"), "NotesPage"),
});
const writeNoteRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/notes/write",
  component: lazyRouteComponent(() => import("./write-note-page.tsx"), "WriteNotePage"),
});
const noteRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/notes/$noteId",
  loader: ({ params }) => queryClient.ensureQueryData(noteQuery(params.noteId)),
  component: lazyRouteComponent(() => import("./note-page.tsx"), "NotePage"),
});
const passOnRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/notes/$noteId/pass-on",
  loader: ({ params }) => queryClient.ensureQueryData(noteQuery(params.noteId)),
  component: lazyRouteComponent(() => import("./pass-note-on-page.tsx"), "PassNoteOnPage"),
});
const passedNoteRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/notes/passed/$noteId",
  loader: ({ params }) => queryClient.ensureQueryData(passedNoteQuery(params.noteId)),
  component: lazyRouteComponent(() => import("./passed-note-page.tsx"), "PassedNotePage"),
});

export const noteRoutes = [notesRoute, writeNoteRoute, noteRoute, passOnRoute, passedNoteRoute] as const;
