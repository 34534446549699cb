import { useChange, useIdempotencyKey } from "@linchpin/portal";
import { Button } from "@linchpin/ui";
import { trpc } from "../../api.ts";

/** Says that these notices were read. */
export function MarkRead({ noticeIds }: { readonly noticeIds: readonly string[] }) {
  const idempotencyKey = useIdempotencyKey();
  const mark = useChange(trpc.record.markNoticesRead.mutationOptions());
  return (
    <Button
      kind="secondary"
      busy={mark.isPending}
      onClick={() => mark.mutate({ idempotencyKey, noticeIds: noticeIds.slice(0, 50) })}
    >
      Mark these as read
    </Button>
  );
}
