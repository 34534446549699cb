import { createContext, type ReactNode, use } from "react";
import { Button } from "./button.tsx";

const PrintsNothing = createContext(false);

/** What is shown in here goes on no paper: no part of it offers to print, and a browser told to print leaves it out. */
export function NothingPrints({ children }: { readonly children: ReactNode }) {
  return (
    <PrintsNothing value={true}>
      <div className="lp-no-print">{children}</div>
    </PrintsNothing>
  );
}

/** Opens the browser's own print window for the page as it stands. */
export function PrintButton({ children = "Print this page" }: { readonly children?: string }) {
  if (use(PrintsNothing)) return null;
  return (
    <Button kind="secondary" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
