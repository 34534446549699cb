import { Button, ButtonGroup } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

export type LeaveDialogProps = { readonly open: boolean; readonly onStay: () => void; readonly onLeave: () => void };

/** "Leave without saving?", asked by the portal when its router is blocked. */
export function LeaveDialog({ open, onStay, onLeave }: LeaveDialogProps) {
  return (
    <Dialog open={open} title="Leave without saving?" onClose={onStay}>
      <p className="govuk-body">What you wrote on this page has not been sent.</p>
      <ButtonGroup>
        <Button onClick={onStay}>Stay on this page</Button>
        <Button kind="warning" onClick={onLeave}>
          Leave without saving
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
