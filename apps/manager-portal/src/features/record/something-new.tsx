import { Button, NotificationBanner } from "@linchpin/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Answers } from "../../views.ts";

type Counts = Answers["record"]["today"];

const told = ({ waitingForMe, dutiesOpen, dutiesLate, unreadNotices }: Counts): string =>
  [waitingForMe, dutiesOpen, dutiesLate, unreadNotices].join(" ");

/**
 * Says that something came in while the page stood open. The lists themselves are fetched when the reader asks: each
 * look at a child's name is written down, and nobody looked.
 */
export function SomethingNew({ counts }: { readonly counts: Counts }) {
  const queryClient = useQueryClient();
  const [shown, setShown] = useState(told(counts));
  const now = told(counts);
  if (now === shown) return null;
  const show = async () => {
    await queryClient.invalidateQueries();
    setShown(now);
  };
  return (
    <NotificationBanner title="Something changed">
      <p className="govuk-body">What waits for you is no longer as listed below.</p>
      <Button kind="secondary" onClick={() => void show()}>
        Show it
      </Button>
    </NotificationBanner>
  );
}
