import { Button } from "./button.tsx";

/** Opens the browser's own print window for the page as it stands. */
export function PrintButton({ children = "Print this page" }: { readonly children?: string }) {
  return (
    <Button kind="secondary" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
