import { Button, ButtonGroup } from "@linchpin/ui";
import { useRef } from "react";

type PaperProps = {
  /** What it is, for whoever cannot see it: "Ana Lind's copy of the plan". */
  readonly title: string;
  readonly html: string;
  readonly printable?: boolean;
  /** What it is called on its buttons. */
  readonly called?: string;
};

/** A copy exactly as it is, byte for byte: drawn in a frame in which nothing runs and from which nothing is reached. */
export function CopyPaper({ title, html, printable = false, called = "the copy" }: PaperProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <>
      <iframe
        ref={frame}
        className="np-paper"
        title={title}
        srcDoc={html}
        // no scripts, no forms, no way out of the frame; same origin only so that it can be printed from here
        sandbox="allow-same-origin allow-modals"
      />
      {printable && (
        <ButtonGroup>
          <Button kind="secondary" onClick={() => frame.current?.contentWindow?.print()}>
            Print {called}
          </Button>
          <Button kind="secondary" onClick={() => saveAsFile(title, html)}>
            Save {called} as a file
          </Button>
        </ButtonGroup>
      )}
    </>
  );
}

function saveAsFile(title: string, html: string) {
  const address = URL.createObjectURL(new Blob([html], { type: "text/html;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}.html`;
  link.click();
  URL.revokeObjectURL(address);
}
