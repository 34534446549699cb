import type { Draft } from "@linchpin/ui";
import { useMemo } from "react";
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

/**
 * Keeps what is written in some fields of a form, and leaves out what is chosen in the others: a choice is made when the form
 * is sent, on what is on the screen then, and is not brought back from last week.
 */
export function useDraftOf<Values extends FieldValues>(
  api: Pick<Api, "client">,
  key: string,
  fields: readonly (keyof Values & string)[],
): Draft<Values> {
  const names = fields.join(" ");
  return useMemo(() => {
    const whole = serverDraft<Values>(api, key);
    const written = (values: Partial<Values>) =>
      Object.fromEntries(
        names.split(" ").flatMap((name) => (isWritten(values[name]) ? [[name, values[name]]] : [])),
      ) as Partial<Values>;
    return {
      load: async () => {
        const kept = written((await whole.load()) ?? {});
        return Object.keys(kept).length === 0 ? undefined : kept;
      },
      keep: (values) => {
        const kept = values && written(values);
        // what is kept of the form is a part of it, and is put back as one
        whole.keep(kept && Object.keys(kept).length > 0 ? (kept as Values) : undefined);
      },
    };
  }, [api, key, names]);
}

const isWritten = (value: unknown): boolean => value !== undefined && value !== null && value !== "";
