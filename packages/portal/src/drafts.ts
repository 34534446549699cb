import type { Draft } from "@linchpin/ui";
import type { FieldValues } from "react-hook-form";
import { type Api, isSignedOut, noticeEnd } from "./api.ts";
import { isSuperseded, onceSignedIn } from "./session.ts";

/** Keeps a form's text with the server, as its author's alone, and brings it back. The key names the page and the record. */
export function serverDraft<Values extends FieldValues>({ client }: Pick<Api, "client">, key: string): Draft<Values> {
  const lost = (error: unknown) => {
    noticeEnd(error); // the session may be over: the text is still on the page, and the shell says so
    return undefined;
  };
  return {
    load: async () => {
      const kept = await client.access.draft.query({ key }).catch(lost);
      // The form's own schema judges it again when it is sent; here it is text to put back.
      return (kept?.body as Partial<Values> | undefined) ?? undefined;
    },
    keep: (values) => {
      const body = values === undefined ? null : (JSON.parse(JSON.stringify(values)) as Record<string, unknown>);
      const send = (): void => {
        client.access.keepDraft.mutate({ key, body }).catch((error: unknown) => {
          if (isSignedOut(error)) onceSignedIn(key, send); // the last words typed are kept too
          lost(error);
        });
      };
      isSuperseded(key);
      send();
    },
  };
}
