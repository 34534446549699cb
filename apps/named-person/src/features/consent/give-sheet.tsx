import type { SheetOf } from "@linchpin/domain";
import { useChange } from "@linchpin/portal";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { client, trpc } from "../../api.ts";
import { PaperStep } from "./paper-step.tsx";
import { sheetQuery } from "./sheet-queries.ts";

type GiveProps = {
  readonly childId: string;
  readonly of: SheetOf;
  readonly back: { readonly href: string; readonly text: string };
  readonly notes?: ReactNode;
};

/** Gives one of the family a sheet of the child's record, by the step of a copy. */
export function GiveSheet({ childId, of, back, notes }: GiveProps) {
  const { data } = useSuspenseQuery(sheetQuery(childId, of));
  const navigate = useNavigate();
  const send = useChange(trpc.consent.sheets.send.mutationOptions());
  return (
    <PaperStep
      key={JSON.stringify(of)}
      paper={data}
      back={back}
      notes={notes}
      lookAt={(to, clearings) => client.consent.sheets.look.query({ childId, of, to, clearings })}
      send={(sending) => send.mutateAsync({ ...sending, childId, of })}
      onSent={(sentCopyId) => navigate({ to: "/children/$childId/sent/$sentCopyId", params: { childId, sentCopyId } })}
    />
  );
}
