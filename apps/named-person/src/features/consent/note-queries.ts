import { trpc } from "../../api.ts";

export const notesQuery = () => trpc.consent.notes.list.queryOptions();
export const noteQuery = (noteId: string) => trpc.consent.notes.one.queryOptions({ noteId });
export const passedNoteQuery = (noteId: string) => trpc.consent.notes.passedToYou.queryOptions({ noteId });
